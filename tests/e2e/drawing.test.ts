import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Alignment } from '../../shared/domain/alignment.ts'
import type { Drawing, ShapeOf } from '../../shared/domain/drawing.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { toReference } from '../../shared/domain/geometry/compose-transforms.ts'
import { distance, type Point } from '../../shared/domain/geometry/points.ts'
import { toMoving } from '../../shared/domain/geometry/transform.ts'
import { type Size, toScreen, wholePicture } from '../../shared/domain/geometry/viewport.ts'
import { type Photo, shownSize } from '../../shared/domain/photo.ts'
import { axeFindings } from './axe-findings.ts'
import { recordedEvents } from './recorded-events.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const alignLimitMs = 120_000

async function openSampleComparison({ window }: StippleApp): Promise<void> {
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  await aligned(window)
}

async function aligned(window: Page): Promise<void> {
  await window
    .getByRole('status', { name: 'Alignment' })
    .getByText(/^(Aligned|Check the alignment)$/)
    .waitFor({ timeout: alignLimitMs })
}

async function openTable({ window }: StippleApp): Promise<Locator> {
  await window.getByRole('button', { name: 'Draw…' }).click()
  const pane = window.getByRole('application', { name: /^Photo to draw on/ })
  await pane.waitFor()
  return pane
}

/** A drag through places of a pane, as shares of its width and height. */
async function drag(window: Page, pane: Locator, places: readonly (readonly [number, number])[]): Promise<void> {
  const box = (await pane.boundingBox())!
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const
  await window.mouse.move(...at(places[0]!))
  await window.mouse.down()
  for (const place of places.slice(1)) await window.mouse.move(...at(place), { steps: 3 })
  await window.mouse.up()
}

const ring = (x: number, y: number, radiusX: number, radiusY: number) =>
  Array.from({ length: 25 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 24
    return [x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)] as const
  })

function drawnIn(events: readonly DomainEvent[]): Map<string, Drawing> {
  const drawings = new Map<string, Drawing>()
  for (const { type, data } of events) {
    if (type === 'drawing-added') drawings.set(data.drawingId, data)
    if (type === 'drawing-changed') drawings.set(data.drawingId, { ...drawings.get(data.drawingId)!, ...data })
  }
  return drawings
}

const list = (window: Page) => window.getByRole('region', { name: 'List of drawings' })

