import { join } from 'node:path'
import { type BrowserWindow, dialog, nativeImage } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { printedPage, writeSaved } from './printed-page.ts'

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
  return writeSaved(filePath, picture ?? (await printedPage(window, { preferCSSPageSize: true })))
}
