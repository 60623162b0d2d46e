import { z } from 'zod'
import { dayInWords } from '../words/formats.ts'
import { t } from '../words/translate.ts'
import { captureDay, isRealDay } from './capture-date.ts'
import { findDateInFileName } from './date-from-file-name.ts'
import {
  type ClientId,
  clientIdSchema,
  type DocumentId,
  documentIdSchema,
  type PhotoId,
  treatmentIdSchema,
} from './ids.ts'
import { eachOnce, fieldOf, type RecordField } from './record-fields.ts'
import { longestNote } from './treatment-record.ts'

export const documentKinds = ['health-questionnaire', 'consent-form', 'aftercare-sheet', 'invoice', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Larger files aren't forms. */
export const largestDocumentBytes = 100 * 1024 ** 2

const longestTitle = 200

/** What a person says of a document. `signedOn`: the day on which it was signed, or that it bears ("2026-03-14"); null: not known. */
export const documentDescriptionSchema = z.object({
  kind: z.enum(documentKinds),
  title: z.string().trim().min(1).max(longestTitle),
  signedOn: z.string().refine(isRealDay, 'Expected a calendar day').nullable(),
  notes: z.string().max(longestNote),
})
export type DocumentDescription = z.infer<typeof documentDescriptionSchema>

/**
 * A form or another file that is attached to a treatment. Its file is kept as it came, for each client apart. `picture` is its upright size where Stipple can show
 * it; of everything else Stipple knows the bytes and no more.
 */
export const attachedDocumentSchema = documentDescriptionSchema
  .extend({
    documentId: documentIdSchema,
    clientId: clientIdSchema,
    treatmentId: treatmentIdSchema,
    fileName: z.string().max(1024),
    byteSize: z.int().positive(),
    picture: z.object({ widthPx: z.int().positive(), heightPx: z.int().positive() }).nullable(),
    isRemoved: z.boolean(),
  })
  .refine(({ documentId, clientId }) => clientOfDocumentId(documentId) === clientId, 'Expected an id of this client')
export type AttachedDocument = z.infer<typeof attachedDocumentSchema>

/**
 * A document's id: the SHA-256 of its content, then the digits of its client's id. The same sheet, given to two clients, is two files, each sealed with its own
 * client's key, so that neither goes when the other is erased.
 */
export function documentIdOf(contentHash: PhotoId, clientId: ClientId): DocumentId {
  return documentIdSchema.parse(contentHash + clientId.toLowerCase().replaceAll('-', ''))
}

/** Whom a document belongs to. */
export function clientOfDocumentId(documentId: DocumentId): ClientId {
  return clientIdSchema.parse(documentId.slice(64).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}

const kindLabels: Record<DocumentKind, () => string> = {
  'health-questionnaire': () => t('Health questionnaire'),
  'consent-form': () => t('Consent form'),
  'aftercare-sheet': () => t('Aftercare sheet'),
  invoice: () => t('Invoice'),
  other: () => t('Other'),
}

/** A kind of document as people say it. */
export function documentKindLabel(kind: DocumentKind): string {
  return kindLabels[kind]()
}

/** True for the id of a kind of document. */
export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(kindLabels, text)
}

/** True for forms, which are signed on their day; papers are dated. */
export function isSigned(kind: DocumentKind): boolean {
  return kind !== 'invoice' && kind !== 'other'
}

/** When a document was signed, or that it bears a date, within a sentence: "signed 12 Mar 2026". */
export function documentDay(kind: DocumentKind, day: string): string {
  return isSigned(kind) ? t('signed {{day}}', { day: dayInWords(day) }) : t('dated {{day}}', { day: dayInWords(day) })
}

const kindWords: readonly (readonly [kind: DocumentKind, words: RegExp])[] = [
  ['consent-form', /consent|waiver|release|einwilligung|einverständnis/i],
  ['health-questionnaire', /questionnaire|anamnes|medical|health|fragebogen|gesundheit/i],
  ['aftercare-sheet', /after[-_ ]?care|nachsorge|pflegehinweis/i],
  ['invoice', /invoice|receipt|bill(?![a-z])|rechnung|quittung/i],
]

/** What a file's name says of a document, for a person to look over: title and kind, and the day where it stands there plainly. A day is never invented. */
export function describedByFileName(fileName: string): DocumentDescription {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim()
  const date = findDateInFileName(fileName)
  return {
    kind: kindWords.find(([, words]) => words.test(stem))?.[0] ?? 'other',
    title: (stem || fileName.trim() || t('Document')).slice(0, longestTitle).trim(),
    signedOn: date && captureDay(date),
    notes: '',
  }
}

/** What is written down of a document, field by field; the day as it is kept ("2026-03-14"). */
export function documentFields({ kind, title, signedOn, notes }: DocumentDescription): RecordField[] {
  return [fieldOf('title', title), fieldOf('kind', kind), fieldOf('day', signedOn), fieldOf('notes', notes)]
}

/** What documents say, each thing once. What a search looks through. */
export function documentPhrases(documents: readonly DocumentDescription[]): RecordField[] {
  return eachOnce(
    documents.flatMap(({ kind, title, notes }): RecordField[] => {
      const named: RecordField = { field: 'document', values: [kind, title] }
      return notes === '' ? [named] : [named, { field: 'document-notes', values: [title, notes] }]
    }),
  )
}
