import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { PictureOutput } from '../../shared/ipc/engine-tasks.ts'
import { sealBytes } from '../sealed/sealed-file.ts'

/** Writes a file, sealed if its place says so, so that under its name there is never a part of it: to a neighbour first, fsynced, then renamed. */
export async function writeWholeFile({ path, seal }: PictureOutput, bytes: Uint8Array): Promise<void> {
  const neighbour = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(neighbour, 'wx')
    try {
      await file.writeFile(seal ? sealBytes(seal, bytes) : bytes)
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
