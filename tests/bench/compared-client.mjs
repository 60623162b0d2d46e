import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import sharp from 'sharp'
import { launchArguments, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { fileByName, importFolder } from './large-photos.mjs'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))
const sampleFolder = join(appFolder, 'resources/sample-client')
/** A square of 12 megapixels. */
const sidePx = 3464
const clientName = 'Sixty photos'
/** Further angles, for which photos of the sample client stand in, a little brighter. */
const standIns = { front: 'front-top', back: 'crown', left: 'top', right: 'front-top', hairline: 'crown' }
const photoCount = 60
/** How the comparison that is measured is opened. */
export const comparedAngle = 'Top'
const restMs = 2500

/** Starts the built app at 1440 × 900 with the user data of a folder. */
export async function startApp(userData) {
  const { executablePath } = await resolveElectron({ log: () => undefined })
  const electron = await _electron.launch({
    executablePath,
    args: ['--password-store=basic', ...launchArguments(appFolder)],
    chromiumSandbox: true,
    env: { ...process.env, STIPPLE_USER_DATA: userData },
  })
  const window = await electron.firstWindow()
  window.setDefaultTimeout(60_000)
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1440, 900))
  await window.getByText('24 photos').waitFor({ timeout: 120_000 })
  return { electron, window }
}

/** Opens the client with 60 photos of 12 megapixels; made, imported, aligned at one angle and drawn on, where it isn't there yet. */
export async function openClient(app, photoFolder) {
  const { window } = app
  const card = window.getByRole('button', { name: new RegExp(`^${clientName}`, 'i') })
  if (!(await card.isVisible())) {
    await importFolder(app, clientName, await sixtyPhotos(photoFolder))
    await fileByName(window)
    await window.getByRole('button', { name: 'Back to the clients' }).click()
    await card.click()
    await alignSeries(window)
    await drawOnBaseline(window)
  } else await card.click()
  await compareButton(window).waitFor()
  await stopAligning(window)
}

/** The button that opens the comparison which is measured. */
export function compareButton(window) {
  return window.getByRole('button', { name: `Compare newest with baseline: ${comparedAngle}` })
}

/** Waits until the alignment of the comparison on the screen has come to its end. */
export function alignmentKnown(window) {
  return window
    .getByRole('status', { name: 'Alignment' })
    .getByText(/^(Aligned|Check the alignment|Needs landmarks|Not aligned)/)
    .waitFor({ timeout: 600_000 })
}

/** Nothing is aligned in the background while something is measured. */
async function stopAligning(window) {
  const stop = window.getByRole('button', { name: 'Stop aligning' })
  await stop.waitFor({ timeout: 5000 }).catch(() => undefined)
  if (await stop.isVisible()) await stop.click()
}

async function sixtyPhotos(folder) {
  await mkdir(folder)
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.jpg'))
  const copies = Object.entries(standIns).flatMap(([angle, likeness]) =>
    names.filter((name) => name.startsWith(`${likeness}_`)).map((name) => [name, name.replace(likeness, angle)]),
  )
  const all = [...names.map((name) => [name, name]), ...copies].slice(0, photoCount)
  for (const [from, to] of all)
    await sharp(join(sampleFolder, from))
      .resize(sidePx, sidePx)
      .modulate({ brightness: from === to ? 1 : 1.04 })
      .jpeg({ quality: 92 })
      .toFile(join(folder, to))
  return folder
}

/** Steps once through the angle until every pair of it is aligned, and stops what is aligned in the background. */
async function alignSeries(window) {
  await compareButton(window).waitFor()
  await stopAligning(window)
  await compareButton(window).click()
  const previous = window.getByRole('button', { name: 'Previous stage' })
  for (;;) {
    await alignmentKnown(window)
    await window.waitForTimeout(restMs)
    if (!(await previous.isEnabled())) break
    await window.keyboard.press('ArrowLeft')
  }
  await window.getByRole('button', { name: 'Back to the series' }).click()
}

/** Zones, a hairline, an arrow and a text on the angle's baseline, recorded as a hand's are. */
async function drawOnBaseline(window) {
  await window.evaluate(
    async ({ side, angle }) => {
      const ask = async (name, input) => (await globalThis.stipple.request(name, input)).value
      const { cards } = await ask('library.clients', {})
      const clients = await Promise.all(cards.map(({ client: { clientId } }) => ask('library.client', { clientId })))
      const photo = clients
        .flatMap(({ rows }) => rows.photos)
        .find((row) => row.widthPx === side && row.angle === angle && row.stage === 'post-cut')
      const ring = (x, y, radius) =>
        Array.from({ length: 24 }, (_, n) => ({
          x: side * (x + radius * Math.cos((n * Math.PI) / 12)),
          y: side * (y + radius * (1 + 0.1 * Math.sin(n)) * Math.sin((n * Math.PI) / 12)),
        }))
      const at = (x, y) => ({ x: side * x, y: side * y })
      const shapes = [
        { kind: 'zone', zone: 'treated', outline: ring(0.5, 0.45, 0.22) },
        { kind: 'zone', zone: 'reference', outline: ring(0.3, 0.6, 0.08) },
        { kind: 'zone', zone: 'blend', outline: ring(0.65, 0.6, 0.1) },
        { kind: 'hairline', style: 'rounded', edge: 'faded', line: ring(0.5, 0.5, 0.3).slice(0, 12) },
        { kind: 'arrow', from: at(0.2, 0.2), to: at(0.4, 0.4) },
        { kind: 'text', at: at(0.6, 0.3), text: 'Denser here' },
      ]
      const events = shapes.map((shape, n) => ({
        type: 'drawing-added',
        version: 1,
        data: {
          photoId: photo.photoId,
          drawingId: `${photo.photoId}${String(n).padStart(32, '0')}`,
          quarterTurns: 0,
          name: shape.kind === 'zone' ? `Zone ${n + 1}` : '',
          shape,
        },
      }))
      const answer = await globalThis.stipple.request('library.record', { events })
      if (answer.failure ?? answer.error) throw new Error(JSON.stringify(answer))
    },
    { side: sidePx, angle: comparedAngle.toLowerCase() },
  )
}
