import { readFile } from 'node:fs/promises'

const sampleEveryMs = 1000

/**
 * Watches the memory of the app's engine processes, once a second. `stop` gives the highest of any one of them in MB: the working set as the system counts
 * it (with the files of Electron that all processes share), and on Linux what is that process' own.
 */
export function watchEngineMemory(electron) {
  const peak = { workingSetMb: 0, ownMb: 0, processCount: 0 }
  const seen = new Set()
  const sample = async () => {
    const engines = await electron.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === 'Stipple engine')
        .map(({ pid, memory }) => ({ pid, workingSetMb: memory.workingSetSize / 1024 })),
    )
    for (const { pid, workingSetMb } of engines) {
      seen.add(pid)
      peak.workingSetMb = Math.max(peak.workingSetMb, workingSetMb, await statusOf(pid, 'VmHWM'))
      peak.ownMb = Math.max(peak.ownMb, (await statusOf(pid, 'RssAnon')) + (await statusOf(pid, 'RssShmem')))
    }
    peak.processCount = seen.size
  }
  let last = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(sample).catch(() => undefined)
  }, sampleEveryMs)
  return {
    async stop() {
      clearInterval(timer)
      await last
      await sample()
      return peak
    },
  }
}

/** A line of Linux’s account of a process, in MB; 0 elsewhere, and for a process that has ended. */
async function statusOf(pid, field) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
}
