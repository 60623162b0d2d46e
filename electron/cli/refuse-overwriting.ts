import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** Throws `refused` when writing `outPath` would write over one of the inputs, under whatever name or link. */
export async function refuseOverwriting(outPath: string, inputPaths: readonly string[]): Promise<void> {
  const out = await stat(outPath).catch(() => undefined)
  if (!out) return
  for (const path of inputPaths) {
    const input = await stat(path).catch(() => undefined)
    if (input && input.dev === out.dev && input.ino === out.ino) {
      const reason = 'This is one of the files to read; choose another name for the result.'
      throw new AppError('refused', { fileName: basename(outPath), reason })
    }
  }
}
