/**
 * Measures in the page, and in the main process, how long nothing else could have been done there: long tasks with what ran in them, the time between
 * drawn frames, and how late timers come.
 */
export async function startMeter(electron, window) {
  await window.evaluate(() => {
    const meter = { tasks: [], slowFrames: [], frames: [], ticks: [], isOn: true }
    globalThis.stallMeter = meter
    meter.observers = ['longtask', 'long-animation-frame'].map((type) => {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const scripts = (entry.scripts ?? []).map((script) => {
            const file = script.sourceURL.split('/').at(-1)
            return `${script.invoker} ${script.sourceFunctionName} ${file}:${script.sourceCharPosition} ${Math.round(script.duration)}`
          })
          const kept = type === 'longtask' ? meter.tasks : meter.slowFrames
          kept.push({ atMs: entry.startTime, ms: entry.duration, scripts })
        }
      })
      observer.observe({ type })
      return observer
    })
    let frameAt = 0
    const frame = (now) => {
      if (frameAt) meter.frames.push(now - frameAt)
      frameAt = now
      if (meter.isOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    let tickAt = performance.now()
    const tick = () => {
      const now = performance.now()
      meter.ticks.push(now - tickAt)
      tickAt = now
      if (meter.isOn) setTimeout(tick, 5)
    }
    setTimeout(tick, 5)
  })
  await electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    globalThis.stallMonitor = monitorEventLoopDelay({ resolution: 5 })
    globalThis.stallMonitor.enable()
  })
}

/** Ends the measuring and gives what was seen since it began, in milliseconds. */
export async function readMeter(electron, window) {
  const mainMs = await electron.evaluate(() => {
    globalThis.stallMonitor.disable()
    return globalThis.stallMonitor.max / 1e6
  })
  // entries come a moment after what they tell of
  await window.waitForTimeout(300)
  const seen = await window.evaluate(() => {
    const { tasks, slowFrames, frames, ticks, observers } = globalThis.stallMeter
    globalThis.stallMeter.isOn = false
    for (const observer of observers) observer.disconnect()
    const scriptsIn = ({ atMs, ms }) =>
      slowFrames
        .filter((frame) => frame.atMs < atMs + ms && atMs < frame.atMs + frame.ms)
        .flatMap(({ scripts }) => scripts)
    const longTasks = tasks.map((task) => ({ ms: task.ms, scripts: scriptsIn(task) }))
    return { longTasks: longTasks.sort((one, other) => other.ms - one.ms), frames, ticks }
  })
  return { ...seen, mainMs }
}

/** The value below which this share of the values lies; 0 without values. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
