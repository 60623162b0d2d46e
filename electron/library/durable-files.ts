import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** Makes a folder's entries durable. Windows can't sync folders and orders renames itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await withHandle(await open(folder, 'r'), (handle) => handle.sync())
}

/** Makes a file's content durable, whoever wrote it. */
export async function syncFile(path: string): Promise<void> {
  await withHandle(await open(path, 'r+'), (handle) => handle.sync())
}

/** Writes a small file so that it is whole or absent after a crash: temporary sibling, fsync, rename, fsync of the folder. */
export async function writeFileDurably(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.new`
  await withHandle(await open(temporary, 'w', 0o600), async (handle) => {
    await handle.writeFile(content)
    await handle.sync()
  })
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Makes a folder and everything above it; what was made is durable. */
export async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (topmost === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === topmost || made === dirname(made)) return
  }
}

/** Runs something with an open file and closes it whatever happens. */
export async function withHandle<Value>(
  handle: FileHandle,
  use: (handle: FileHandle) => Promise<Value>,
): Promise<Value> {
  try {
    return await use(handle)
  } finally {
    await handle.close()
  }
}

/** Turns an error of the library's disk into one that the window has a sentence for. */
export function diskError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', {}, { cause: error })
  return new AppError('folder-unavailable', code ? { reason: code } : {}, { cause: error })
}
