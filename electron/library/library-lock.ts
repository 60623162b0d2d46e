import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { AppError } from '../../shared/errors.ts'
import { diskError } from './durable-files.ts'

interface LockHolder {
  readonly pid: number
  readonly host: string
}

/** Takes the library's LOCK file; throws `library-in-use` while another living Stipple holds it. A lock left by a crash on this machine is taken over. */
export async function takeLock(path: string): Promise<{ release: () => Promise<void> }> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() } satisfies LockHolder))
      await handle.close()
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskError(error)
      if (await isHeld(path)) throw new AppError('library-in-use')
      await rm(path, { force: true })
    }
  }
  throw new AppError('library-in-use')
}

async function isHeld(path: string): Promise<boolean> {
  const holder = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as LockHolder)
    .catch(() => undefined)
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
