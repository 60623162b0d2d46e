import { readdir, readFile } from 'node:fs/promises'

/** Megabytes that all processes of the app hold, memory that they share counted once (Linux: proportional set size). */
export async function memoryOf(electron) {
  const kilobytes = await Promise.all((await processesOf(electron.process().pid)).map(heldBy))
  return Math.round(kilobytes.reduce((sum, held) => sum + held, 0) / 1024)
}

/** A process and all that it started, and so on. */
async function processesOf(first) {
  const parents = new Map()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = /\) \S (\d+) /.exec(stat)?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const found = [first]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found
}

async function heldBy(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0)
}
