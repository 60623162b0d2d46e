import { readFile, rm, stat } from 'node:fs/promises'
import { type BrowserWindow, dialog } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { studioSignSchema } from '../../shared/ipc/studio-sign.ts'
import { t } from '../../shared/words/translate.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { diskError, writeFileDurably } from '../library/durable-files.ts'

type StudioSignRequest = Extract<RequestName, `studio.${string}`>
/** The requests about the studio's name and logo; no library has to be open. */
export type StudioSignHandlers = {
  [Name in StudioSignRequest]: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>>
}

interface SignFiles {
  readonly studioName: string
  readonly studioLogo: string
}

const nameSchema = studioSignSchema.pick({ name: true })
/** On paper a logo is at most 50 mm long: 800 pixels are 400 dpi. */
const longestLogoPx = 800
const mostLogoBytes = 20e6
const logoExtensions = ['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'avif']

/** Keeps the studio's name and logo in two small files of the user's. A logo is decoded and written anew by the engine: nothing of the chosen file is kept but its picture. */
export function openStudioSign(
  { studioName, studioLogo }: SignFiles,
  openPool: () => EnginePool,
  window: () => BrowserWindow,
): StudioSignHandlers {
  return {
    'studio.read': async () => ({ name: await nameIn(studioName), logo: await logoIn(studioLogo) }),
    'studio.rename': async ({ name }) => {
      await writeFileDurably(studioName, JSON.stringify({ name })).catch((error) => Promise.reject(diskError(error)))
      return {}
    },
    'studio.choose-logo': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: t('Choose a logo'),
        properties: ['openFile'],
        filters: [{ name: t('Pictures'), extensions: logoExtensions }],
      })
      const [path] = filePaths
      if (path === undefined) return { isChosen: false }
      await keepLogo(path, studioLogo, openPool)
      return { isChosen: true }
    },
    'studio.remove-logo': async () => {
      await rm(studioLogo, { force: true }).catch((error) => Promise.reject(diskError(error)))
      return {}
    },
  }
}

async function keepLogo(path: string, logoPath: string, openPool: () => EnginePool): Promise<void> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new AppError('file-unreadable', {}, { cause })
  })
  if (size > mostLogoBytes)
    throw new AppError('refused', { reason: t('The logo’s file is larger than 20 MB. Choose a smaller one.') })
  const pool = openPool()
  try {
    await pool.run('make-logo', {
      source: { path, key: null },
      longestSidePx: longestLogoPx,
      output: { path: logoPath, seal: null },
    })
  } finally {
    pool.close()
  }
}

/** The name in a file; one that can't be read counts as none. */
async function nameIn(path: string): Promise<string> {
  try {
    return nameSchema.parse(JSON.parse(await readFile(path, 'utf8'))).name
  } catch {
    return ''
  }
}

async function logoIn(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )
}
