import { basename, join } from 'node:path'
import { type BrowserWindow, dialog, nativeImage } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { diskError, writeFileDurably } from '../library/durable-files.ts'
import { printedPage } from './printed-page.ts'

/** Asks where to save a framing sheet and writes it: the PNG that the window drew, or, without one, the page that it would print, on A4. Null when the user cancels. */
export async function saveFramingSheet(
  window: BrowserWindow,
  picturesFolder: string,
  { suggestedName, picture }: ParsedInput<'framing.save'>,
): Promise<string | null> {
  const extension = picture ? 'png' : 'pdf'
  if (picture && nativeImage.createFromBuffer(Buffer.from(picture)).isEmpty()) throw new AppError('picture-damaged')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(picturesFolder, `${suggestedName}.${extension}`),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  const bytes = picture ?? (await printedPage(window))
  await writeFileDurably(filePath, bytes).catch((error: unknown) => Promise.reject(diskError(error)))
  return basename(filePath)
}
