import { t } from '../../shared/words/translate.ts'
import { type Drawing, type DrawingContent, photoOfDrawing, pointsOf } from './drawing.ts'
import { areOn } from './drawing-on-photo.ts'
import type { Facts } from './facts.ts'
import { distance } from './geometry/points.ts'
import { type Photo, shownSize } from './photo.ts'
import { type PhotoScale, shortestScalePx } from './scale.ts'
import { isVideo } from './video.ts'

const notDrawnOn = () => t('A video can’t be drawn on: take a frame of it as a photo.')
const outside = () => t('A drawing lies outside its photo.')

/** Why something can't be drawn on a photo; undefined when it can. */
export function refusalOfDrawing(facts: Facts, drawing: Drawing): string | undefined {
  const photo = facts.photos.get(drawing.photoId)
  if (!photo || photoOfDrawing(drawing.drawingId) !== drawing.photoId) return t('There is no such photo.')
  if (isVideo(photo)) return notDrawnOn()
  if (facts.drawings.has(drawing.drawingId)) return t('This drawing exists already.')
  return isOnPhoto(photo, drawing) ? undefined : outside()
}

/** Why a drawing can't be changed into this; a zone can get another kind of zone, but never become something else. */
export function refusalOfChange(facts: Facts, content: DrawingContent): string | undefined {
  const drawing = facts.drawings.get(content.drawingId)
  const photo = drawing && facts.photos.get(drawing.photoId)
  if (!drawing || !photo) return t('There is no such drawing.')
  if (drawing.shape.kind !== content.shape.kind) return t('A drawing can’t become another kind of drawing.')
  return isOnPhoto(photo, content) ? undefined : outside()
}

/** Why a photo can't have this scale. */
export function refusalOfScale(
  facts: Facts,
  { photoId, scale }: { photoId: string; scale: PhotoScale | null },
): string | undefined {
  const photo = facts.photos.get(photoId)
  if (!photo) return t('There is no such photo.')
  if (isVideo(photo)) return notDrawnOn()
  if (!scale) return undefined
  if (!areOn(sizeIn(photo, scale.quarterTurns), [scale.from, scale.to])) return t('The scale lies outside its photo.')
  return distance(scale.from, scale.to) < shortestScalePx ? t('The scale’s line is too short.') : undefined
}

function isOnPhoto(photo: Photo, { shape, quarterTurns }: Pick<DrawingContent, 'shape' | 'quarterTurns'>): boolean {
  return areOn(sizeIn(photo, quarterTurns), pointsOf(shape))
}

function sizeIn(photo: Photo, quarterTurns: number) {
  return shownSize({ ...photo, quarterTurns })
}
