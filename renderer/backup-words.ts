import type { Added } from '../shared/ipc/care.ts'
import { t } from '../shared/words/translate.ts'

/** What was added to a backup, as a part of a sentence: "added 3 photos, read again and found whole; 1,204 were already there". */
export function addedWords({ fileCount, alreadyThere, hasDocuments }: NonNullable<Added>): string {
  const what = fileCount === 0 ? nothingNew(hasDocuments) : newFiles(fileCount, hasDocuments)
  return alreadyThere === 0 ? what : `${what}; ${t('{{count}} were already there', { count: alreadyThere })}`
}

function nothingNew(hasDocuments: boolean): string {
  return hasDocuments ? t('brought up to date, no new photos and documents') : t('brought up to date, no new photos')
}

function newFiles(count: number, hasDocuments: boolean): string {
  return hasDocuments
    ? t('added {{count}} photos and documents, read again and found whole', { count })
    : t('added {{count}} photos, read again and found whole', { count })
}
