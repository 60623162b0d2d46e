import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { pngExtras } from './picture-metadata.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000
const clientName = 'Sample client'

/** The crown's newest photo beside its baseline, aligned. */
async function openComparison(): Promise<StippleApp & { readonly userData: string }> {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })
  return app
}

const room = (page: Page) => page.getByRole('main', { name: 'Present' })
const shownStage = (page: Page) => page.locator('[aria-current="true"]').getAttribute('aria-label')
/** Everything that a page holds: what is seen, what is said to screen readers, its title. */
const everything = (page: Page) => page.evaluate(() => `${document.title} ${document.documentElement.outerHTML}`)
const isFull = (app: StippleApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isFullScreen()))

test('F presents on the whole screen without the client’s name; arrows step the stages; Escape brings the comparison back as it was', async () => {
  const app = await openComparison()
  const { window } = app
  expect(await everything(window)).toContain(clientName)
  await window.keyboard.press('f')
  await room(window).waitFor()
  await expect.poll(() => isFull(app)).toEqual([true])
  await window.getByRole('slider', { name: 'Split between Post-cut' }).waitFor()
  for (const secret of [clientName, 'crown_', 'Aligned', 'Export'])
    expect(await everything(window)).not.toContain(secret)
  expect(await shownStage(window)).toMatch(/^Show Healed 3 · 4 May 2026 · 6 weeks after session 3$/)

  await window.keyboard.press('ArrowLeft')
  await expect.poll(() => shownStage(window)).toMatch(/^Show Session 3/)
  await window.keyboard.press('ArrowRight')
  await expect.poll(() => shownStage(window)).toMatch(/^Show Healed 3/)
  const split = window.getByRole('slider', { name: /^Split/ })
  const before = Number(await split.getAttribute('aria-valuenow'))
  await window.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => Number(await split.getAttribute('aria-valuenow'))).toBeGreaterThan(before)
  await window.keyboard.press('1')
  await expect.poll(() => window.getByRole('application').count()).toBe(2)
  await window.getByRole('button', { name: 'Show Before · 12 Jan 2026' }).click()
  await expect.poll(() => shownStage(window)).toMatch(/^Show Before/)
  expect(await axeFindings(window)).toEqual([])

  await window.getByRole('button', { name: 'Photos and their order' }).click()
  await window.getByRole('checkbox', { name: /^Present Session 1/ }).uncheck()
  await window.getByRole('button', { name: /^Move Healed 3 .* up$/ }).focus()
  await window.keyboard.press('Alt+ArrowUp')
  await window.keyboard.press('Escape')
  const names = await window
    .getByRole('navigation', { name: 'Stages' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.textContent))
  expect(names).toEqual(['Before', 'Post-cut', 'Healed 1', 'Session 2', 'Healed 2', 'Healed 3', 'Session 3'])
  expect(await everything(window)).not.toContain(clientName)

  await window.keyboard.press('Escape')
  await room(window).waitFor({ state: 'detached' })
  await window.getByRole('heading', { name: 'Post-cut and Healed 3' }).waitFor()
  await expect.poll(() => isFull(app)).toEqual([false])
  expect(app.complaints).toEqual([])
})

test('with a second screen the client’s page stands there: sandboxed, fed by the desk, without a name; it ends with the comparison', async () => {
  const app = await openComparison()
  const { window, electron } = app
  await electron.evaluate(({ screen }) => {
    const own = screen.getPrimaryDisplay()
    const second = { ...own, id: own.id + 1, bounds: { x: 100, y: 100, width: 800, height: 600 } }
    screen.getAllDisplays = () => [own, second]
    screen.getDisplayMatching = () => own
  })
  const opened = electron.waitForEvent('window')
  await window.keyboard.press('f')
  const client = await opened
  const complaints: string[] = []
  client.on('pageerror', (error) => complaints.push(String(error)))
  client.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await room(client).waitFor()
  await expect.poll(() => shownStage(client)).toMatch(/^Show Healed 3/)
  // the desk keeps its own view, and leads
  await window.getByRole('status').getByText('The second screen shows Healed 3').waitFor()
  await window.getByRole('heading', { name: 'Post-cut and Healed 3' }).focus()
  await window.keyboard.press('ArrowLeft')
  await expect.poll(() => shownStage(client)).toMatch(/^Show Session 3/)
  await window.getByRole('switch', { name: 'Hold this picture' }).check()
  await window.getByRole('heading', { level: 1 }).focus()
  await window.keyboard.press('ArrowLeft')
  await window.getByRole('heading', { name: 'Post-cut and Healed 2' }).waitFor()
  expect(await shownStage(client)).toMatch(/^Show Session 3/)
  for (const secret of [clientName, 'crown_', 'Aligned', 'Export', 'Hold'])
    expect(await everything(client)).not.toContain(secret)

  const rules = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const contents = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    }),
  )
  expect(rules).toHaveLength(2)
  expect(rules[0]).toEqual(rules[1])
  expect(rules[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  const refused = await client.evaluate(async () => {
    const { stipple } = window as unknown as {
      stipple: {
        request(name: string, input: unknown): Promise<{ ok: boolean }>
        offerFiles(files: unknown[]): Promise<{ ok: boolean }>
      }
    }
    const asked = ['library.clients', 'library.status', 'library.lock', 'present.start', 'keys.status']
    const answers = await Promise.all(asked.map((name) => stipple.request(name, {})))
    return [...answers, await stipple.offerFiles([])].map(({ ok }) => ok)
  })
  expect(refused).toEqual(refused.map(() => false))

  const closed = client.waitForEvent('close')
  await window.getByRole('button', { name: 'Back to the series' }).click()
  await closed
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await window.getByRole('status', { name: 'Alignment' }).waitFor()
  const reopened = electron.waitForEvent('window')
  await window.keyboard.press('f')
  const again = await reopened
  await room(again).waitFor()
  const ended = again.waitForEvent('close')
  // the page is gone before the key is answered
  await again.keyboard.press('Escape').catch(() => undefined)
  await ended
  await window.getByRole('region', { name: 'Second screen' }).waitFor({ state: 'detached' })
  expect([...app.complaints, ...complaints]).toEqual([])
})

