import type { Point, ReferencePoint } from '../../../shared/domain/geometry/points.ts'
import { invertSimilarity, rotationDegreesOf, scaleOf } from '../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, displacementAt, type Transform } from '../../../shared/domain/geometry/transform.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { type Photo, shownHead, shownSize } from '../../../shared/domain/photo.ts'
import { listInWords, numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import type { ProofPhoto } from './proof-facts.ts'

/** Smaller movements than these are no movement. */
const leastPx = 0.5
const leastDegrees = 0.05
const leastPercent = 0.05

/** How a photo was brought to lie as its reference, line by line. */
export function alignmentWords(photo: ProofPhoto): string[] {
  if (photo.isReference) return [t('Alignment: the others are laid onto this photo; it lies as it was taken')]
  const { alignment } = photo
  if (!alignment?.transform) return [t('Alignment: none, the photo lies as it was taken')]
  const lines = [methodWords(photo), t('Laid onto the other as a whole: {{moves}}', { moves: moveWords(photo) })]
  const bend = photo.isRigid ? 0 : bendOf(photo.frameOf, alignment.transform)
  lines.push(
    bend >= leastPx
      ? t('Bent in places by at most {{number}} px, so that the same skin lies at the same place', {
          number: numberInWords(bend),
        })
      : t('Not bent: the head keeps its shape'),
  )
  if (alignment.outcome === 'check') lines.push(t('Stipple’s own check did not confirm this alignment'))
  return lines
}

function methodWords({ alignment, landmarkCount }: ProofPhoto): string {
  if (alignment?.method !== 'by-hand') return t('Alignment: automatic')
  return landmarkCount === 0
    ? t('Alignment: by hand')
    : t('Alignment: by hand, with {{count}} landmarks', { count: landmarkCount })
}

function moveWords({ photo, frameOf, alignment }: ProofPhoto): string {
  const similarity = alignment?.transform?.similarity
  if (!similarity) return ''
  const drawn = invertSimilarity(similarity)
  const [own, frame] = [shownSize(photo), shownSize(frameOf)]
  const centre = applySimilarity(drawn, { x: own.widthPx / 2, y: own.heightPx / 2 })
  const moved = { x: centre.x - frame.widthPx / 2, y: centre.y - frame.heightPx / 2 }
  const degrees = rotationDegreesOf(drawn)
  const percent = 100 * scaleOf(drawn)
  const pixels = (px: number) => ({ number: numberInWords(Math.abs(px)) })
  const turn = { degrees: numberInWords(Math.abs(degrees), 1) }
  const moves = [
    Math.abs(moved.x) < leastPx
      ? null
      : moved.x > 0
        ? t('{{number}} px to the right', pixels(moved.x))
        : t('{{number}} px to the left', pixels(moved.x)),
    Math.abs(moved.y) < leastPx
      ? null
      : moved.y > 0
        ? t('{{number}} px down', pixels(moved.y))
        : t('{{number}} px up', pixels(moved.y)),
    Math.abs(degrees) < leastDegrees
      ? null
      : degrees > 0
        ? t('turned {{degrees}}° clockwise', turn)
        : t('turned {{degrees}}° anticlockwise', turn),
    Math.abs(percent - 100) < leastPercent
      ? null
      : t('scaled to {{percent}} %', { percent: numberInWords(percent, 1) }),
  ].filter((move) => move !== null)
  return moves.length === 0 ? t('hardly moved') : listInWords(moves)
}

/** The farthest that anything on the head is bent, in the reference's pixels; where no outline of the head is known, anything in the photo. */
function bendOf(reference: Photo, { field, similarity }: Transform): number {
  if (!field) return 0
  const { widthPx, heightPx } = shownSize(reference)
  const head = shownHead(reference)
  let farthest = 0
  for (let row = 0; row < field.rows; row++)
    for (let column = 0; column < field.columns; column++) {
      const point = { x: field.originX + column * field.spacingPx, y: field.originY + row * field.spacingPx }
      if (head ? !isOnHead(head, point) : point.x < 0 || point.y < 0 || point.x > widthPx || point.y > heightPx)
        continue
      const { x, y } = displacementAt(field, point as ReferencePoint)
      farthest = Math.max(farthest, Math.hypot(x, y))
    }
  return farthest / scaleOf(similarity)
}

function isOnHead({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse, { x, y }: Point): boolean {
  const angle = (angleDegrees * Math.PI) / 180
  const along = (x - centreX) * Math.cos(angle) + (y - centreY) * Math.sin(angle)
  const across = (y - centreY) * Math.cos(angle) - (x - centreX) * Math.sin(angle)
  return (along / radiusX) ** 2 + (across / radiusY) ** 2 <= 1
}
