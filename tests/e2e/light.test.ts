import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { gainTable } from '../../shared/domain/light/colour-correction.ts'
import type { MatchedLight } from '../../shared/domain/light/match-light.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const channels = ['red', 'green', 'blue'] as const

/** The pixels of a photo as the screen shows it: a part of its pane without plates and overlays. */
async function shownPixels({ window }: StippleApp, pane: number): Promise<Buffer> {
  const box = (await window.getByRole('application').nth(pane).boundingBox())!
  const clip = {
    x: Math.round(box.x + 0.3 * box.width),
    y: Math.round(box.y + 0.25 * box.height),
    width: Math.round(0.4 * box.width),
    height: Math.round(0.4 * box.height),
  }
  const picture = await window.screenshot({ clip })
  return sharp(picture).removeAlpha().raw().toBuffer()
}

/** The share of values (0 to 1) that are not what the table of the gain makes of them. */
function shareOff(before: Buffer, after: Buffer, correction: MatchedLight['reference']): number {
  const tables = channels.map((channel) => gainTable(correction[channel]))
  let off = 0
  for (let at = 0; at < before.length; at++) if (after[at] !== tables[at % 3]![before[at]!]) off++
  return off / before.length
}

async function exported(app: StippleApp, file: string): Promise<Buffer> {
  const { window } = app
  await answerDialogs(app, { save: file })
  await window.getByRole('button', { name: /^export/i }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByText('PNG').click()
  await dialog.getByRole('button', { name: /^save picture/i }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 })
  return sharp(await readFile(file))
    .removeAlpha()
    .raw()
    .toBuffer()
}

test('light is matched by key and by mouse, pixel by pixel, and as shot is what it was; an export does the same and is recorded', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await window
    .getByRole('status', { name: 'Alignment' })
    .getByText('Aligned', { exact: true })
    .waitFor({ timeout: 120_000 })
  const lightSwitch = window.getByRole('button', { name: 'Light matched' })
  await window.locator('[aria-label="Light matched"][aria-disabled="false"]').waitFor({ timeout: 60_000 })
  expect(await lightSwitch.getAttribute('aria-pressed')).toBe('false')
  await window.mouse.move(5, 5)
  await window.waitForTimeout(1500)
  const asShot = [await shownPixels(app, 0), await shownPixels(app, 1)] as const
  const exportedAsShot = await exported(app, join(userData, 'as-shot.png'))

  await window.keyboard.press('m')
  await window.getByText('Light matched', { exact: true }).nth(2).waitFor()
  await window.mouse.move(5, 5)
  await window.waitForTimeout(1000)
  const matched = [await shownPixels(app, 0), await shownPixels(app, 1)] as const
  const exportedMatched = await exported(app, join(userData, 'matched.png'))

  await lightSwitch.click()
  expect(await lightSwitch.getAttribute('aria-pressed')).toBe('false')
  await window.mouse.move(5, 5)
  await window.waitForTimeout(1500)
  expect((await shownPixels(app, 0)).equals(asShot[0])).toBe(true)
  expect((await shownPixels(app, 1)).equals(asShot[1])).toBe(true)

  const records = (await recordedEvents(userData)).flatMap((event) =>
    event.type === 'comparison-exported' ? [event.data] : [],
  )
  expect(records.map(({ light }) => light !== undefined)).toEqual([false, true])
  const light = records[1]!.light!
  expect(light.source).toBe('ears-and-neck')
  // the ears of healed 3 are 0.35 stops brighter than those of post-cut
  expect(light.reference.green / light.moving.green).toBeCloseTo(1.28, 1)
  // the screen draws a reduced picture: here and there one value of it comes out otherwise under a filter
  expect(shareOff(asShot[0], matched[0], light.reference)).toBeLessThan(0.01)
  expect(shareOff(asShot[1], matched[1], light.moving)).toBeLessThan(0.01)
  expect(matched[0].equals(asShot[0])).toBe(false)

  // the middle of the upper and the lower half of the export, away from what is written on it
  const size = { width: 1080, height: 1350 }
  const part = (picture: Buffer, left: number, top: number) =>
    sharp(picture, { raw: { ...size, channels: 3 } })
      .extract({ left, top, width: 150, height: 200 })
      .raw()
      .toBuffer()
  const places = [
    { left: 465, top: 230, correction: light.reference },
    { left: 465, top: 900, correction: light.moving },
  ]
  for (const { left, top, correction } of places)
    expect(shareOff(await part(exportedAsShot, left, top), await part(exportedMatched, left, top), correction)).toBe(0)

  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window
    .getByRole('button', { name: /history/i })
    .first()
    .click()
  await window.getByText(/^Light matched: exposure \+0\.\d\d and −0\.\d\d stops, and colour$/).waitFor()
  expect(app.complaints).toEqual([])
})
