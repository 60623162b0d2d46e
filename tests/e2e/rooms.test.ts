import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { angleLabel } from '../../shared/domain/angle.ts'
import { speak, t } from '../../shared/words/translate.ts'
import { axeFindings } from './axe-findings.ts'
import { emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const desk = { widthPx: 1440, heightPx: 900, zoom: 1 }
const small = { widthPx: 1024, heightPx: 700, zoom: 1 }
/** Everything twice as large: as in a window of 720 × 450. */
const magnified = { widthPx: 1440, heightPx: 900, zoom: 2 }

async function lookAt({ electron, window }: StippleApp, size: typeof desk): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { widthPx, heightPx, zoom }) => {
    const [first] = BrowserWindow.getAllWindows()
    first!.setContentSize(widthPx, heightPx)
    first!.webContents.setZoomFactor(zoom)
  }, size)
  await window.waitForTimeout(400)
}

/** Names of buttons that lie outside the window, and can't be scrolled to. */
function unreachable(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const scope = document.querySelector('[role="dialog"]') ?? document.body
    return [...scope.querySelectorAll<HTMLElement>('header button, footer button')].flatMap((button) => {
      const { left, right, top, bottom, width } = button.getBoundingClientRect()
      const isOut = left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1
      let box: HTMLElement | null = button
      while (box && !['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) box = box.parentElement
      return width > 0 && isOut && !box ? [button.ariaLabel ?? button.textContent] : []
    })
  })
}

async function check(app: StippleApp, screen: string, sizes: readonly (typeof desk)[] = [desk, small]): Promise<void> {
  for (const size of sizes) {
    await lookAt(app, size)
    const at = `${screen} at ${size.widthPx}×${size.heightPx}, ${size.zoom * 100} %`
    await app.window.getByRole('alert').waitFor({ state: 'detached' })
    expect(await axeFindings(app.window), at).toEqual([])
    expect(await unreachable(app.window), at).toEqual([])
    const overflow = await app.window.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${at} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  await lookAt(app, desk)
}

test('in the light room and in German no screen breaks a rule that a program can find; twice as large nothing is lost; both stay chosen', async () => {
  speak('de')
  onTestFinished(() => speak('en'))
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog')
  await settings.getByRole('radio', { name: 'Light' }).click()
  await settings.getByRole('radio', { name: 'Deutsch', exact: true }).click()
  await window.getByRole('dialog', { name: t('Settings') }).waitFor()
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('de')
  await check(app, 'settings', [desk, small, magnified])
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  await check(app, 'clients', [small, magnified])
  await window.getByRole('button', { name: /^sample client/i }).click()
  const compare = window.getByRole('button', {
    name: t('Compare newest with baseline: {{angle}}', { angle: angleLabel('crown') }),
  })
  await compare.waitFor()
  await check(app, 'series board', [small, magnified])
  await compare.click()
  await window.getByText(t('Aligned'), { exact: true }).first().waitFor({ timeout: 120_000 })
  for (const [index, mode] of ['side by side', 'slider', 'overlay', 'blink', 'difference', 'heat map'].entries()) {
    await window.keyboard.press(String(index + 1))
    if (mode === 'difference' || mode === 'heat map')
      await window.locator('[data-painting="false"]').waitFor({ state: 'attached' })
    await check(app, mode, [small])
  }
  await window.keyboard.press('2')
  await check(app, 'slider', [magnified])
  for (const [open, name] of [
    ['?', 'keys'],
    ['c', 'proposed comparisons'],
    ['Control+s', 'saving a comparison'],
  ] as const) {
    await window.keyboard.press(open)
    await window.getByRole('dialog').waitFor()
    await check(app, name, [small])
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await window.keyboard.press('f')
  await window.getByRole('main', { name: t('Present') }).waitFor()
  await check(app, 'presenting', [small])
  await window.keyboard.press('Escape')
  const more = window.getByRole('button', { name: t('More'), exact: true })
  await more.click()
  await window.getByRole('menuitem', { name: t('Blind check') }).click()
  await window.getByRole('application').first().waitFor()
  await check(app, 'blind check', [small])
  await window.keyboard.press('Escape')
  await more.click()
  await window.getByRole('menuitem', { name: t('Framing sheet…') }).click()
  await window.getByRole('dialog').waitFor()
  await check(app, 'framing sheet', [small])
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: t('Export…') }).click()
  await window.locator('canvas[data-ready=true]').waitFor()
  await check(app, 'export', [small])
  await window.getByRole('dialog').getByText('Instagram', { exact: true }).click()
  await window.getByRole('button', { name: t('Record a consent…') }).click()
  await window.getByRole('textbox', { name: t('What the client agrees to') }).waitFor()
  await check(app, 'consent', [small, magnified])
  await window.getByRole('button', { name: t('Cancel') }).click()
  await window.locator('canvas[data-ready=true]').waitFor()
  await window.keyboard.press('Escape')
  expect(app.complaints).toEqual([])
  await app.close()

  const again = await startStipple(userData)
  await again.window.getByRole('heading', { name: t('Clients') }).waitFor()
  const room = await again.window.evaluate(() => document.documentElement.dataset.mantineColorScheme)
  expect(room).toBe('light')
}, 300_000)