test('zones, a hairline and a distance are drawn by mouse and by keyboard alone, measured, hidden, and found again', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await openSampleComparison(app)
  const pane = await openTable(app)

  await window.keyboard.press('2')
  await drag(window, pane, ring(0.5, 0.45, 0.12, 0.16))
  await list(window).getByRole('button', { name: 'Treated zone', exact: true }).waitFor()
  await window.keyboard.press('3')
  await drag(window, pane, [
    [0.35, 0.3],
    [0.42, 0.2],
    [0.5, 0.17],
    [0.58, 0.2],
    [0.65, 0.3],
  ])
  await list(window).getByRole('button', { name: 'Hairline', exact: true }).waitFor()

  // a zone without any pointer: the tool, three points, the end; then its kind
  await window.keyboard.press('2')
  await window.keyboard.press('Enter')
  for (let step = 0; step < 2; step++) await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Enter')
  for (let step = 0; step < 2; step++) await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Enter')
  await window.keyboard.press('f')
  await list(window).getByRole('button', { name: 'Treated zone 2', exact: true }).waitFor()
  await window.getByRole('radio', { name: 'Treated', exact: true }).press('ArrowDown')
  await list(window).getByRole('button', { name: 'Reference zone', exact: true }).waitFor()
  await window.getByRole('button', { name: 'Point 1 of Reference zone' }).press('ArrowLeft')

  await window.keyboard.press('8')
  await drag(window, pane, [
    [0.4, 0.8],
    [0.6, 0.8],
  ])
  const drawings = window.getByRole('img', { name: /drawings: / })
  await expect.poll(() => drawings.getAttribute('aria-label')).toMatch(/% of the head’s width/)
  await window.keyboard.press('9')
  await drag(window, pane, [
    [0.45, 0.7],
    [0.55, 0.7],
  ])
  await window.getByRole('textbox', { name: 'Its length' }).fill('30')
  await window.keyboard.press('Enter')
  await expect.poll(() => drawings.getAttribute('aria-label')).toMatch(/\b60\.0 mm/)
  await window.keyboard.press('1')
  expect(await axeFindings(window)).toEqual([])

  await window.getByRole('button', { name: 'Done' }).click()
  await aligned(window)
  for (const name of [/^Reference/, /^Compared/]) {
    const seen = window.getByRole('application', { name }).getByRole('img', { name: /4 drawings/ })
    await seen.waitFor()
    expect(await seen.getAttribute('aria-label')).toContain('60.0 mm')
  }
  await window.keyboard.press('d')
  await window.getByRole('menuitemcheckbox', { name: 'Hairline' }).press('Enter')
  await window.keyboard.press('Escape')
  await expect.poll(() => window.getByRole('img', { name: /3 drawings/ }).count()).toBe(2)
  expect(await window.getByRole('img', { name: /Hairline/ }).count()).toBe(0)
  expect(app.complaints).toEqual([])
  await app.close()

  const again = await startStipple(userData)
  await openSampleComparison(again)
  const kept = again.window.getByRole('application', { name: /^Compared/ }).getByRole('img', { name: /4 drawings/ })
  await kept.waitFor()
  const label = await kept.getAttribute('aria-label')
  for (const said of ['Treated', 'Reference', 'Hairline', '60.0 mm']) expect(label).toContain(said)
  const kinds = [...drawnIn(await recordedEvents(userData)).values()].map(({ shape }) =>
    shape.kind === 'zone' ? shape.zone : shape.kind,
  )
  expect(kinds.toSorted()).toEqual(['hairline', 'measure', 'reference', 'treated'])
})

/** Where something white stands in a picture of a pane: the middle of its pixels. */
async function middleOfMark(pane: Locator, about: Point, reachPx: number): Promise<Point> {
  const { data, info } = await sharp(await pane.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [sum, x, y] = [0, 0, 0]
  for (let row = Math.round(about.y - reachPx); row <= about.y + reachPx; row++) {
    for (let column = Math.round(about.x - reachPx); column <= about.x + reachPx; column++) {
      const at = (row * info.width + column) * 3
      const weight = Math.max(0, Math.min(data[at]!, data[at + 1]!, data[at + 2]!) - 235)
      sum += weight
      x += weight * (column + 0.5)
      y += weight * (row + 0.5)
    }
  }
  expect(sum, 'a white mark is seen').toBeGreaterThan(0)
  return { x: x / sum, y: y / sum }
}

async function sizeOf(pane: Locator): Promise<Size> {
  const { width, height } = (await pane.boundingBox())!
  return { widthPx: width, heightPx: height }
}

test('a drawing is carried to the other stage, and into another baseline’s frame, to the pixel', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await openSampleComparison(app)
  const table = await openTable(app)
  // a ring that is wholly in the part of the picture whose middle is measured, on dark cloth where nothing else is white
  await window.keyboard.press('5')
  await drag(window, table, [
    [0.5, 0.93],
    [0.515, 0.93],
  ])
  await list(window).getByRole('button', { name: 'Circle', exact: true }).waitFor()
  await window.getByRole('button', { name: 'Done' }).click()
  await aligned(window)
  await window.getByRole('img', { name: '1 drawing' }).first().waitFor()
  const events = await recordedEvents(userData)
  const [ringDrawn] = [...drawnIn(events).values()]
  const photos = events.flatMap((event) => (event.type === 'photo-imported' ? [event.data] : []))
  const reference = photos.find(({ photoId }) => photoId === ringDrawn!.photoId)!
  const ring = ringDrawn!.shape as ShapeOf<'circle'>
  const { centre } = ring
  for (const name of [/^Reference/, /^Compared/]) {
    const pane = window.getByRole('application', { name })
    const expected = toScreen(wholePicture, await sizeOf(pane), shownSize(reference), centre)
    expect(distance(await middleOfMark(pane, expected, 26), expected)).toBeLessThan(1)
  }

  await window.getByRole('button', { name: 'Make Healed 3 the baseline' }).click()
  await window.getByRole('application', { name: /^Reference: Crown · Healed 3/ }).waitFor()
  await aligned(window)
  const other = photos.find(({ fileName }) => fileName === 'crown_healed-3.jpg')!
  const pane = window.getByRole('application', { name: /^Reference/ })
  await pane.getByRole('img', { name: '1 drawing' }).waitFor()
  const places = carriedRings(await recordedEvents(userData), reference, other, ring)
  const where = async (place: Point) => toScreen(wholePicture, await sizeOf(pane), shownSize(other), place)
  // else a drawing that is left where it was would pass
  expect(distance(await where(places[0]!), await where(centre))).toBeGreaterThan(2)
  const measured = await middleOfMark(pane, await where(places[0]!), 34)
  const away = await Promise.all(places.map(async (place) => distance(measured, await where(place))))
  expect(Math.min(...away)).toBeLessThan(1)
  expect(app.complaints).toEqual([])
})

