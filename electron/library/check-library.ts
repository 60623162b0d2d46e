import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError } from './durable-files.ts'
import { readKeysFile } from './keys-file.ts'
import { libraryFormat, libraryPlaces } from './layout.ts'
import type { LedgerLine } from './ledger-line.ts'
import { LedgerWalk, undamaged } from './ledger-walk.ts'

const pieceBytes = 4 * 1024 ** 2

/**
 * Checks that a folder is a library of a format that this Stipple knows, with its keys and the whole chain of its ledger, and changes nothing. What is sealed stays
 * sealed: no key is needed. Where the ledger ends.
 */
export async function checkLibrary(folder: string): Promise<{ lastSeq: number; lastHash: string }> {
  const layout = libraryPlaces(folder)
  const { format: name, version } = parse(await readFile(layout.format).catch(refuseMissing))
  if (name !== libraryFormat.format || typeof version !== 'number')
    throw new AppError('library-damaged', { reason: t('format.json is not that of a Stipple library') })
  if (version > libraryFormat.version) throw new AppError('library-newer')
  const isPlain = version === 1
  if (!isPlain && !(await readKeysFile(layout.keys)))
    throw new AppError('library-damaged', { reason: t('its keys are missing') })
  const walk = new LedgerWalk(isPlain ? plainCount : sealedCount)
  try {
    for await (const piece of createReadStream(layout.ledger, { highWaterMark: pieceBytes })) walk.push(piece as Buffer)
  } catch (error) {
    refuseMissing(error as NodeJS.ErrnoException)
  }
  const { lastSeq, lastHash, tornBytes } = undamaged(walk.end())
  if (tornBytes.length > 0) throw new AppError('library-damaged', { reason: t('its record is cut short') })
  return { lastSeq, lastHash }
}

function refuseMissing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new AppError('library-damaged', { reason: t('its record is missing') })
  throw diskError(error)
}

const senseless = () => t('a record makes no sense')

function plainCount({ events }: LedgerLine): number | string {
  return Array.isArray(events) ? events.length : senseless()
}

function sealedCount({ count, parts }: LedgerLine): number | string {
  return Array.isArray(parts) && typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : senseless()
}

function parse(bytes: Buffer): { format?: unknown; version?: unknown } {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return {}
  }
}
