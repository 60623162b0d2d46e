import type { ClientId, PhotoId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Library } from '../library.ts'
import { addErasedKeyIds } from './erased-keys.ts'
import { type ErasureStep, goneBy, removeGoneFiles } from './gone-files.ts'
import { removePlainTornRecords } from './torn-records.ts'

const passOn: ErasureStep = () => undefined

/**
 * Erases a client who is in the trash. The tombstone is written first; from then on the client is gone from the facts, and whatever a crash leaves undone is done at the next start.
 * Then the client's key goes, which makes everything that it sealed unreadable, in the ledger too, and then the files.
 */
export async function eraseClient(library: Library, clientId: ClientId, step: ErasureStep = passOn): Promise<void> {
  const { keys, layout } = library
  await library.settled()
  const keyId = keys.findKeyId(clientId)
  if (!keyId) throw new AppError('refused', { reason: t('There is no such client.') })
  const names = [...library.originals()].flatMap((original) =>
    original.clientId === clientId ? [layout.objectName(original.originalId)] : [],
  )
  await library.record([{ type: 'client-erased', version: 1, data: { clientId, keyId } }])
  await step()
  await finishErasures(library, names, step)
}

/** Does what follows the tombstones, as far as it isn't done yet; `names` are names of files that are known to go. May be repeated. */
export async function finishErasures(
  library: Library,
  names: Iterable<string> = [],
  step: ErasureStep = passOn,
): Promise<void> {
  const { keys, layout, facts } = library
  await library.settled()
  const keyIds = [...facts.erasures.keys()]
  await addErasedKeyIds(layout, keyIds)
  await step()
  await keys.dropClientKeys(keyIds)
  await step()
  await removeGoneFiles(library, goneBy(library, facts, names), step)
  await removePlainTornRecords(layout, step)
  await library.endErasure()
}

/** Deletes photos in the trash for good: the ledger says so first, then their files go. What a crash leaves is removed at the next start. */
export async function deletePhotos(
  library: Library,
  photoIds: readonly PhotoId[],
  step: ErasureStep = passOn,
): Promise<void> {
  const { facts } = library
  await library.settled()
  const events = photoIds.map((photoId) => {
    const photo = facts.photos.get(photoId)
    if (!photo) throw new AppError('refused', { reason: t('There is no such photo.') })
    return { type: 'photo-deleted' as const, version: 1 as const, data: { photoId, clientId: photo.clientId } }
  })
  await library.record(events)
  await step()
  await removeGoneFiles(library, goneBy(library, facts), step)
  await library.endErasure()
}
