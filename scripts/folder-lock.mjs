import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const heartbeatMs = 3_000
const staleAfterMs = 30_000
const pollMs = 300

/**
 * Runs `work` while no other process holds the lock folder `lockPath`; waits for its turn.
 * A lock whose process has ended, or that has shown no sign of life for 30 s, is taken over.
 * @template T
 * @param {string} lockPath a folder path; its parent is made when missing
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when the lock is held by somebody else
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockPath, work, onWait = () => {}) {
  await mkdir(dirname(lockPath), { recursive: true })
  let hasWaited = false
  while (!(await tryToLock(lockPath))) {
    if (await isAbandoned(lockPath)) {
      await removeAbandoned(lockPath)
      continue
    }
    if (!hasWaited) onWait()
    hasWaited = true
    await delay(pollMs)
  }
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimes(lockPath, now, now).catch(() => {})
  }, heartbeatMs)
  heartbeat.unref()
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    await rm(lockPath, { recursive: true, force: true })
  }
}

/** @param {string} lockPath */
async function tryToLock(lockPath) {
  try {
    await mkdir(lockPath)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  await writeFile(join(lockPath, 'owner.json'), JSON.stringify({ hostname: hostname(), pid: process.pid }))
  return true
}

/** @param {string} lockPath */
async function isAbandoned(lockPath) {
  try {
    const { mtimeMs } = await stat(lockPath)
    if (Date.now() - mtimeMs > staleAfterMs) return true
    const owner = JSON.parse(await readFile(join(lockPath, 'owner.json'), 'utf8'))
    return owner.hostname === hostname() && !isRunning(owner.pid)
  } catch {
    // Being made or being released at this very moment: look again at the next turn.
    return false
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} lockPath */
async function removeAbandoned(lockPath) {
  const aside = `${lockPath}.abandoned-${process.pid}-${Date.now()}`
  // Renamed first: of several waiters only one succeeds, and nobody deletes a lock made in between.
  await rename(lockPath, aside).catch(() => {})
  await rm(aside, { recursive: true, force: true })
}
