import { join } from 'node:path'

/** The library's format; a newer one is refused, never guessed. */
export const libraryFormat = { format: 'stipple-library', version: 1 } as const

/** Where everything of a library stands. Objects are named by their hash, so no name from outside ever becomes a path. */
export function libraryLayout(folder: string) {
  return {
    folder,
    lock: join(folder, 'LOCK'),
    format: join(folder, 'format.json'),
    objects: join(folder, 'objects'),
    ledgerFolder: join(folder, 'ledger'),
    ledger: join(folder, 'ledger', '000001.log'),
    derived: join(folder, 'derived'),
    staging: join(folder, 'tmp'),
    /** Files that belong to no photo, by the day on which they were set aside. */
    quarantine: join(folder, 'quarantine'),
    /** An original; its id is 64 hexadecimal digits. */
    object: (id: string) => join(folder, 'objects', id.slice(0, 2), id),
    /** A rendition of a photo or an alignment: disposable. */
    rendition: (id: string, name: string) => join(folder, 'derived', id.slice(0, 2), `${id}.${name}`),
  }
}

export type LibraryLayout = ReturnType<typeof libraryLayout>
