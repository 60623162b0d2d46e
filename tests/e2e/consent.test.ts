import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { jpegExtras } from './picture-metadata.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

async function openExport({ window }: StippleApp): Promise<void> {
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await window.getByText('Aligned', { exact: true }).first().waitFor({ timeout: 120_000 })
  await window.getByRole('button', { name: /^export/i }).click()
  await window.locator('canvas[data-ready=true]').waitFor({ timeout: 120_000 })
}

/** Asks main to save for Instagram, past every dialog of the window. */
function saveDirectly({ window }: StippleApp, photoIds: readonly string[]): Promise<{ ok: boolean; reason?: string }> {
  return window.evaluate(async (ids) => {
    type Reply = { ok: boolean; error?: { details: { reason?: string } } }
    const { stipple } = globalThis as unknown as { stipple: { request(name: string, input: unknown): Promise<Reply> } }
    const canvas = new OffscreenCanvas(60, 40)
    canvas.getContext('2d')
    const file = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    const about = { kind: 'picture', format: 'jpeg', suggestedName: 'comparison' }
    const asked = { photoIds: ids, purpose: 'instagram', ...about, file }
    const { ok, error } = await stipple.request('export.save', asked)
    return { ok, ...(error?.details.reason !== undefined && { reason: error.details.reason }) }
  }, photoIds)
}

test('without a consent nothing goes to a channel; with one it does and is known by its hash; withdrawn, it is refused again and what is out there is listed', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  const file = join(userData, 'comparison.jpg')
  await answerDialogs(app, { save: file })
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await openExport(app)
  const dialog = window.getByRole('dialog')

  await dialog.getByText('Instagram', { exact: true }).click()
  await dialog.getByText('This client has given no consent yet.').waitFor()
  const save = dialog.getByRole('button', { name: 'Save picture…' })
  expect(await save.isDisabled()).toBe(true)
  expect(await axeFindings(window)).toEqual([])
  const photos = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'photo-imported' && event.data.fileName.startsWith('crown_') ? [event.data.photoId] : [],
  )
  const shown = photos.slice(0, 2)
  expect(await saveDirectly(app, shown)).toEqual({ ok: false, reason: 'This client has given no consent yet.' })
  expect(existsSync(file)).toBe(false)

  await dialog.getByRole('button', { name: 'Record a consent…' }).click()
  await window.getByText('Consent of Sample client').waitFor()
  await window.getByRole('button', { name: 'Record the consent' }).click()
  await window.getByText('The signature is missing.').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.getByRole('textbox', { name: 'Name of who signs' }).fill('Sam Sample')
  const field = (await window.getByRole('img', { name: /^Signature: draw it here/ }).boundingBox())!
  const at = (x: number, y: number) => [field.x + field.width * x, field.y + field.height * y] as const
  await window.mouse.move(...at(0.2, 0.5))
  await window.mouse.down()
  for (let step = 1; step <= 20; step++) await window.mouse.move(...at(0.2 + step * 0.02, 0.5 + 0.2 * Math.sin(step)))
  await window.mouse.up()
  await window.getByRole('button', { name: 'Record the consent' }).click()

  // back at the export as it was
  await window.getByText(/^Covered by the consent of/).waitFor()
  await window.locator('canvas[data-ready=true]').waitFor()
  await save.click()
  await window.getByText('Saved as comparison.jpg').waitFor({ timeout: 60_000 })
  const bytes = await readFile(file)
  const outputSha256 = createHash('sha256').update(bytes).digest('hex')
  expect(jpegExtras(bytes)).toEqual([])
  const events = await recordedEvents(userData)
  expect(events.filter(({ type }) => type === 'comparison-exported')).toMatchObject([
    { data: { purpose: 'instagram', consentVersion: 1, fileName: 'comparison.jpg', outputSha256 } },
  ])
  const given = events.flatMap((event) => (event.type === 'consent-given' ? [event.data] : []))
  expect(given).toMatchObject([{ channels: ['instagram'], angles: 'crown-only', signed: { by: 'drawing' } }])

  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window.getByRole('button', { name: 'Records', exact: true }).click()
  await window.getByRole('button', { name: 'Consent…' }).click()
  await window.getByRole('table', { name: 'Exported with consent' }).waitFor()
  expect(await axeFindings(window)).toEqual([])
  await window.getByRole('button', { name: 'Withdraw…' }).click()
  await window.getByText('1 export will have to be taken down:').waitFor()
  await window.getByRole('button', { name: 'Withdraw the consent' }).click()
  const row = window.getByRole('table', { name: 'To take down' }).getByRole('row').nth(1)
  await row.waitFor()
  expect(await row.textContent()).toContain('Instagramcomparison.jpg')
  expect(await row.textContent()).toContain(outputSha256)
  await window.getByText('Consent withdrawn', { exact: true }).waitFor({ state: 'hidden' })
  expect(await axeFindings(window)).toEqual([])
  const refused = { ok: false, reason: 'The client has withdrawn the consent.' }
  expect(await saveDirectly(app, shown)).toEqual(refused)

  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the series board' }).click()
  await openExport(app)
  await dialog.getByText('Instagram', { exact: true }).click()
  await dialog.getByText(refused.reason).waitFor()
  expect(await save.isDisabled()).toBe(true)
  expect(app.complaints).toEqual([])
}, 400_000)
