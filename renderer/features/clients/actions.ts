import type { Client } from '../../../shared/domain/client.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import { type ClientId, clientIdSchema, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'

/** A change and how to take it back. */
interface Change {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** A new client with a first treatment. */
export function addClient(name: string, sessionCount: number, now: Date): Change & { readonly clientId: ClientId } {
  const clientId = clientIdSchema.parse(crypto.randomUUID())
  const addedAt = now.toISOString()
  const client: Client = { clientId, name: name.trim(), isSample: false, addedAt, isRemoved: false }
  const treatment = {
    treatmentId: treatmentIdSchema.parse(crypto.randomUUID()),
    clientId,
    name: t('Treatment 1'),
    sessionCount,
    addedAt,
  }
  return {
    clientId,
    events: [
      { type: 'client-added', version: 1, data: client },
      { type: 'treatment-added', version: 1, data: treatment },
    ],
    undo: {
      label: t('{{name}} added', { name: client.name }),
      events: [{ type: 'client-removed', version: 1, data: { clientId } }],
    },
  }
}

/** Moves the sample client to the trash. */
export function removeSample({ clientId }: Client): Change {
  return {
    events: [{ type: 'client-removed', version: 1, data: { clientId } }],
    undo: { label: t('Sample client removed'), events: [{ type: 'client-restored', version: 1, data: { clientId } }] },
  }
}

/** Moves a client with everything to the trash, from where it can be restored. */
export function removeClient({ clientId, name }: Client): Change {
  return {
    events: [{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }],
    undo: {
      label: t('{{name}} moved to the trash', { name }),
      events: [{ type: 'client-restored', version: 1, data: { clientId } }],
    },
  }
}

/** Gives a client another name. */
export function renameClient({ clientId, name }: Client, newName: string): Change {
  return {
    events: [{ type: 'client-renamed', version: 1, data: { clientId, name: newName.trim() } }],
    undo: { label: t('Client renamed'), events: [{ type: 'client-renamed', version: 1, data: { clientId, name } }] },
  }
}
