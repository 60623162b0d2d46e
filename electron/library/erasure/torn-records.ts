import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { keyIdOfFile } from '../../sealed/read-wrapping.ts'
import type { LibraryPlaces } from '../layout.ts'
import { type ErasureStep, removeFiles } from './gone-files.ts'

/**
 * Removes half-written records that were set aside when everything was plain. They were sealed as a whole, with the library's own key, and may speak of anybody. Those of later
 * libraries consist of parts sealed for each client, and stay.
 */
export async function removePlainTornRecords({ ledgerFolder }: LibraryPlaces, step: ErasureStep): Promise<void> {
  const names = (await readdir(ledgerFolder)).filter((name) => name.startsWith('torn-'))
  const paths = names.map((name) => join(ledgerFolder, name))
  await removeFiles(
    paths.filter((path) => keyIdOfFile(path) !== undefined),
    step,
  )
}
