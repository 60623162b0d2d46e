import type { HandedOver } from '../../../shared/domain/hand-over.ts'
import { t } from '../../../shared/words/translate.ts'

/** What a client was given, in words; further lines after the first. */
export function describeHandOver({ form, folderName, files }: HandedOver): [what: string, ...details: string[]] {
  const names = files.map(({ fileName }) => fileName)
  switch (form) {
    case 'folder':
      return [t('{{count}} pictures handed to the client in a folder', { count: files.length }), folderName ?? '']
    case 'series':
      return [t('Series handed to the client as a PDF'), ...names]
    case 'card':
      return [t('Before/after card handed to the client'), ...names]
  }
}
