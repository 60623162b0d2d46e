import { layBarePictures } from './bare-pictures.mjs'
import { framesOf } from './gesture-frames.mjs'
import { loadNow, quietMoment } from './quiet.mjs'
import { quantile } from './stall-meter.mjs'

/** The modes, in the order of their keys 1 to 6. */
const modes = ['side by side', 'slider', 'overlay', 'blink', 'difference', 'heat map']
const looks = ['as shot', 'light matched', 'with drawings']
/** A place of the head that lies in the left pane too. */
const place = { x: 500, y: 350 }
/** Notches of the wheel to where working copies are still drawn as large as they are or smaller. */
const notches = 5
const slowMs = 25
/** So long (ms) a measurement waits for a quiet computer. */
const patienceMs = 15_000

/** Frame times of all gestures in all modes, in rounds, and of plain images on an empty page in the same rounds. The comparison must be open. */
export async function measureFrames(app, rounds) {
  const runs = new Map()
  const keep = (what, measured) => runs.set(what, [...(runs.get(what) ?? []), measured])
  for (let round = 0; round < rounds; round++) {
    await toggleDrawings(app)
    await bareRound(app, keep)
    for (const look of looks) {
      if (look === 'light matched') await setLight(app, true)
      if (look === 'with drawings') await toggleDrawings(app)
      for (const [index, mode] of modes.entries()) await modeRound(app, String(index + 1), `${mode}, ${look}`, keep)
      if (look === 'light matched') await setLight(app, false)
    }
  }
  return [...runs].map(([what, all]) => rowOf(what, all))
}

async function bareRound(app, keep) {
  for (const layout of ['beside', 'over'])
    for (const [gesture, scale] of [
      ['zoom', 0.2],
      ['pan', 0.5],
    ]) {
      const takeAway = await layBarePictures(app.window, layout, scale)
      await measured(
        app,
        `plain images, ${layout === 'over' ? 'one over the other' : layout}: ${gesture}`,
        gesture,
        keep,
      )
      await takeAway()
    }
}

async function modeRound(app, key, name, keep) {
  const { window } = app
  const press = async (pressed, restMs) => {
    await window.keyboard.press(pressed)
    await window.waitForTimeout(restMs)
  }
  await press(key, 1200)
  await press('0', 300)
  await measured(app, `${name}: zoom`, 'zoom', keep)
  await window.mouse.move(place.x, place.y)
  for (let notch = 0; notch < notches; notch++) await window.mouse.wheel(0, -100)
  await window.waitForTimeout(600)
  await measured(app, `${name}: pan`, 'pan', keep)
  // the full sizes are loaded, and copies of them in other light are made
  await press('z', 3500)
  await measured(app, `${name}: pan at 100 %`, 'pan', keep)
  await press('0', 100)
}

async function measured(app, what, gesture, keep) {
  await quietMoment(patienceMs)
  const { frames, processorMs } = await framesOf(app, gesture, place)
  keep(what, { frames, processorMs, load: loadNow() })
}

async function setLight({ window }, isOn) {
  const button = window.getByRole('button', { name: 'Light matched' })
  if ((await button.getAttribute('aria-pressed')) !== String(isOn)) await window.keyboard.press('m')
  await window.waitForTimeout(1500)
}

/** Shows or hides all drawings. */
async function toggleDrawings({ window }) {
  await window.keyboard.press('d')
  await window.getByRole('menuitemcheckbox', { name: 'All drawings' }).click()
  await window.keyboard.press('Escape')
  await window.mouse.move(place.x, place.y)
  await window.waitForTimeout(500)
}

function rowOf(what, all) {
  const over = (figure) => quantile(all.map(figure), 0.5)
  const perFrame = (type) => over(({ frames, processorMs }) => (processorMs[type] ?? 0) / frames.length)
  const tenth = (value) => Math.round(10 * value) / 10
  return {
    what,
    p50: tenth(over(({ frames }) => quantile(frames, 0.5))),
    p95: tenth(over(({ frames }) => quantile(frames, 0.95))),
    'over 25 ms': `${Math.round(over(({ frames }) => (100 * frames.filter((ms) => ms > slowMs).length) / frames.length))} %`,
    'window, CPU ms': tenth(perFrame('Tab')),
    'compositor, CPU ms': tenth(perFrame('GPU')),
    load: all.map(({ load }) => load).join(' '),
  }
}
