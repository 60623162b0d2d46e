import { relative, sep } from 'node:path'
import type { Library } from '../library.ts'
import { isOriginalIntact } from '../originals.ts'
import type { BackupSource } from './copy-entries.ts'

/** What a backup of an open library copies: the ledger as far as it is acknowledged, and every original that it knows. */
export function librarySource(library: Library): BackupSource {
  const { layout } = library
  const cards = library.cards()
  const nameOf = (path: string) => relative(layout.folder, path).split(sep).join('/')
  return {
    folder: layout.folder,
    clientCount: cards.filter(({ client }) => !client.isRemoved).length,
    photoCount: cards.reduce((sum, { photoCount }) => sum + photoCount, 0),
    acknowledge: () => {
      const { byteLength, lastSeq, lastHash } = library.acknowledged
      return { lengths: new Map([[nameOf(layout.ledger), byteLength]]), lastSeq, lastHash }
    },
    expected: () =>
      [...library.originals()].map(({ originalId }) => ({
        name: nameOf(layout.object(originalId)),
        isIntact: () => isOriginalIntact(library, originalId),
      })),
  }
}
