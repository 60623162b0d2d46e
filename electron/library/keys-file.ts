import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, writeFileDurably } from './durable-files.ts'
import { masterBoxSchema } from './master-boxes.ts'

const keysFileSchema = z.object({
  format: z.literal('stipple-keys'),
  version: z.literal(1),
  /** The master key, once for each way to open it. */
  master: z.array(masterBoxSchema).min(1),
  /** The clients' keys. Which client each belongs to stands inside the box. */
  clients: z.array(z.object({ keyId: z.string().regex(/^[0-9a-f]{32}$/), box: z.base64() })),
})

/** What keys.json says: only wrapped keys. */
export type KeysFile = z.infer<typeof keysFileSchema>

/** Reads keys.json; undefined when there is none. Throws `library-damaged` for what isn't one, `library-newer` for a later version. */
export async function readKeysFile(path: string): Promise<KeysFile | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw diskError(error)
  })
  if (text === undefined) return undefined
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw new AppError('library-damaged', { reason: t('keys.json can’t be read') }, { cause: error })
  }
  const parsed = keysFileSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const { format, version } = content as { format?: unknown; version?: unknown }
  if (format === 'stipple-keys' && typeof version === 'number' && version > 1) throw new AppError('library-newer')
  throw new AppError('library-damaged', { reason: t('keys.json makes no sense') })
}

/** Writes keys.json anew, readable by this user only; whole or as before after a crash. */
export async function writeKeysFile(path: string, keys: KeysFile): Promise<void> {
  await writeFileDurably(path, `${JSON.stringify(keys, null, 1)}\n`)
}
