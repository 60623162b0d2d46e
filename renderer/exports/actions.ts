import type { StatedEvent } from '../../shared/domain/events.ts'
import type { TakenDown } from '../../shared/domain/exported/taken-down.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import { t } from '../../shared/words/translate.ts'
import type { Undo } from '../ports.ts'

/** An export, and what is said of it so far. */
export interface TakeDownSubject {
  readonly clientId: ClientId
  readonly exportKey: string
  readonly takenDown: TakenDown | null
}

/** States that an export was taken down (null: that it wasn't after all), and how to take that back. */
export function stateTakenDown(
  { clientId, exportKey, takenDown: before }: TakeDownSubject,
  takenDown: TakenDown | null,
): { readonly events: StatedEvent[]; readonly undo: Undo } {
  const stated = (state: TakenDown | null): StatedEvent => ({
    type: 'export-taken-down',
    version: 1,
    data: { clientId, exportKey, takenDown: state },
  })
  return {
    events: [stated(takenDown)],
    undo: {
      label: takenDown ? t('Marked as taken down') : t('No longer marked as taken down'),
      events: [stated(before)],
    },
  }
}
