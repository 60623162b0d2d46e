import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a library's folder with its bytes, except what a backup leaves out. */
export async function contentOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const kept = paths.filter((path) => !/^(LOCK|tmp|derived|checkpoint)/.test(path.slice(folder.length + 1)))
  return new Map(
    await Promise.all(
      kept.sort().map(async (path) => [path.slice(folder.length), (await readFile(path)).toString('base64')] as const),
    ),
  )
}
