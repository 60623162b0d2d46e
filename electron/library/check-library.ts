import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { diskError } from './durable-files.ts'
import { libraryFormat, libraryLayout } from './layout.ts'
import { readLedger } from './ledger.ts'

/** Checks that a folder is a library that this Stipple can open, its whole ledger included, and changes nothing. Where the ledger ends. */
export async function checkLibrary(folder: string): Promise<{ lastSeq: number; lastHash: string }> {
  const layout = libraryLayout(folder)
  const [format, ledger] = await Promise.all(
    [layout.format, layout.ledger].map((path) =>
      readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new AppError('library-damaged', { reason: 'its record is missing' })
        throw diskError(error)
      }),
    ),
  )
  const { format: name, version } = parse(format!)
  if (name !== libraryFormat.format || typeof version !== 'number')
    throw new AppError('library-damaged', { reason: 'format.json is not that of a Stipple library' })
  if (version > libraryFormat.version) throw new AppError('library-newer')
  const { records, lastHash, tornBytes } = readLedger(ledger!)
  if (tornBytes.length > 0) throw new AppError('library-damaged', { reason: 'its record is cut short' })
  return { lastSeq: records.length, lastHash }
}

function parse(bytes: Buffer): { format?: unknown; version?: unknown } {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return {}
  }
}
