import { setTimeout as wait } from 'node:timers/promises'

/** A mouse reports its place so often. */
const everyMs = 8
const gestureMs = 1600

/** Hands that move over a place of the window, as steps of input. `share` goes from 0 to 1 in the course of a gesture, which ends where it began. */
const gestures = {
  pan: {
    begin: (at) => [mouse('mousePressed', at, { button: 'left', buttons: 1, clickCount: 1 })],
    step: (at, share) => [mouse('mouseMoved', around(at, share), { button: 'left', buttons: 1 })],
    end: (at) => [mouse('mouseReleased', at, { button: 'left', clickCount: 1 })],
  },
  zoom: {
    begin: () => [],
    step: (at, share) => [mouse('mouseWheel', at, { deltaX: 0, deltaY: share < 0.5 ? -8 : 8 })],
    end: () => [],
  },
}

/**
 * Moves the photos by hand and gives the time from frame to frame (ms) as the page sees it, and the processor time (ms) each process took for all of it.
 * `name` is pan (in a circle) or zoom (in and out again).
 */
export async function framesOf({ electron, window }, name, at) {
  const session = await window.context().newCDPSession(window)
  const send = (events) => Promise.all(events.map((event) => session.send('Input.dispatchMouseEvent', event)))
  const { begin, step, end } = gestures[name]
  await send([mouse('mouseMoved', at)])
  await window.waitForTimeout(300)
  await send(begin(at))
  const sent = []
  const before = await processorTimes(electron)
  await watchFrames(window)
  const startedAt = performance.now()
  // no step waits for the page: a hand doesn't either
  for (let n = 1; performance.now() - startedAt < gestureMs; n++) {
    await wait(Math.max(startedAt + n * everyMs - performance.now(), 0))
    sent.push(send(step(at, Math.min((performance.now() - startedAt) / gestureMs, 1))))
  }
  const times = await framesSeen(window)
  await Promise.all(sent)
  const after = await processorTimes(electron)
  await send(end(at))
  await session.detach()
  return {
    frames: times.slice(1).map((time, index) => time - times[index]),
    processorMs: Object.fromEntries(Object.entries(after).map(([type, ms]) => [type, ms - (before[type] ?? 0)])),
  }
}

function mouse(type, { x, y }, more = {}) {
  return { type, x, y, ...more }
}

/** A place on a circle that begins at `at`; it goes around twice. */
function around({ x, y }, share) {
  const [angle, radiusPx] = [4 * Math.PI * share, 90]
  return { x: x + radiusPx * Math.sin(angle), y: y + radiusPx * (1 - Math.cos(angle)) }
}

async function watchFrames(window) {
  await window.evaluate(() => {
    const seen = { times: [], isOn: true }
    globalThis.gestureFrames = seen
    const frame = (time) => {
      seen.times.push(time)
      if (seen.isOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

function framesSeen(window) {
  return window.evaluate(() => {
    globalThis.gestureFrames.isOn = false
    return globalThis.gestureFrames.times
  })
}

/** Processor time (ms) that each kind of process of the app has taken since it began. */
export async function processorTimes(electron) {
  const metrics = await electron.evaluate(({ app }) => app.getAppMetrics())
  const times = {}
  for (const { type, cpu } of metrics) times[type] = (times[type] ?? 0) + 1000 * (cpu.cumulativeCPUUsage ?? 0)
  return times
}
