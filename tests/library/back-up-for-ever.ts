import { stat } from 'node:fs/promises'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { libraryPlaces } from '../../electron/library/layout.ts'

const [, , folder, target, mode] = process.argv as [string, string, string, string, string]
const { size } = await stat(libraryPlaces(folder).ledger)
const { lastSeq, lastHash } = await checkLibrary(folder)
process.stdout.write('ready\n')
for (;;) {
  await makeBackup(
    {
      folder,
      clientCount: 0,
      photoCount: 0,
      acknowledge: () => ({ lengths: new Map([['ledger/000001.log', size]]), lastSeq, lastHash }),
      expected: () => [],
    },
    target,
    { isWhole: mode === 'whole' },
  )
}
