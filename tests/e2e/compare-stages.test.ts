import sharp from 'sharp'
import { expect, test } from 'vitest'
import { recordedEvents } from './recorded-events.ts'
import { emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

async function openCrown({ window }: StippleApp): Promise<void> {
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
}

const title = ({ window }: StippleApp, text: string) =>
  window.getByRole('heading', { name: text, exact: true }).waitFor()
const panes = ({ window }: StippleApp) => window.getByRole('application')

/** Where the picture of a pane lies on the screen, counted from the pane's corner. */
async function pictureBox(app: StippleApp, pane: number) {
  const place = panes(app).nth(pane)
  const [outer, inner] = [await place.boundingBox(), await place.locator('img').first().boundingBox()]
  return { x: inner!.x - outer!.x, y: inner!.y - outer!.y, width: inner!.width, height: inner!.height }
}

/** The pixels of the middle of a pane, where nothing is written. */
async function middlePixels(app: StippleApp, pane: number): Promise<Buffer> {
  const place = panes(app).nth(pane)
  await place.locator('img[data-state="shown"]').first().waitFor({ state: 'attached' })
  const { width, height } = (await place.boundingBox())!
  const [left, top] = [Math.round(width * 0.25), Math.round(height * 0.3)]
  return sharp(await place.screenshot())
    .extract({ left, top, width: Math.round(width * 0.5), height: Math.round(height * 0.4) })
    .removeAlpha()
    .raw()
    .toBuffer()
}

const meanDifference = (a: Buffer, b: Buffer) =>
  a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length

test('two clicks lead to newest against baseline; the arrow keys go through stages and angles, and the place is kept', async () => {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  await openCrown(app)
  await title(app, 'Post-cut and Healed 3')
  await window
    .getByRole('status', { name: 'Alignment' })
    .getByText(/^(Aligned|Check the alignment)$/)
    .waitFor({ timeout: alignLimitMs })
  for (const key of ['+', '+', '+', '+']) await window.keyboard.press(key)
  const pane = (await panes(app).first().boundingBox())!
  await window.mouse.move(pane.x + 300, pane.y + 300)
  await window.mouse.down()
  await window.mouse.move(pane.x + 240, pane.y + 260, { steps: 5 })
  await window.mouse.up()
  const zoomed = await pictureBox(app, 0)
  expect(await pictureBox(app, 1)).toEqual(zoomed)
  const baseline = await middlePixels(app, 0)

  // a click on a photo doesn't keep the arrow keys from stepping
  await window.keyboard.press('ArrowLeft')
  await title(app, 'Post-cut and Session 3')
  expect(await pictureBox(app, 0)).toEqual(zoomed)
  expect(meanDifference(await middlePixels(app, 0), baseline)).toBeLessThan(0.5)
  await window.keyboard.press('ArrowUp')
  await window.getByText('Top · Sample client').waitFor()
  await title(app, 'Post-cut and Session 3')
  expect((await pictureBox(app, 0)).width).toBeLessThan(zoomed.width)
  await window.keyboard.press('ArrowDown')
  await window.getByText('Crown · Sample client').waitFor()
  expect(await pictureBox(app, 0)).toEqual(zoomed)
  expect(meanDifference(await middlePixels(app, 0), baseline)).toBeLessThan(0.5)
  await window.keyboard.press('ArrowRight')
  await title(app, 'Post-cut and Healed 3')
  expect(await pictureBox(app, 1)).toEqual(zoomed)
  expect(app.complaints).toEqual([])
})

test('up to all stages stand side by side; what is proposed, saved and kept as the studio’s own is found again after a restart', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await openCrown(app)
  await title(app, 'Post-cut and Healed 3')
  await window.keyboard.press('c')
  const proposed = window.getByRole('dialog').getByRole('region', { name: 'Proposed' })
  await proposed.getByText('Fits best').waitFor()
  await proposed.getByRole('button', { name: /^Same session: fresh ↔ healed/ }).click()
  await title(app, 'Session 3 and Healed 3')
  await window.keyboard.press('c')
  await proposed.getByRole('button', { name: /^Post-cut ↔ newest/ }).click()
  await title(app, 'Post-cut and Healed 3')

  await window.keyboard.press('n')
  await window.keyboard.press('n')
  expect(await panes(app).count()).toBe(4)
  const labels = () =>
    panes(app).evaluateAll((all) => all.map((pane) => pane.getAttribute('aria-label')?.replace(/ · .*/, '')))
  expect(await labels()).toEqual(['Pane 1, baseline: Crown', 'Pane 2: Crown', 'Pane 3: Crown', 'Pane 4, chosen: Crown'])
  await panes(app).nth(1).click()
  await title(app, 'Post-cut and Healed 1')
  await window.keyboard.press('ArrowLeft')
  await title(app, 'Post-cut and Session 1')
  await window.getByRole('button', { name: /^Compare with Crown · Before/ }).click()
  await title(app, 'Post-cut and Before')
  for (const key of ['+', '+', '+']) await window.keyboard.press(key)
  const saved = { boxes: await Promise.all([0, 1].map((pane) => pictureBox(app, pane))), labels: await labels() }

  await window.keyboard.press('Control+s')
  await window.getByRole('textbox', { name: 'Name' }).fill('For the review')
  await window.keyboard.press('Enter')
  await window.getByText('Comparison saved: For the review').waitFor()
  await window.keyboard.press('Control+s')
  await window.getByText('Every client', { exact: true }).click()
  await window.getByRole('textbox', { name: 'Name' }).fill('Ours')
  await window.keyboard.press('Enter')
  await window.getByText('Saved as the studio’s own: Ours').waitFor()

  await window.keyboard.press('n')
  expect(await panes(app).count()).toBe(8)
  expect(app.complaints).toEqual([])
  await app.close()

  const again = await startStipple(userData)
  await again.window.getByRole('button', { name: /^sample client/i }).click()
  await again.window.getByRole('button', { name: 'Proposed and saved comparisons' }).click()
  await again.window
    .getByRole('region', { name: 'Saved' })
    .getByRole('button', { name: /^For the review/ })
    .click()
  await title(again, 'Post-cut and Before')
  expect(await panes(again).count()).toBe(4)
  expect(await Promise.all([0, 1].map((pane) => pictureBox(again, pane)))).toEqual(saved.boxes)
  await again.window.keyboard.press('c')
  await again.window.getByRole('dialog').getByRole('button', { name: /^Ours/ }).click()
  await title(again, 'Post-cut and Healed 3')
  expect(await panes(again).count()).toBe(4)
  const types = (await recordedEvents(userData)).map(({ type }) => type)
  expect(types.filter((type) => type === 'comparison-saved')).toHaveLength(1)
  expect(types.filter((type) => type === 'hanging-protocol-saved')).toHaveLength(1)
})
