import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { PictureOutput } from '../../shared/ipc/engine-tasks.ts'
import { sealBytes } from '../sealed/sealed-file.ts'

/** `synced`: whole after a power cut. `made-again`: not waited for; whoever finds a part of it after a power cut makes it again, so it must be sealed to be known as one. */
export type Durability = 'synced' | 'made-again'

/** Writes a file, sealed if its place says so, so that under its name there is never a part of it: to a neighbour first, fsynced unless it can be made again, then renamed. Throws `disk-full`. */
export async function writeWholeFile(
  { path, seal }: PictureOutput,
  bytes: Uint8Array,
  durability: Durability = 'synced',
): Promise<void> {
  const neighbour = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(neighbour, 'wx')
    try {
      await file.writeFile(seal ? sealBytes(seal, bytes) : bytes)
      if (durability === 'synced' || !seal) await file.sync()
    } finally {
      await file.close()
    }
    await rename(neighbour, path)
  } catch (error) {
    await rm(neighbour, { force: true })
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new AppError('disk-full', {}, { cause: error }) : error
  }
}
