import { doubtOfDay } from '../../../shared/domain/capture-date.ts'
import {
  type AttachedDocument,
  type DocumentKind,
  documentDay,
  documentKindLabel,
  isSigned,
} from '../../../shared/domain/document.ts'
import { t } from '../../../shared/words/translate.ts'

/** What a document is, in a line: "Consent form, signed 12 Mar 2026". */
export function documentLine({ kind, signedOn }: Pick<AttachedDocument, 'kind' | 'signedOn'>): string {
  return `${documentKindLabel(kind)}, ${signedOn ? documentDay(kind, signedOn) : t('no date')}`
}

/** What the field for a document's day is called. */
export function dayFieldLabel(kind: DocumentKind): string {
  return isSigned(kind) ? t('Signed on') : t('Dated')
}

/** Why a day can't be that of a document; undefined when it can, and when there is none. */
export function dayProblem(day: string | null, today: string): string | undefined {
  const doubt = day === null ? null : doubtOfDay(day, today)
  if (doubt === 'future') return t('This day is still to come.')
  return doubt === 'too-early' ? t('This day lies before 1990.') : undefined
}

/** What a file is, by its name's ending: "PDF", "DOCX"; "file" without one. */
export function fileType(fileName: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toUpperCase() ?? t('file')
}
