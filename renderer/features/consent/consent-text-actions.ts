import { type ConsentText, consentTextSchema } from '../../../shared/domain/consent-text.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'

/** A change of the studio's texts and how to take it back. */
export interface TextChange {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Keeps words as a text of the studio. */
export function saveText(name: string, scopes: ConsentText['scopes']): TextChange & { readonly text: ConsentText } {
  const text = consentTextSchema.parse({ textId: crypto.randomUUID(), name: name.trim(), scopes })
  return {
    text,
    events: [savedEvent(text)],
    undo: { label: t('Consent text saved: {{name}}', { name: text.name }), events: [removedEvent(text)] },
  }
}

/** Gives a text other words. */
export function changeText(text: ConsentText, scopes: ConsentText['scopes']): TextChange {
  return {
    events: [savedEvent({ ...text, scopes })],
    undo: { label: t('Consent text changed: {{name}}', { name: text.name }), events: [savedEvent(text)] },
  }
}

/** Gives a text another name. */
export function renameText({ textId, name }: ConsentText, newName: string): TextChange {
  const renamed = (to: string): StatedEvent => ({
    type: 'consent-text-renamed',
    version: 1,
    data: { textId, name: to.trim() },
  })
  return { events: [renamed(newName)], undo: { label: t('Renamed: {{name}}', { name }), events: [renamed(name)] } }
}

/** Takes a text away; consents that were signed with it keep their words. */
export function removeText(text: ConsentText): TextChange {
  return {
    events: [removedEvent(text)],
    undo: { label: t('Consent text removed: {{name}}', { name: text.name }), events: [savedEvent(text)] },
  }
}

function savedEvent({ textId, name, scopes }: ConsentText): StatedEvent {
  const data = { textId: textId, name, scopes }
  return { type: 'consent-text-saved', version: 1, data }
}

function removedEvent({ textId }: ConsentText): StatedEvent {
  return { type: 'consent-text-removed', version: 1, data: { textId } }
}
