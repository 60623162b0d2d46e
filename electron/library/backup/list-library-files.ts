import { readdir, stat } from 'node:fs/promises'
import { diskError } from '../durable-files.ts'
import { isLeftOut, isLibraryFileName, libraryFilePath } from './backup-names.ts'

/** A file of the library as it stands: its name with slashes, and its size. */
interface LibraryFile {
  readonly name: string
  readonly byteSize: number
}

/** Lists every file of a library that a backup holds, by name. `strangers`: how many files there aren't Stipple's, links included; the system's own aren't counted. */
export async function listLibraryFiles(folder: string): Promise<{ files: LibraryFile[]; strangers: number }> {
  const files: LibraryFile[] = []
  let strangers = 0
  const walk = async (prefix: string): Promise<void> => {
    const path = prefix === '' ? folder : libraryFilePath(folder, prefix)
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`
      if ((prefix === '' && isLeftOut(entry.name)) || /^\.|^(thumbs\.db|desktop\.ini)$|\.new$/i.test(entry.name))
        continue
      if (!isLibraryFileName(name) || !(entry.isDirectory() || entry.isFile())) strangers++
      else if (entry.isDirectory()) await walk(name)
      else files.push({ name, byteSize: (await stat(libraryFilePath(folder, name))).size })
    }
  }
  await walk('').catch((error: unknown) => Promise.reject(diskError(error)))
  return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), strangers }
}
