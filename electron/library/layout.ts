import { join } from 'node:path'

/** The library's format; a newer one is refused, never guessed. Version 2 is sealed (docs/adr/0009). */
export const libraryFormat = { format: 'stipple-library', version: 2 } as const

/** Where everything of a library stands that is named the same in all of them. */
export function libraryPlaces(folder: string) {
  return {
    folder,
    lock: join(folder, 'LOCK'),
    format: join(folder, 'format.json'),
    keys: join(folder, 'keys.json'),
    /** Ids of the keys of erased clients. */
    erased: join(folder, 'erased.json'),
    objects: join(folder, 'objects'),
    ledgerFolder: join(folder, 'ledger'),
    ledger: join(folder, 'ledger', '000001.log'),
    checkpoint: join(folder, 'checkpoint'),
    derived: join(folder, 'derived'),
    staging: join(folder, 'tmp'),
    /** Files that belong to no photo, by the day on which they were set aside. */
    quarantine: join(folder, 'quarantine'),
  }
}

/** Where everything of a library stands. No name from outside ever becomes a path: `objectName` makes 64 hexadecimal digits of an id. */
export function libraryLayout(folder: string, objectName: (id: string) => string) {
  const objectNamed = (name: string) => join(folder, 'objects', name.slice(0, 2), name)
  return {
    ...libraryPlaces(folder),
    objectName,
    /** A file of the objects folder, by its name. */
    objectNamed,
    /** An original, by the SHA-256 of its content. */
    object: (id: string) => objectNamed(objectName(id)),
    /** A rendition of a photo or an alignment: disposable. */
    rendition: (id: string, rendition: string) => {
      const name = objectName(id)
      return join(folder, 'derived', name.slice(0, 2), `${name}.${rendition}`)
    },
  }
}

export type LibraryPlaces = ReturnType<typeof libraryPlaces>
export type LibraryLayout = ReturnType<typeof libraryLayout>
