import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { decodeLine } from '../../electron/library/ledger-line.ts'
import { type DeviceKeys, LibraryKeys } from '../../electron/library/library-keys.ts'
import { openEntry } from '../../electron/library/sealed-entry.ts'
import { readSealedFile } from '../../electron/sealed/sealed-file.ts'
import { deviceKeysOf } from './device-keys.ts'

/**
 * Everything that somebody who has this computer's key can read in a library's folder: the bytes and names of its files as they stand, the content of every sealed file that opens, and
 * what the lines of the ledger say that open.
 */
export async function readableContent(folder: string, deviceKeys: DeviceKeys = deviceKeysOf()): Promise<Buffer[]> {
  const places = libraryPlaces(folder)
  const keys = await LibraryKeys.open(places.keys, deviceKeys)
  const content: Buffer[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    content.push(Buffer.from(entry.name))
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    content.push(bytes)
    if (!keys) continue
    if (path === places.ledger) content.push(Buffer.from(openedLines(bytes.toString('utf8'), keys)))
    else content.push(await opened(path, keys))
  }
  keys?.close()
  return content
}

/** How many pieces of content hold these bytes. */
export function countHolding(content: readonly Buffer[], bytes: Buffer): number {
  return content.filter((piece) => piece.includes(bytes)).length
}

async function opened(path: string, keys: LibraryKeys): Promise<Buffer> {
  try {
    return Buffer.from(await readSealedFile(path, keys.fileKeyOf(path)))
  } catch {
    return Buffer.alloc(0)
  }
}

function openedLines(text: string, keys: LibraryKeys): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const entry = decodeLine(line)
      return entry ? JSON.stringify(openEntry(keys, entry)) : []
    })
    .join('\n')
}
