// Prints how long the window is blocked while a series is imported and aligned in the background, and how much memory the engine takes. Uses the built app in
// the real Electron: npm run build && npm run bench. STIPPLE_BENCH_DETAILS=1 also prints what ran in the longest tasks.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { launchArguments, resolveElectron } from '../../scripts/electron-runtime.mjs'
import { hasDisplay, withVirtualDisplay } from '../../scripts/virtual-display.mjs'
import { watchEngineMemory } from './engine-memory.mjs'
import { fileByName, importFolder, largePhotos } from './large-photos.mjs'
import { quantile, readMeter, startMeter } from './stall-meter.mjs'
import { processorTimeOf } from './task-trace.mjs'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))
const settleMs = 600_000
const rows = []
const longestTasks = []

if (!existsSync(join(appFolder, 'dist/main/main.js')))
  throw new Error('There is no built app: run "npm run build" first.')
const folder = await mkdtemp(join(tmpdir(), 'stipple-stalls-'))
try {
  await (hasDisplay() ? measureAll() : withVirtualDisplay(measureAll))
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
console.log(`On ${availableParallelism()} cores at a load of ${loadavg()[0].toFixed(1)}.`)
console.log('The window while the engine works (ms by the clock, which other programs lengthen), and the engine (MB)')
console.table(rows)
console.log('The most processor time of one task on the main thread (ms), in one round through a comparison')
console.table(longestTasks)

async function measureAll() {
  await withApp('sample', async (app) => {
    const { window } = app
    await window.getByText('24 photos').waitFor({ timeout: 120_000 })
    await measureAligning(app, 'sample photos', /^sample client/i, 'Crown')
  })
  const photos = await largePhotos(join(folder, 'photos'))
  await withApp('large', async (app) => {
    const { window } = app
    await window.getByText('24 photos').waitFor({ timeout: 120_000 })
    await measured(app, '12 MP, importing', () => importFolder(app, 'Large photos', photos))
    await fileByName(window)
    await window.getByRole('button', { name: 'Back to the clients' }).click()
    await measureAligning(app, '12 MP', /^large photos/i, 'Top')
  })
}

/** Runs `work` with the app started on a library of its own. */
async function withApp(name, work) {
  const userData = join(folder, name)
  await mkdir(userData)
  const { executablePath } = await resolveElectron({ log: () => undefined })
  const electron = await _electron.launch({
    executablePath,
    args: launchArguments(appFolder),
    chromiumSandbox: true,
    env: { ...process.env, STIPPLE_USER_DATA: userData },
  })
  try {
    const window = await electron.firstWindow()
    window.setDefaultTimeout(60_000)
    await work({ electron, window, userData })
  } finally {
    await electron.close()
  }
}

/** Opens a client, and moves about in a comparison until its whole series is aligned; then the same once more with nothing going on. */
async function measureAligning(app, name, client, angle) {
  const { window } = app
  const startedAt = Date.now()
  const before = await pairsAligned(window)
  await window.getByRole('button', { name: client }).click()
  const { windowMs, mainMs } = await processorTimeOf(window, () => moveAbout(window, angle))
  longestTasks.push({ what: `${name}, aligning`, window: Math.round(windowMs), main: Math.round(mainMs) })
  await measured(app, `${name}, aligning`, async () => {
    while (Date.now() - startedAt < settleMs) {
      await moveAbout(window, angle)
      // on the board the note tells whether anything is left to align
      await window.waitForTimeout(1500)
      if ((await window.getByText(/^Aligning photos/).count()) === 0) break
    }
    return { pairs: (await pairsAligned(window)) - before, seconds: (Date.now() - startedAt) / 1000 }
  })
  await measured(app, `${name}, at rest`, () => moveAbout(window, angle))
}

/** A comparison is opened, looked at in every mode, zoomed, moved, stepped through; then back to the board. */
async function moveAbout(window, angle) {
  await window.getByRole('button', { name: `Compare newest with baseline: ${angle}` }).click()
  const pane = window.getByRole('application').first()
  await pane.waitFor()
  for (const mode of ['1', '2', '3', '1']) {
    await window.keyboard.press(mode)
    await window.waitForTimeout(200)
    const box = await pane.boundingBox()
    const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.4]
    await window.mouse.move(x, y)
    for (const notch of [-100, -100, -100, -100]) await window.mouse.wheel(0, notch)
    await window.mouse.down()
    await window.mouse.move(x - 120, y - 60, { steps: 20 })
    await window.mouse.up()
    for (const notch of [100, 100, 100, 100]) await window.mouse.wheel(0, notch)
    await window.mouse.move(box.x + box.width / 2, 5)
    for (const name of ['Previous stage', 'Next stage']) {
      const step = window.getByRole('button', { name })
      if (await step.isEnabled()) await step.click()
      await window.waitForTimeout(300)
    }
  }
  await window.getByRole('button', { name: 'Back to the series' }).click()
  await window.getByRole('button', { name: `Compare newest with baseline: ${angle}` }).waitFor()
}

/** Does something and adds a row with what the window, main and the engine were like meanwhile. */
async function measured({ electron, window }, name, work) {
  const memory = watchEngineMemory(electron)
  await startMeter(electron, window)
  const done = await work()
  const { longTasks, frames, ticks, mainMs } = await readMeter(electron, window)
  const engine = await memory.stop()
  const round = (value) => Math.round(value)
  rows.push({
    what: name,
    'longest task': longTasks[0] ? round(longTasks[0].ms) : '<50',
    'tasks >50': longTasks.length,
    'main blocked': round(mainMs),
    'latest timer': round(Math.max(...ticks)),
    'frame p95': round(quantile(frames, 0.95)),
    'engine MB': round(engine.workingSetMb),
    'of its own': round(engine.ownMb),
    engines: engine.processCount,
    pairs: done?.pairs ?? '',
    's/pair': done ? (done.seconds / done.pairs).toFixed(2) : '',
  })
  if (!process.env.STIPPLE_BENCH_DETAILS) return
  for (const { ms, scripts } of longTasks.slice(0, 12)) console.log(`${name}: ${round(ms)} ms`, scripts)
}

async function pairsAligned(window) {
  return window.evaluate(async () => {
    const ask = async (name, input) => (await globalThis.stipple.request(name, input)).value
    const { cards } = await ask('library.clients', {})
    const clients = await Promise.all(cards.map(({ client: { clientId } }) => ask('library.client', { clientId })))
    return clients.reduce((sum, { rows: all }) => sum + all.alignments.length, 0)
  })
}
