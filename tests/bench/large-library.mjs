// Prints how long a library of 2,000 clients with 100,000 photos takes to start, to open a client and to search, beside one of a single client as the reference. Uses the
// built app in the real Electron: npm run build && node tests/bench/large-library.mjs [clients] [photos of each] [starts]. The library is made by Stipple's own code, which
// takes some minutes; STIPPLE_BENCH_LIBRARY names a folder to keep it in for the next time, STIPPLE_BENCH_REPORT a file for the medians (JSON).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import sharp from 'sharp'
import { launchArguments, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { hasDisplay, withVirtualDisplay } from '../../scripts/virtual-display.mjs'
import { bundleScript } from '../bundle-script.mjs'
import { measureOpening, measureSearching } from './client-timing.mjs'
import { quantile } from './stall-meter.mjs'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))
const [clientCount = 2000, photosEach = 50, startCount = 5] = process.argv.slice(2).map(Number)
/** So many clients have thumbnails of all their photos, as if they had been opened before. */
const openedBefore = 60

if (!existsSync(join(appFolder, 'dist/main/main.js')))
  throw new Error('There is no built app: run "npm run build" first.')
const folder = await mkdtemp(join(tmpdir(), 'stipple-large-'))
const rows = []
/** Medians in milliseconds, for a program that reads them. */
const medians = {}
try {
  const fill = await filler()
  const large = await filled(process.env.STIPPLE_BENCH_LIBRARY ?? join(folder, 'large'), clientCount, fill)
  const single = await filled(join(folder, 'single'), 1, fill)
  const run = async () => {
    medians.single = await measure('one client (reference)', single)
    medians.large = await measure(`${clientCount} clients, ${clientCount * photosEach} photos`, large)
    medians.withoutCheckpoint = await measureWithoutCheckpoint(large)
  }
  await (hasDisplay() ? run() : withVirtualDisplay(run))
  console.log(
    `Ledger ${(await sizeOf(large, 'ledger/000001.log')).toFixed(0)} MB, checkpoint ${(await sizeOf(large, 'checkpoint')).toFixed(0)} MB.`,
  )
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
console.log(
  `On ${availableParallelism()} cores at a load of ${loadavg()[0].toFixed(1)}. Milliseconds by the clock, median / 95th percentile.`,
)
console.log(
  'start: from taking the library’s lock until the clients are drawn and the window answers. opening, key: from the input until what it leads to is drawn.',
)
console.table(rows)
if (process.env.STIPPLE_BENCH_REPORT) await writeFile(process.env.STIPPLE_BENCH_REPORT, JSON.stringify(medians))

/** Bundles the program that fills a library. */
async function filler() {
  const script = await bundleScript(join(appFolder, 'tests/bench/fill-library.ts'), folder, { isWhole: true })
  const thumbnail = join(folder, 'thumbnail.webp')
  await sharp(join(appFolder, 'resources/sample-client/top_before.jpg')).resize(400, 400).webp().toFile(thumbnail)
  return (userData, clients) => {
    const input = [script, userData, clients, photosEach, thumbnail, openedBefore]
    const { status } = spawnSync(process.execPath, input.map(String), { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('The library could not be made.')
  }
}

/** A user-data folder with a library of this many clients, made if it isn't there. */
async function filled(userData, clients, fill) {
  if (existsSync(userData)) return userData
  const startedAt = Date.now()
  await mkdir(join(userData, '..'), { recursive: true })
  fill(`${userData}.new`, clients)
  await rename(`${userData}.new`, userData)
  console.log(`Made a library of ${clients} clients in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
  return userData
}

async function measure(what, userData) {
  const starts = []
  const timings = {}
  for (let n = 0; n < startCount - 1; n++) await withApp(userData, async ({ startMs }) => starts.push(startMs))
  await withApp(userData, async ({ window, electron, startMs }) => {
    starts.push(startMs)
    const mainMb = await electron.evaluate(async () => process.memoryUsage().rss / 2 ** 20)
    const opening = await measureOpening(window, photosEach)
    const keys = await measureSearching(window)
    timings.openingMs = quantile(
      opening.map(({ drawnMs }) => drawnMs),
      0.5,
    )
    timings.searchKeyMs = quantile(keys, 0.5)
    rows.push({
      library: what,
      start: told(starts),
      'opening a client': told(opening.map(({ drawnMs }) => drawnMs)),
      'of it main': told(opening.map(({ answeredMs }) => answeredMs)),
      'a key of a search': told(keys),
      'main MB': Math.round(mainMb),
    })
  })
  return { startMs: quantile(starts, 0.5), ...timings }
}

/** Without a checkpoint the whole ledger is read; ending the app writes a new one. */
async function measureWithoutCheckpoint(userData) {
  await rm(join(userData, 'library/checkpoint'))
  const starts = []
  await withApp(userData, async ({ startMs }) => starts.push(startMs))
  rows.push({ library: 'the same without its checkpoint', start: told(starts) })
  return { startMs: starts[0] }
}

/** Runs `work` with the app on a library, once its clients are drawn. */
async function withApp(userData, work) {
  const { executablePath } = await resolveElectron({ log: () => undefined })
  const electron = await _electron.launch({
    executablePath,
    args: ['--password-store=basic', ...launchArguments(appFolder)],
    chromiumSandbox: true,
    env: { ...process.env, STIPPLE_USER_DATA: userData },
    timeout: 600_000,
  })
  try {
    const window = await electron.firstWindow({ timeout: 600_000 })
    window.setDefaultTimeout(60_000)
    await window.waitForSelector('[data-client]', { timeout: 600_000 })
    const drawnAt = await window.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
        }),
    )
    const { birthtimeMs } = await stat(join(userData, 'library/LOCK'))
    await work({ electron, window, startMs: drawnAt - birthtimeMs })
  } finally {
    await electron.close()
  }
}

function told(values) {
  return `${Math.round(quantile(values, 0.5))} / ${Math.round(quantile(values, 0.95))}`
}

async function sizeOf(userData, name) {
  return (await stat(join(userData, 'library', name))).size / 1e6
}
