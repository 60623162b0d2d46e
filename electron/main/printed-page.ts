import { basename, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, writeFileDurably } from '../library/durable-files.ts'

/** What a window would print, as a PDF on A4. */
export function printedPage(window: BrowserWindow): Promise<Uint8Array> {
  return window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
}

/** Asks where to save a proof sheet and writes there what the window would print. Null when the user cancels. */
export async function saveProofSheet(
  window: BrowserWindow,
  folder: string,
  { suggestedName }: ParsedInput<'proof.save'>,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('Save the proof sheet'),
    defaultPath: join(folder, `${suggestedName}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || !filePath) return null
  const bytes = await printedPage(window)
  await writeFileDurably(filePath, bytes).catch((error: unknown) => Promise.reject(diskError(error)))
  return basename(filePath)
}
