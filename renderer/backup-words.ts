import type { Added } from '../shared/ipc/care.ts'

/** What was added to a backup, as a part of a sentence: "added 3 photos, read again and found whole; 1,204 were already there". */
export function addedWords({ fileCount, alreadyThere, hasDocuments }: NonNullable<Added>): string {
  const noun = hasDocuments ? 'photo or document' : 'photo'
  const nouns = hasDocuments ? 'photos and documents' : 'photos'
  const counted = `${fileCount.toLocaleString('en')} ${fileCount === 1 ? noun : nouns}`
  const there = `${alreadyThere.toLocaleString('en')} ${alreadyThere === 1 ? 'was' : 'were'} already there`
  if (fileCount === 0) return `brought up to date, no new ${nouns}${alreadyThere === 0 ? '' : `; ${there}`}`
  return `added ${counted}, read again and found whole${alreadyThere === 0 ? '' : `; ${there}`}`
}
