import type { Page } from 'playwright-core'

/** Measuring every stage of a series takes so long on a slow computer. */
export const measureLimitMs = 150_000

/** Shares of the photo at which the sample's treated skin, and its own hair, are outlined. */
const treatedRing = ring(0.503, 0.461, 0.217, 0.278)
const ownHairRing = ring(0.767, 0.583, 0.033, 0.105)
/** Own hair that is in focus at every stage. */
export const ownHairBelow = ring(0.5, 0.8, 0.17, 0.03)

export type Ring = readonly (readonly [number, number])[]

function ring(x: number, y: number, radiusX: number, radiusY: number): Ring {
  return Array.from({ length: 25 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 24
    return [x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)] as const
  })
}

/** A drag through places of a square photo that just fits into its pane, as shares of its width and height. */
async function drag(window: Page, places: Ring): Promise<void> {
  const box = (await window.getByRole('application', { name: /^Photo to draw on/ }).boundingBox())!
  const side = Math.min(box.width, box.height)
  const left = box.x + (box.width - side) / 2
  const top = box.y + (box.height - side) / 2
  const at = ([x, y]: readonly [number, number]) => [left + x * side, top + y * side] as const
  await window.mouse.move(...at(places[0]!))
  await window.mouse.down()
  for (const place of places.slice(1)) await window.mouse.move(...at(place), { steps: 3 })
  await window.mouse.up()
}

/** Draws the sample's treated zone and its own hair at the open drawing table, and leaves it. `moreHair`: further places of own hair. */
export async function drawZones(window: Page, moreHair: readonly Ring[] = []): Promise<void> {
  await window.getByRole('application', { name: /^Photo to draw on/ }).waitFor()
  await window.keyboard.press('2')
  await drag(window, treatedRing)
  const list = window.getByRole('region', { name: 'List of drawings' })
  await list.getByRole('button', { name: 'Treated zone', exact: true }).waitFor()
  await window.keyboard.press('2')
  await drag(window, ownHairRing)
  await list.getByRole('button', { name: 'Treated zone 2', exact: true }).waitFor()
  await window.getByRole('radio', { name: 'Treated', exact: true }).press('ArrowDown')
  await list.getByRole('button', { name: 'Reference zone', exact: true }).waitFor()
  for (const hair of moreHair) {
    await window.keyboard.press('2')
    await drag(window, hair)
    await list.getByRole('button', { name: 'Reference zone 2', exact: true }).waitFor()
  }
  await window.getByRole('button', { name: 'Done' }).click()
}
