import { type DatedPhoto, daysSinceSession } from '../comparison-caption.ts'
import { isFresh } from '../stage.ts'
import type { PairLight } from './pair-light.ts'

/** So many days after a session the scalp may be red. */
const redDays = 3
/**
 * From here on a scalp is redder than another beyond measuring error: ln(red/green). Fresh sessions of the sample client had 0.16 to 0.21, settled skin up to 0.02,
 * portraits of one person up to 0.07.
 */
const leastRedness = 0.1

/** Whether skin in a photo may be red from a session: on its day, and shortly after. */
export function mayBeRed(photo: DatedPhoto, treatmentPhotos: readonly DatedPhoto[]): boolean {
  const days = daysSinceSession(photo, treatmentPhotos)
  return isFreshStage(photo) || (days !== undefined && days <= redDays)
}

/** Whether the moving photo's scalp is redder than the reference's beyond measuring error, whatever the day. */
export function isRedder(light: PairLight): boolean {
  return light.kind === 'measured' && (light.addedRedness ?? 0) >= leastRedness
}

/** Which photos of a pair show skin that is red from a session: on its day always, shortly after where it was measured. */
export function redPhotosOf(
  pair: readonly [reference: DatedPhoto, moving: DatedPhoto],
  treatmentPhotos: readonly DatedPhoto[],
  light: PairLight | undefined,
): [reference: boolean, moving: boolean] {
  const added = light?.kind === 'measured' ? (light.addedRedness ?? 0) : 0
  const isRed = (photo: DatedPhoto, redness: number) =>
    isFreshStage(photo) || (redness >= leastRedness && mayBeRed(photo, treatmentPhotos))
  return [isRed(pair[0], -added), isRed(pair[1], added)]
}

function isFreshStage({ stage }: DatedPhoto): boolean {
  return stage !== null && isFresh(stage)
}
