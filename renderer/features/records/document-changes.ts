import {
  type AttachedDocument,
  type DocumentDescription,
  documentFields,
  documentKinds,
} from '../../../shared/domain/document.ts'
import type { DocumentId } from '../../../shared/domain/ids.ts'
import { fieldChanges } from '../../../shared/domain/record-words.ts'
import { inAlphabet } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'
import { type Change, labelsOf } from './actions.ts'

/** Describes a document anew; undefined when nothing changes. */
export function describeDocument(before: AttachedDocument, after: DocumentDescription): Change | undefined {
  const changed = fieldChanges(documentFields(before), documentFields(after))
  if (changed.length === 0) return undefined
  const event = ({ kind, title, signedOn, notes }: DocumentDescription): Change['events'][number] => ({
    type: 'document-described',
    version: 1,
    data: { documentId: before.documentId, kind, title: title.trim(), signedOn, notes: notes.trim() },
  })
  const labels = labelsOf(changed)
  return {
    events: [event(after)],
    undo: { label: t('{{title}}: {{labels}} changed', { title: before.title, labels }), events: [event(before)] },
  }
}

/** Removes a document; its file stays in the library. */
export function removeDocument({ documentId, title }: AttachedDocument): Change {
  return {
    events: [{ type: 'document-removed', version: 1, data: { documentId } }],
    undo: {
      label: t('{{title}} removed', { title }),
      events: [{ type: 'document-restored', version: 1, data: { documentId } }],
    },
  }
}

/** How documents that were just attached are taken away again. */
export function undoOfAttaching(documentIds: readonly DocumentId[]): Undo {
  return {
    label: documentsAdded(documentIds.length),
    events: documentIds.map((documentId) => ({ type: 'document-removed', version: 1, data: { documentId } })),
  }
}

/** "1 document added", "3 documents added". */
export function documentsAdded(count: number): string {
  return t('{{count}} documents added', { count })
}

/** Documents by kind, the newest of each first; undated ones last. */
export function inListOrder(documents: readonly AttachedDocument[]): AttachedDocument[] {
  return documents.toSorted(
    (a, b) =>
      documentKinds.indexOf(a.kind) - documentKinds.indexOf(b.kind) ||
      (b.signedOn ?? '').localeCompare(a.signedOn ?? '') ||
      inAlphabet(a.title, b.title),
  )
}
