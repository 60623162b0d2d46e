import type * as promises from 'node:fs/promises'

/** One call of the file system, before it is made or after it has ended well. `path` is that of the file, also for what is done through a handle. */
export interface DiskCall {
  /** Counts all calls since `watchDisk`, from 1. */
  readonly number: number
  readonly name: string
  readonly path: string
  /** How much was read or written through a handle, after the call. */
  readonly byteSize?: number | undefined
}

/** What a test does at every call; `before` may throw what the disk would say. */
export interface DiskWatcher {
  readonly before?: (call: DiskCall) => void
  readonly after?: (call: DiskCall) => void
}

type FileSystem = typeof promises

let watcher: DiskWatcher = {}
let number = 0

/** From now on this watcher hears of every call that goes through `watchedFileSystem`. */
export function watchDisk(next: DiskWatcher): void {
  watcher = next
  number = 0
}

/** The calls made since `watchDisk`. */
export function diskCallCount(): number {
  return number
}

/** `node:fs/promises` whose every call, handles included, is heard by the watcher; for `vi.mock`. */
export function watchedFileSystem(real: FileSystem): FileSystem {
  const watched: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(real)) {
    if (typeof value !== 'function' || name === 'default') watched[name] = value
    else if (name === 'open')
      watched[name] = async (...given: Parameters<FileSystem['open']>) => {
        const handle = await call(name, String(given[0]), () => real.open(...given))
        return watchedHandle(handle, String(given[0]))
      }
    else
      watched[name] = (...given: unknown[]) =>
        call(name, String(given[0]), () => (value as (...all: unknown[]) => Promise<unknown>)(...given))
  }
  return { ...watched, default: watched } as unknown as FileSystem
}

function watchedHandle(handle: promises.FileHandle, path: string): promises.FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target) as unknown
      if (typeof value !== 'function' || typeof name !== 'string') return value
      const own = value.bind(target) as (...all: unknown[]) => Promise<unknown>
      // a file is closed even while its disk is failing
      if (name === 'close') return own
      return (...given: unknown[]) => call(`handle.${name}`, path, () => own(...given))
    },
  })
}

async function call<Value>(name: string, path: string, run: () => Promise<Value>): Promise<Value> {
  const made = { number: ++number, name, path }
  watcher.before?.(made)
  const value = await run()
  const { bytesWritten, bytesRead } = (value ?? {}) as { bytesWritten?: number; bytesRead?: number }
  watcher.after?.({ ...made, byteSize: bytesWritten ?? bytesRead })
  return value
}
