import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/** Writes a file so that under its name there is never a part of it: to a neighbour first, fsynced, then renamed. */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const neighbour = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(neighbour, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(neighbour, path)
  } catch (error) {
    await rm(neighbour, { force: true })
    throw error
  }
}
