import { randomUUID } from 'node:crypto'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileOffer } from '../../shared/ipc/contract.ts'

const mostFiles = 20_000
const systemFiles = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** True for the name of a file or folder that is hidden or the system's own. */
export function isSystemFile(name: string): boolean {
  return systemFiles.test(name)
}

/** The files that the user dropped or chose: their paths stay here, the window gets an id for each. */
export class FileOffers {
  readonly #paths = new Map<string, string>()

  /** Takes paths of files and folders (walked; links and the system's own files are passed over). */
  async offer(paths: readonly string[]): Promise<FileOffer[]> {
    const files: { path: string; byteSize: number }[] = []
    for (const path of paths) await collect(path, files, true)
    return files.map(({ path, byteSize }) => {
      const offerId = randomUUID()
      this.#paths.set(offerId, path)
      return { offerId, fileName: basename(path), byteSize }
    })
  }

  /** The path behind an offer. */
  find(offerId: string): string | undefined {
    return this.#paths.get(offerId)
  }
}

async function collect(path: string, files: { path: string; byteSize: number }[], isNamed: boolean): Promise<void> {
  if (files.length >= mostFiles || (!isNamed && isSystemFile(basename(path)))) return
  const info = await lstat(path).catch(() => undefined)
  // what was named itself is offered whatever it is, so that the user is told why it can't be read
  if (!info?.isDirectory()) {
    if (isNamed || info?.isFile()) files.push({ path, byteSize: info?.size ?? 0 })
    return
  }
  const names = (await readdir(path).catch(() => [])).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  for (const name of names) await collect(join(path, name), files, false)
}
