import { relative, sep } from 'node:path'
import { knownOriginals } from '../../../shared/domain/known-originals.ts'
import type { Library } from '../library.ts'
import { isOriginalIntact } from '../originals.ts'
import type { BackupSource } from './copy-entries.ts'

/** What a backup of an open library copies: the ledger as far as it is acknowledged, and every original that it knows. */
export function librarySource(library: Library): BackupSource {
  const { layout, facts } = library
  const nameOf = (path: string) => relative(layout.folder, path).split(sep).join('/')
  return {
    folder: layout.folder,
    clientCount: [...facts.clients.values()].filter(({ isRemoved }) => !isRemoved).length,
    photoCount: [...facts.photos.values()].filter(({ isRemoved }) => !isRemoved).length,
    acknowledge: () => {
      const { byteLength, lastSeq, lastHash } = library.acknowledged
      return { lengths: new Map([[nameOf(layout.ledger), byteLength]]), lastSeq, lastHash }
    },
    expected: () =>
      knownOriginals(facts).map(({ originalId }) => ({
        name: nameOf(layout.object(originalId)),
        isIntact: () => isOriginalIntact(library, originalId),
      })),
  }
}
