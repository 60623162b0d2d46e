import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog, type PrintToPDFOptions } from 'electron'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, writeFileDurably } from '../library/durable-files.ts'

/** What a window would print, as a PDF; on A4 unless told otherwise. The page's title is the document's. */
export function printedPage(window: BrowserWindow, options: PrintToPDFOptions = {}): Promise<Uint8Array> {
  return window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, ...options })
}

/** Asks where a PDF is to be saved: its path, null when the user cancels the dialog. */
export async function askForPdf(
  window: BrowserWindow,
  { title, folder, name }: { readonly title: string; readonly folder: string; readonly name: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(folder, `${name}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  return canceled || !filePath ? null : filePath
}

/** Writes a file where the user wants it, whole or not at all; its name. Throws an AppError for what the disk says. */
export async function writeSaved(path: string, bytes: Uint8Array): Promise<string> {
  await writeFileDurably(path, bytes).catch(async (error: unknown) => {
    await rm(`${path}.new`, { force: true }).catch(() => undefined)
    throw diskError(error)
  })
  return basename(path)
}

/** Asks where to save a proof sheet and writes there what the window would print. Null when the user cancels. */
export async function saveProofSheet(
  window: BrowserWindow,
  folder: string,
  { suggestedName }: ParsedInput<'proof.save'>,
): Promise<string | null> {
  const path = await askForPdf(window, { title: t('Save the proof sheet'), folder, name: suggestedName })
  return path && writeSaved(path, await printedPage(window, { preferCSSPageSize: true }))
}
