import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { readLedger } from '../../electron/library/ledger-reading.ts'
import { LibraryKeys } from '../../electron/library/library-keys.ts'
import { deviceKeysIn } from '../../electron/main/device-key.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'

/** What a library's ledger says on the disk, opened with the key that the app left beside it. */
export async function recordedEvents(userData: string): Promise<DomainEvent[]> {
  const places = libraryPlaces(join(userData, 'library'))
  const noKeychain = { isTrustworthy: () => false, seal: () => Buffer.alloc(0), open: () => '' }
  const keys = await LibraryKeys.open(places.keys, deviceKeysIn(join(userData, 'device.key'), noKeychain))
  if (!keys) throw new Error('the library has no keys')
  try {
    return readLedger(await readFile(places.ledger), keys).records.map(({ event }) => event)
  } finally {
    keys.close()
  }
}
