import { t } from '../../shared/words/translate.ts'
import { namedPhotos } from './compared-photos.ts'
import type { DomainEvent } from './events.ts'
import type { Facts } from './facts.ts'
import { comparisonKeyOf } from './saved-comparison.ts'
import { isVideo } from './video.ts'

type OnComparison = Extract<DomainEvent, { type: 'comparison-saved' | 'comparison-renamed' | 'comparison-removed' }>
type OnProtocol = Extract<
  DomainEvent,
  { type: 'hanging-protocol-saved' | 'hanging-protocol-renamed' | 'hanging-protocol-removed' }
>

/** Why a change of a saved comparison can't be recorded, in plain words; undefined when it can. */
export function refusalOfComparison(facts: Facts, event: OnComparison): string | undefined {
  const present = facts.comparisons.get(comparisonKeyOf(event.data))
  if (event.type !== 'comparison-saved')
    return present?.isRemoved === false ? undefined : t('There is no such saved comparison.')
  if (present?.isRemoved === false) return t('This comparison is saved already.')
  const { treatmentId, photos } = event.data
  if (facts.treatments.get(treatmentId)?.isRemoved !== false) return t('There is no such treatment.')
  // one that is saved again by an undo may name photos that were deleted for good meanwhile
  if (present) return undefined
  const named = namedPhotos(photos)
  if (new Set(named).size !== named.length) return t('A photo can’t be compared with itself.')
  const areOfTreatment = named.every((photoId) => {
    const photo = facts.photos.get(photoId)
    return photo?.treatmentId === treatmentId && !isVideo(photo)
  })
  return areOfTreatment ? undefined : t('These are not photos of this treatment.')
}

/** Why a change of the studio's own protocols can't be recorded, in plain words; undefined when it can. */
export function refusalOfProtocol(facts: Facts, event: OnProtocol): string | undefined {
  const isThere = facts.hangingProtocols.get(event.data.protocolId)?.isRemoved === false
  if (event.type === 'hanging-protocol-saved') return isThere ? t('This is saved already.') : undefined
  return isThere ? undefined : t('There is no such comparison of the studio.')
}