function rimOf({ centre, radiusPx }: ShapeOf<'circle'>): Point[] {
  return Array.from({ length: 48 }, (_, step) => {
    const angle = (step / 48) * 2 * Math.PI
    return { x: centre.x + radiusPx * Math.cos(angle), y: centre.y + radiusPx * Math.sin(angle) }
  })
}

/** Where the middle of a ring comes to lie by each alignment of two photos: it isn't quite where the ring's centre comes to lie. */
function carriedRings(events: readonly DomainEvent[], from: Photo, to: Photo, ring: ShapeOf<'circle'>): Point[] {
  const rim = rimOf(ring)
  const alignments = events.flatMap((event): Alignment[] => (event.type === 'alignment-made' ? [event.data] : []))
  return alignments.flatMap(({ referenceId, movingId, transform }) => {
    if (!transform) return []
    if (referenceId === from.photoId && movingId === to.photoId)
      return [middleOf(rim.map((point) => toMoving(transform, point)))]
    return referenceId === to.photoId && movingId === from.photoId
      ? [middleOf(rim.map((point) => toReference(transform, point)))]
      : []
  })
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

test('drawings stay out of an export unless they are wished into it', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const { window } = app
  await openSampleComparison(app)
  const table = await openTable(app)
  await window.keyboard.press('2')
  await drag(window, table, ring(0.5, 0.45, 0.12, 0.16))
  await window.getByRole('button', { name: 'Done' }).click()
  await aligned(window)
  await window.getByRole('img', { name: '1 drawing: Treated' }).first().waitFor()
  const saved = async (fileName: string, withDrawings: boolean) => {
    const file = join(userData, fileName)
    await answerDialogs(app, { save: file })
    await window.getByRole('button', { name: /^export/i }).click()
    const dialog = window.getByRole('dialog')
    if (withDrawings) await dialog.getByRole('switch', { name: 'With the drawings' }).check()
    await dialog.getByText('PNG').click()
    await dialog.getByRole('button', { name: /^save picture/i }).click()
    await window.getByText(new RegExp(`saved as .*${fileName}`, 'i')).waitFor({ timeout: 60_000 })
    await dialog.waitFor({ state: 'hidden' })
    return greenShare(file)
  }
  expect(await saved('plain.png', false)).toBe(0)
  expect(await saved('drawn.png', true)).toBeGreaterThan(0.001)
  expect(app.complaints).toEqual([])
})

/** Share of a picture's pixels (0 to 1) that have a treated zone's green, which no skin has. */
async function greenShare(path: string): Promise<number> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let green = 0
  for (let at = 0; at < data.length; at += 3)
    if (Math.abs(data[at]! - 0x7f) < 12 && Math.abs(data[at + 1]! - 0xf0) < 12 && Math.abs(data[at + 2]! - 0xc8) < 12)
      green++
  return green / (info.width * info.height)
}
