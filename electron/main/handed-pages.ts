import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { pageSizesMm } from '../../shared/domain/hand-over.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { writeWaiting } from './export-picture.ts'
import { demandOutside, demandOwn, handedOverTitle } from './hand-over-rules.ts'
import { withoutInfo } from './pdf-without-info.ts'
import { askForPdf, printedPage } from './printed-page.ts'

const mmPerInch = 25.4

/** Asks where to save what the window would print, and saves it as a PDF that says nothing of itself. Null when the user cancels. Throws an AppError. */
export async function handOverPages(
  library: Library,
  window: BrowserWindow,
  { clientId, photoIds, form, page }: ParsedInput<'hand-over.pages'>,
): Promise<string | null> {
  demandOwn(library, { clientId, photoIds })
  const filePath = await askForPdf(window, {
    title: form === 'series' ? t('Save the series') : t('Save the card'),
    folder: app.getPath('documents'),
    name: form === 'series' ? handedOverTitle() : t('Before and after'),
  })
  if (filePath === null) return null
  demandOutside(library, dirname(filePath))
  const { widthMm, heightMm } = pageSizesMm[page]
  const printed = await printedPage(window, {
    pageSize: { width: widthMm / mmPerInch, height: heightMm / mmPerInch },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  })
  const bytes = withoutInfo(printed)
  const fileName = basename(filePath)
  const outputSha256 = createHash('sha256').update(bytes).digest('hex')
  const waiting = await writeWaiting(filePath, bytes)
  try {
    const about = { clientId, photoIds, purpose: 'for-the-client' as const, form, folderName: null }
    const data = { ...about, files: [{ fileName, outputSha256 }] }
    await library.record([{ type: 'pictures-handed-over', version: 1, data }])
    await rename(waiting, filePath).catch((error: unknown) => Promise.reject(diskError(error)))
  } finally {
    await rm(waiting, { force: true })
  }
  return fileName
}
