import { readFile } from 'node:fs/promises'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { libraryLayout } from '../../electron/library/layout.ts'
import { readLedger } from '../../electron/library/ledger.ts'

const [, , folder, target] = process.argv as [string, string, string, string]
const { byteLength, lastHash, records } = readLedger(await readFile(libraryLayout(folder).ledger))
process.stdout.write('ready\n')
for (;;) {
  await makeBackup(
    {
      folder,
      clientCount: 0,
      photoCount: 0,
      acknowledge: () => ({ lengths: new Map([['ledger/000001.log', byteLength]]), lastSeq: records.length, lastHash }),
      expected: () => [],
    },
    target,
  )
}
