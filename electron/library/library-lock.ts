import { randomUUID } from 'node:crypto'
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { AppError } from '../../shared/errors.ts'
import { diskError } from './durable-files.ts'

interface LockHolder {
  readonly pid: number
  readonly host: string
}

/** The holder of a lock renews it this often; one that wasn't renewed for `staleAfterMs` was left by a crash, whatever machine it names. */
const renewEveryMs = 20_000
const staleAfterMs = 180_000

/** Takes the library's LOCK file; throws `library-in-use` while another living Stipple holds it. A lock left by a crash is taken over. */
export async function takeLock(path: string): Promise<{ release: () => Promise<void> }> {
  for (let attempt = 0; attempt < 2; attempt++) {
    if (await createWhole(path)) return hold(path)
    if (await isHeld(path)) throw new AppError('library-in-use')
    await rm(path, { force: true })
  }
  throw new AppError('library-in-use')
}

/** Makes the lock with its content at once, so that nobody sees it empty; false when there is one. */
async function createWhole(path: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, JSON.stringify({ pid: process.pid, host: hostname() } satisfies LockHolder), { mode: 0o600 })
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw diskError(error)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

function hold(path: string): { release: () => Promise<void> } {
  const renew = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), renewEveryMs)
  renew.unref()
  return {
    release: async () => {
      clearInterval(renew)
      await rm(path, { force: true })
    },
  }
}

async function isHeld(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined)
  if (!info || Date.now() - info.mtimeMs > staleAfterMs) return false
  const holder = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as LockHolder)
    .catch(() => undefined)
  // it is made whole, so what can’t be read is what a power cut left of it
  if (!holder) return false
  if (holder.host !== hostname()) return true
  // a restarted machine may have given the same number to this very process
  return holder.pid !== process.pid && isAlive(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
