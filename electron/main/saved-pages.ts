import { type BrowserWindow, type PrintToPDFOptions, shell } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import { askForPdf, printedPage, writeSaved } from './printed-page.ts'

/** Sizes of pages; a phone's screen is 90 mm × 160 mm. Electron counts in inches. */
const pageSizes: Record<ParsedInput<'paper.save'>['paper'], NonNullable<PrintToPDFOptions['pageSize']>> = {
  a4: 'A4',
  phone: { width: 90 / 25.4, height: 160 / 25.4 },
}

/** Saves what the window would print as PDFs, where the user wants them. */
export class SavedPages {
  readonly #window: () => BrowserWindow
  #last: string | undefined

  constructor(window: () => BrowserWindow) {
    this.#window = window
  }

  /** Asks where to save, prints, and writes the file whole; its name, null when the user cancels the dialog. Throws `cancelled` when the signal came first: then nothing is written. */
  async save(
    folder: string,
    { paper, suggestedName }: Omit<ParsedInput<'paper.save'>, 'workId'>,
    signal: AbortSignal,
  ): Promise<string | null> {
    const window = this.#window()
    const path = await askForPdf(window, { title: t('Save as PDF'), folder, name: suggestedName })
    if (path === null) return null
    const bytes = await printedPage(window, { pageSize: pageSizes[paper] })
    if (signal.aborted) throw new AppError('cancelled')
    const fileName = await writeSaved(path, bytes)
    this.#last = path
    return fileName
  }

  /** Shows the file that was saved last in its folder. */
  show(): void {
    if (this.#last !== undefined) shell.showItemInFolder(this.#last)
  }
}
