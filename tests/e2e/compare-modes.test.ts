import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { meanDifference, offsetOf, type Place, partAround } from './screen-pixels.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

/** The sample client's crown, newest against baseline, aligned; at 1440 × 900. */
async function openComparison(): Promise<StippleApp> {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1440, 900))
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment)$/).waitFor({ timeout: alignLimitMs })
  return app
}

const pane = (window: Page) => window.getByRole('application').first()
const chooseByMouse = (window: Page, name: string) => window.locator('label', { hasText: name }).click()

async function middleOfPane(window: Page): Promise<Place> {
  const box = (await pane(window).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Waits until both photos stand in the pane. */
async function shownPhotos(window: Page): Promise<void> {
  await window.waitForFunction(() => {
    const images = [...document.querySelectorAll('[data-pane] img')]
    return images.length > 1 && images.every((image) => image.getAttribute('data-state') === 'shown')
  })
}

test('every mode by keyboard and by mouse: what it shows, sets and says', { timeout: 300_000 }, async () => {
  const app = await openComparison()
  const { window } = app
  const label = () => pane(window).getAttribute('aria-label')
  const slider = (name: RegExp | string) => window.getByRole('slider', { name })
  const value = (name: RegExp | string) => slider(name).getAttribute('aria-valuenow')

  for (const [key, mouse, name] of [
    ['2', 'Slider', 'Slider: Post-cut and Healed 3'],
    ['3', 'Overlay', 'Overlay: Post-cut and Healed 3'],
    ['4', 'Blink', 'Blink: Post-cut and Healed 3'],
    ['5', 'Difference', 'Difference: Post-cut and Healed 3'],
    ['6', 'Heat map', 'Heat map: Healed 3 against Post-cut'],
  ] as const) {
    await window.keyboard.press('1')
    await window.keyboard.press(key)
    expect(await label()).toBe(name)
    await window.keyboard.press('1')
    await chooseByMouse(window, mouse)
    expect(await label()).toBe(name)
    expect(await axeFindings(window), mouse).toEqual([])
  }

  // Space, even after a mode was chosen by mouse and after the photo was clicked
  await window.keyboard.press(' ')
  expect(await label()).toMatch(/^Blink/)
  await window.keyboard.press(' ')
  expect(await label()).toMatch(/^Heat map/)
  const middle = await middleOfPane(window)
  await window.mouse.click(middle.x, middle.y)
  await window.keyboard.press(' ')
  expect(await label()).toMatch(/^Blink/)

  await window.keyboard.press('2')
  await window.keyboard.press('Escape')
  await slider(/^Split/).focus()
  await window.keyboard.press('End')
  expect(await value(/^Split/)).toBe('100')
  await window.getByRole('button', { name: 'Half and half' }).click()
  expect(await value(/^Split/)).toBe('50')
  await window.getByRole('button', { name: 'Lay the split across' }).click()
  expect(await slider(/^Split/).getAttribute('aria-orientation')).toBe('vertical')
  const handle = await middleOfPane(window)
  await window.mouse.move(handle.x, handle.y)
  await window.mouse.down()
  await window.mouse.move(handle.x, handle.y - 150, { steps: 5 })
  await window.mouse.up()
  expect(Number(await value(/^Split/))).toBeLessThan(35)
  await window.keyboard.press('v')
  expect(await slider(/^Split/).getAttribute('aria-orientation')).toBe('horizontal')

  for (const key of ['5', '6']) {
    await window.keyboard.press(key)
    const picture = pane(window).getByRole('img', { name: (await label())! })
    await picture.locator('xpath=self::canvas').waitFor()
    const tolerance = Number(await value('Tolerance'))
    await window.keyboard.press(']')
    expect(Number(await value('Tolerance'))).toBe(tolerance + 1)
    await slider('Tolerance').press('ArrowLeft')
    expect(Number(await value('Tolerance'))).toBe(tolerance)
  }
  await window.getByText('Darker than Post-cut').waitFor()

  // the sheet lists the keys of what is on the screen
  await window.keyboard.press('?')
  const sheet = window.getByRole('dialog')
  for (const name of ['Start and stop blinking', 'Hold: other photo', 'Turn the view to the left', 'More tolerance'])
    await sheet.getByText(name).waitFor()
  await window.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  // the heat map is exported as it is seen, turned
  await window
    .getByRole('region', { name: 'What the colours mean' })
    .getByText(/Measuring/)
    .waitFor({ state: 'hidden' })
  const file = join(app.userData, 'heat.png')
  await answerDialogs(app, { save: file })
  await window.getByRole('button', { name: 'Turn the view to the right' }).click()
  await window.getByRole('button', { name: /^export/i }).click()
  await window.getByRole('dialog').getByText('PNG').click()
  await window.getByRole('button', { name: /^save picture/i }).click()
  await window.getByText(/saved as .*heat\.png/i).waitFor({ timeout: 60_000 })
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1080, 1350])
  // pigment makes the skin darker, which is blue
  let blue = 0
  for (let at = 0; at < data.length; at += 3) if (data[at + 2]! - data[at]! > 40) blue++
  expect(blue / (data.length / 3)).toBeGreaterThan(0.15)
  expect(app.complaints).toEqual([])
})

