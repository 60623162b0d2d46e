// Prints how fast a comparison of 12-megapixel photos is, in a client of sixty of them: the first picture, steps, frames while the photos are moved, difference and heat
// map, and the memory of all processes. Uses the built app in the real Electron: npm run build && node tests/bench/comparison.mjs [rounds] [folder for the photos, kept]
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasDisplay, withVirtualDisplay } from '../../scripts/virtual-display.mjs'
import { memoryOf } from './app-memory.mjs'
import { timeToChange } from './change-timing.mjs'
import { alignmentKnown, compareButton, openClient, startApp } from './compared-client.mjs'
import { measureFrames } from './comparison-frames.mjs'
import { loadNow, quietMoment } from './quiet.mjs'
import { quantile } from './stall-meter.mjs'
import { timeToPicture } from './step-timing.mjs'

const [rounds, kept] = [Number(process.argv[2] ?? 3), process.argv[3]]
/** Longer than a comparison rests before it fetches the neighbours, and than fetching them takes. */
const restMs = 3500
const patienceMs = 60_000
/** Longer than engine processes wait for work. */
const idleMs = 65_000
/** From the moment in which a hand reaches a button to its click. */
const hoverMs = 250
const times = []
const memory = []

if (!existsSync(fileURLToPath(new URL('../../dist/main/main.js', import.meta.url))))
  throw new Error('There is no built app: run "npm run build" first.')
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'stipple-comparison-')))
await mkdir(folder, { recursive: true })
try {
  await (hasDisplay() ? measureAll() : withVirtualDisplay(measureAll))
} finally {
  if (!kept) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function measureAll() {
  const userData = join(folder, 'data')
  if (!existsSync(userData)) await withApp(userData, (app) => openClient(app, join(folder, 'photos')))
  await withApp(userData, async (app) => {
    await openClient(app, join(folder, 'photos'))
    await quietMoment(patienceMs)
    await noteMemory(app, 'client with 60 photos open')
    await measureSteps(app)
    await compareButton(app.window).click()
    await alignmentKnown(app.window)
    await app.window.waitForTimeout(restMs)
    await noteMemory(app, 'after opening comparisons and stepping')
    await measureChanges(app)
    await noteMemory(app, 'after difference and heat map')
    await app.window.waitForTimeout(idleMs)
    await noteMemory(app, 'the comparison still open, a minute later')
    console.log(`On ${availableParallelism()} cores; ms by the clock. Load: mean of a minute, this program included.`)
    console.table(times)
    const frames = await measureFrames(app, rounds)
    console.log(`Frames: medians of ${rounds} runs of about 95 frames each`)
    console.table(frames)
    await noteMemory(app, 'after moving the photos in all modes, at 100 % and with matched light')
    console.table(memory)
  })
}

async function withApp(userData, work) {
  const app = await startApp(userData)
  try {
    await work(app)
  } finally {
    await app.electron.close()
  }
}

/** Opens the comparison, steps through the stages and back, and leaves it, again and again. */
async function measureSteps({ window }) {
  const [first, steps, quick] = [[], [], []]
  for (let round = 0; round < rounds + 1; round++) {
    await quietMoment(patienceMs)
    // a hand has to come to the button before it clicks
    await compareButton(window).hover()
    await window.waitForTimeout(hoverMs)
    first.push(await timeToPicture(window, () => compareButton(window).click(), 'click'))
    await alignmentKnown(window)
    await window.waitForTimeout(restMs)
    const isQuick = round === rounds
    for (const direction of ['ArrowLeft', 'ArrowRight']) {
      const button = window.getByRole('button', { name: direction === 'ArrowLeft' ? 'Previous stage' : 'Next stage' })
      while (await button.isEnabled()) {
        const took = await timeToPicture(window, () => window.keyboard.press(direction), 'keydown')
        if (isQuick) quick.push(took)
        else {
          steps.push(took)
          await window.waitForTimeout(restMs)
        }
      }
    }
    await window.getByRole('button', { name: 'Back to the series' }).click()
    await window.waitForTimeout(500)
  }
  noteTimes('first picture after the click, once after the start', first.slice(0, 1))
  noteTimes('first picture after the click, later', first.slice(1))
  noteTimes('step to the next stage, fetched ahead', steps)
  noteTimes('step at once after a step', quick)
}

/** Difference and heat map of the pair on the screen, which is as good as 2560 px. */
async function measureChanges({ window }) {
  const found = { fresh: [], other: [], tolerance: [] }
  for (let round = 0; round < rounds; round++) {
    await quietMoment(patienceMs)
    await window.keyboard.press('1')
    // the worker, and all it has read, has gone
    await window.waitForTimeout(11_000)
    found.fresh.push(await timeToChange(window, '5'))
    await window.waitForTimeout(1000)
    found.other.push(await timeToChange(window, '6'))
    await window.waitForTimeout(1000)
    found.tolerance.push(await timeToChange(window, ']'))
    await window.keyboard.press('[')
  }
  await window.keyboard.press('1')
  noteTimes('difference, both photos read anew', found.fresh)
  noteTimes('heat map of the same pair', found.other)
  noteTimes('heat map, another tolerance', found.tolerance)
}

function noteTimes(what, samples) {
  const at = (share) => Math.round(quantile(samples, share))
  times.push({ what, count: samples.length, median: at(0.5), p95: at(0.95), load: loadNow() })
}

async function noteMemory({ electron, window }, when) {
  await window.waitForTimeout(3000)
  memory.push({ when, MB: await memoryOf(electron) })
}
