import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of a folder that hold these bytes, in their content or in their names. */
export async function filesHolding(folder: string, bytes: Buffer): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const holding: string[] = []
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (Buffer.from(entry.name).includes(bytes) || (entry.isFile() && (await readFile(path)).includes(bytes)))
      holding.push(path)
  }
  return holding
}