test('a blind check asks five times, says afterwards what was what, and counts', async () => {
  const app = await openComparison()
  const { window } = app
  await window.getByRole('button', { name: 'More', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Blind check' }).click()
  let right = 0
  for (let round = 1; round <= 5; round++) {
    await window.getByText(`Round ${round} of 5`).waitFor()
    expect(await everything(window)).not.toMatch(/Session \d|Healed \d|Post-cut|2026|Sample client/)
    await window.keyboard.press(round % 2 ? 'a' : 'ArrowRight')
    const said = window.getByRole('status').filter({ hasText: /newer\.$/ })
    await said.waitFor()
    if (/^Right/.test((await said.textContent()) ?? '')) right++
    expect(await everything(window)).toMatch(/2026/)
    await window.keyboard.press('Enter')
  }
  await window.getByText(new RegExp(`^${right} of 5 right: `)).waitFor()
  await window.getByText('Nothing of this was recorded.').waitFor()
  await window.keyboard.press('Escape')
  await window.getByRole('heading', { name: 'Post-cut and Healed 3' }).waitFor()
  expect(app.complaints).toEqual([])
})

test('a framing sheet is saved as a clear picture and as a page, without the client’s name', async () => {
  const app = await openComparison()
  const { window, userData } = app
  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window.getByRole('button', { name: 'More about Crown' }).click()
  await window.getByRole('menuitem', { name: 'Framing sheet…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Framing sheet: Crown' })
  await dialog.getByText(/^Distance: the head fills \d+ % of the height\.$/).waitFor()

  const picturePath = join(userData, 'sheet.png')
  await answerDialogs(app, { save: picturePath })
  await dialog.getByRole('button', { name: 'Save overlay picture…' }).click()
  await window.getByText('Saved as sheet.png').waitFor()
  const picture = await readFile(picturePath)
  const { width, height, hasAlpha, format } = await sharp(picture).metadata()
  const shown = await sharp(join(import.meta.dirname, '../../resources/sample-client/crown_post-cut.jpg')).metadata()
  expect({ format, hasAlpha, longest: Math.max(width, height) }).toEqual({
    format: 'png',
    hasAlpha: true,
    longest: 2000,
  })
  expect(width / height).toBeCloseTo(shown.width / shown.height, 2)
  expect(pngExtras(picture)).toEqual([])
  const alpha = await sharp(picture).extractChannel('alpha').raw().toBuffer()
  const clear = alpha.filter((opacity) => opacity === 0).length / alpha.length
  expect(clear).toBeGreaterThan(0.5)
  expect(clear).toBeLessThan(0.99)

  const pagePath = join(userData, 'sheet.pdf')
  await answerDialogs(app, { save: pagePath })
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  await window.getByText('Saved as sheet.pdf').waitFor()
  const page = (await readFile(pagePath)).toString('binary')
  expect(page.startsWith('%PDF-')).toBe(true)
  // A4 in points, and one page of it
  expect(page.match(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/g)).toHaveLength(1)
  // the traced picture stands on it
  expect(page).toMatch(/\/Width 2000\b/)
  const written = (text: string) => [text, Buffer.from(text, 'utf16le').swap16().toString('binary')]
  expect(written('Framing sheet: Crown').some((title) => page.includes(title))).toBe(true)
  expect(written(clientName).filter((name) => page.includes(name))).toEqual([])
  expect(app.complaints).toEqual([])
})
