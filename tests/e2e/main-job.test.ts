import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { filesHolding } from '../library/files-holding.ts'
import { jpegExtras, pngExtras } from './picture-metadata.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

async function openSampleComparison(app: StippleApp): Promise<void> {
  await app.window.getByRole('button', { name: /^sample client/i }).click()
  await app.window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
}

/** Share of the picture's pixels (0 to 1) that differ from the middle grey of an empty pane. */
async function drawnShare(path: string): Promise<number> {
  const { data } = await sharp(path)
    .resize(90, 90, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let drawn = 0
  for (let at = 0; at < data.length; at += 3)
    if (Math.max(...[0, 1, 2].map((c) => Math.abs(data[at + c]! - 118))) > 12) drawn++
  return drawn / (data.length / 3)
}

/** How often the alignment of the crown's newest-against-baseline pair was computed and recorded. */
function timesAligned(events: DomainEvent[]): number {
  const photos = events.flatMap((event) => (event.type === 'photo-imported' ? [event.data] : []))
  const idOf = (fileName: string) => photos.find((photo) => photo.fileName === fileName)?.photoId
  const [reference, moving] = [idOf('crown_post-cut.jpg'), idOf('crown_healed-3.jpg')]
  return events.filter(
    (event) =>
      event.type === 'alignment-made' && event.data.referenceId === reference && event.data.movingId === moving,
  ).length
}

test('first start → sample client → two clicks to an aligned comparison → every mode → export; a restart finds everything again', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await openSampleComparison(app)
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })
  const outcome = await alignment.textContent()

  await window.getByRole('radio', { name: /side by side/i }).waitFor({ state: 'attached' })
  expect(await window.getByRole('application').count()).toBe(2)
  await window.keyboard.press('2')
  await window.getByRole('slider', { name: /split/i }).waitFor()
  await window.keyboard.press('3')
  await window.getByRole('slider', { name: /opacity/i }).waitFor()
  await window.keyboard.press('1')
  expect(await window.getByRole('application').count()).toBe(2)

  const formats = [
    { format: 'PNG', shape: '4:5', width: 1080, height: 1350, file: join(userData, 'comparison.png') },
    { format: 'JPEG', shape: '1:1', width: 1080, height: 1080, file: join(userData, 'comparison.jpg') },
  ]
  for (const { format, shape, width, height, file } of formats) {
    await answerDialogs(app, { save: file })
    await window.getByRole('button', { name: /^export/i }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Shape' }).selectOption(shape)
    await dialog.getByText(format).click()
    await dialog.getByRole('button', { name: /^save picture/i }).click()
    await window.getByText(new RegExp(`saved as .*${basename(file)}`, 'i')).waitFor({ timeout: 60_000 })
    const bytes = await readFile(file)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: format.toLowerCase(), width, height })
    expect(format === 'PNG' ? pngExtras(bytes) : jpegExtras(bytes)).toEqual([])
    for (const secret of ['Sample client', 'sample', 'Exif', 'GPS', userData])
      expect(bytes.includes(secret)).toBe(false)
    expect(await drawnShare(file)).toBeGreaterThan(0.4)
    if (await dialog.isVisible()) await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
  const events = await recordedEvents(userData)
  expect(events.filter(({ type }) => type === 'comparison-exported')).toHaveLength(2)
  const madeOnce = timesAligned(events)
  expect(madeOnce).toBe(1)
  expect(app.complaints).toEqual([])
  await app.close()
  const original = await readFile(join(import.meta.dirname, '../../resources/sample-client/crown_post-cut.jpg'))
  const middle = original.length >> 1
  for (const secret of [Buffer.from('Sample client'), Buffer.from('crown_'), original.subarray(middle, middle + 32)])
    expect(await filesHolding(userData, secret)).toEqual([])

  const again = await startStipple(userData)
  await again.window.getByText('24 photos').waitFor()
  await openSampleComparison(again)
  const kept = again.window.getByRole('status', { name: 'Alignment' })
  await kept.getByText(/^(Aligned|Check the alignment)$/).waitFor()
  expect(await kept.textContent()).toBe(outcome)
  expect(timesAligned(await recordedEvents(userData))).toBe(1)
})

test('the sample client goes in one click and comes back by undo', async () => {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  const sample = window.getByRole('button', { name: /^sample client/i })
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: 'Remove sample' }).click()
  await sample.waitFor({ state: 'detached' })
  await window.keyboard.press('Control+z')
  await sample.waitFor()
  await window.getByText('24 photos').waitFor()
  expect(app.complaints).toEqual([])
})

test('landmarks placed by hand bind, are kept and survive a restart', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await openSampleComparison(app)
  await window
    .getByRole('status', { name: 'Alignment' })
    .getByText(/^(Aligned|Check the alignment|Needs landmarks)$/)
    .waitFor({ timeout: alignLimitMs })
  await window.getByRole('button', { name: /^adjust/i }).click()
  const [reference, moving] = [window.getByRole('application').nth(0), window.getByRole('application').nth(1)]
  for (const [x, y] of [
    [0.3, 0.45],
    [0.7, 0.45],
    [0.5, 0.7],
  ] as const) {
    for (const pane of [reference, moving]) {
      const box = (await pane.boundingBox())!
      await pane.click({ position: { x: box.width * x, y: box.height * y } })
    }
  }
  await window.getByRole('button', { name: /landmark 3 in the moving photo/i }).press('ArrowRight')
  await window.getByRole('button', { name: 'Save and align' }).click()
  await window.getByText('By hand').waitFor({ timeout: alignLimitMs })
  await app.close()

  const again = await startStipple(userData)
  await openSampleComparison(again)
  await again.window.getByText('By hand').waitFor()
  const events = await recordedEvents(userData)
  expect(events.filter(({ type }) => type === 'landmarks-placed')).toHaveLength(1)
})