test('blinking shows one photo or the other, never anything else, and its label with it', {
  timeout: 240_000,
}, async () => {
  const app = await openComparison()
  const { window } = app
  await window.keyboard.press('4')
  await shownPhotos(window)
  await window.keyboard.press('p')
  const status = window.getByRole('status', { name: 'Blinking' })
  const middle = await middleOfPane(window)
  const place = { x: middle.x, y: middle.y - 100 }
  const plate = () => pane(window).locator('[data-edge]').textContent()
  const pausedOn = async (photo: string) => {
    if ((await status.textContent()) !== `Paused on ${photo}.`) await window.keyboard.press('x')
    await window.waitForTimeout(300)
    expect(await status.textContent()).toBe(`Paused on ${photo}.`)
    expect(await plate()).toContain(photo)
    return partAround(window, place, 300)
  }
  const [reference, moving] = [await pausedOn('Post-cut'), await pausedOn('Healed 3')]
  const apart = meanDifference(reference, moving)
  expect(apart).toBeGreaterThan(2)
  for (let press = 0; press < 8; press++) await window.keyboard.press(']')
  await window.keyboard.press('p')
  let [ofReference, ofMoving] = [0, 0]
  for (let shot = 0; shot < 30; shot++) {
    const seen = await partAround(window, place, 300)
    const nearest = Math.min(meanDifference(seen, reference), meanDifference(seen, moving))
    expect(nearest).toBeLessThan(apart / 20)
    if (meanDifference(seen, reference) < meanDifference(seen, moving)) ofReference++
    else ofMoving++
    await window.waitForTimeout(37)
  }
  expect(Math.min(ofReference, ofMoving)).toBeGreaterThan(4)
  expect(app.complaints).toEqual([])
})

test('the same point of the head stays under the cursor in every mode and every turn', {
  timeout: 300_000,
}, async () => {
  const app = await openComparison()
  const { window } = app
  const sidePx = 160
  const least = 0.9
  await window.keyboard.press('2')
  await shownPhotos(window)
  const middle = await middleOfPane(window)
  // an ear: full of contours, the same in all photos
  const ear = { x: middle.x - 224, y: middle.y + 14 }
  const near = (offset: Place & { certainty: number }, limitPx: number) => {
    expect(offset.certainty).toBeGreaterThan(least)
    expect(Math.hypot(offset.x, offset.y)).toBeLessThanOrEqual(limitPx)
  }

  // zoomed in at the cursor, once; then every mode shows the same reference at the same place
  await window.mouse.move(ear.x, ear.y)
  const whole = await partAround(window, ear, sidePx)
  for (let notch = 0; notch < 4; notch++) await window.mouse.wheel(0, -100)
  await window.waitForTimeout(800)
  await window.mouse.move(5, 5)
  const factor = Math.exp(4 * 100 * 0.0018)
  await window.keyboard.press('End')
  await window.waitForTimeout(500)
  const reference = await partAround(window, ear, 2 * sidePx)
  near(offsetOf(await partAround(window, ear, 2 * sidePx, { scale: 1 / factor }), whole, 6), 1)

  await window.keyboard.press('3')
  await slider(window, /^Opacity/).press('Home')
  await window.waitForTimeout(400)
  near(offsetOf(await partAround(window, ear, 2 * sidePx), reference, 6), 0.1)
  await slider(window, /^Opacity/).press('End')
  await window.waitForTimeout(400)
  const moving = await partAround(window, ear, 2 * sidePx)
  // the alignment's own error: below one per cent of the head's width on the screen
  near(offsetOf(moving, reference, 16), 1 + 0.01 * 460 * factor)

  await window.keyboard.press('4')
  await window.keyboard.press('p')
  await window.waitForTimeout(400)
  const blinked = await partAround(window, ear, 2 * sidePx)
  expect(Math.min(meanDifference(blinked, reference), meanDifference(blinked, moving))).toBeLessThan(0.5)

  // at strength 0 the heat map is the dimmed reference itself
  await window.keyboard.press('6')
  await slider(window, 'Strength').press('Home')
  await pane(window).locator('canvas').waitFor()
  await window.waitForTimeout(1500)
  near(offsetOf(await partAround(window, ear, 2 * sidePx), reference, 6), 1)

  // while the other photo is asked for it lies where it lies in every mode
  await window.keyboard.down('h')
  await window.waitForTimeout(800)
  near(offsetOf(await partAround(window, ear, 2 * sidePx), moving, 6), 0.1)
  await window.keyboard.up('h')

  // turns: about the pane's middle, and the cursor's point stays when zooming in each of them
  await window.keyboard.press('2')
  await window.keyboard.press('0')
  await window.keyboard.press('End')
  await window.waitForTimeout(500)
  const upright = await partAround(window, { x: middle.x, y: middle.y - 60 }, 3 * sidePx)
  for (const turns of [1, 2, 3]) {
    await window.keyboard.press('.')
    await window.waitForTimeout(500)
    const [sin, cos] = [Math.round(Math.sin((turns * Math.PI) / 2)), Math.round(Math.cos((turns * Math.PI) / 2))]
    const turnedPlace = { x: middle.x + 60 * sin, y: middle.y - 60 * cos }
    near(offsetOf(await partAround(window, turnedPlace, 3 * sidePx, { turnDegrees: -90 * turns }), upright, 4), 1)
    // the ear that doesn't come to lie near the buttons at the pane's lower edge
    const away = turns === 3 ? { x: 245, y: 12 } : { x: -224, y: 14 }
    const turnedEar = { x: middle.x + away.x * cos - away.y * sin, y: middle.y + away.x * sin + away.y * cos }
    const before = await partAround(window, turnedEar, sidePx)
    await window.mouse.move(Math.round(turnedEar.x), Math.round(turnedEar.y))
    for (let notch = 0; notch < 4; notch++) await window.mouse.wheel(0, -100)
    await window.waitForTimeout(800)
    // no larger than stays in the pane
    near(offsetOf(await partAround(window, turnedEar, 1.6 * sidePx, { scale: 1 / factor }), before, 6), 1)
    await window.keyboard.press('0')
  }
  expect(app.complaints).toEqual([])
})

function slider(window: Page, name: RegExp | string) {
  return window.getByRole('slider', { name })
}
