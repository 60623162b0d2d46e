import { z } from 'zod'
import { type Alignment, pairKeyOf } from './alignment.ts'
import { captureDay } from './capture-date.ts'
import { daysSinceSession } from './comparison-caption.ts'
import type { Viewport } from './geometry/viewport.ts'
import { alignmentIdSchema, type PhotoId, photoIdSchema } from './ids.ts'
import { correctionSchema, type MatchedLight } from './light/match-light.ts'
import { type Photo, shownSize } from './photo.ts'
import { stageOrder, stageSchema } from './stage.ts'

/** A presentation has room for this many photos. */
export const mostSlides = 60

const sidePxSchema = z.int().positive().max(100_000)

/**
 * A photo that is presented: which, how large it is as shown, and what is said of it as stage, day and days since its session. `alignmentId` brings it into the
 * reference's frame; null where it can't be laid over it. There is no place for a text, so that no name can stand in it.
 */
export const presentSlideSchema = z.strictObject({
  photoId: photoIdSchema,
  quarterTurns: z.int().min(0).max(3),
  widthPx: sidePxSchema,
  heightPx: sidePxSchema,
  alignmentId: alignmentIdSchema.nullable(),
  stage: stageSchema.nullable(),
  day: z.iso.date().nullable(),
  daysSinceSession: z.int().nonnegative().max(40_000).nullable(),
})
export type PresentSlide = z.infer<typeof presentSlideSchema>

const presentModeSchema = z.enum(['slider', 'side-by-side'])
export type PresentMode = z.infer<typeof presentModeSchema>

const shareSchema = z.number().min(0).max(1)

/** All that a client may see of a comparison. The reference stands among the slides; `shownId` is another one of them, seen beside it. */
export const presentSceneSchema = z
  .strictObject({
    referenceId: photoIdSchema,
    shownId: photoIdSchema,
    slides: z.array(presentSlideSchema).min(2).max(mostSlides),
    isRigid: z.boolean(),
    /** What brings the light of the reference and the shown photo together; null: both are as shot. */
    light: z.strictObject({ reference: correctionSchema, shown: correctionSchema }).nullable(),
    mode: presentModeSchema,
    viewport: z.strictObject({
      centreX: shareSchema,
      centreY: shareSchema,
      zoom: z.number().min(1).max(1000),
      quarterTurns: z.literal([0, 1, 2, 3]).exactOptional(),
    }),
  })
  .refine(
    ({ referenceId, shownId, slides }) =>
      referenceId !== shownId &&
      [referenceId, shownId].every((id) => slides.filter(({ photoId }) => photoId === id).length === 1),
    'Expected the reference and the shown photo, each once, among the slides',
  )
export type PresentScene = z.infer<typeof presentSceneSchema>

/** What a scene is made from; `order` and `hidden` are the practitioner's own. */
export interface SceneSource {
  readonly reference: Photo
  readonly shown: Photo
  readonly treatmentPhotos: readonly Photo[]
  /** The alignments to the reference that are known; of two of a pair the first counts. */
  readonly alignments: readonly Alignment[]
  readonly order: readonly PhotoId[]
  readonly hidden: ReadonlySet<PhotoId>
  readonly isRigid: boolean
  /** What the light of reference and shown photo is matched by; absent: as shot. */
  readonly light?: MatchedLight | undefined
  readonly mode: PresentMode
  readonly viewport: Viewport
}

/** The photos of an angle that can be presented with a reference: in the practitioner's order, those that it doesn't name in the treatment's at the end. */
export function presentablePhotos(
  reference: Photo,
  treatmentPhotos: readonly Photo[],
  order: readonly PhotoId[] = [],
): Photo[] {
  const place = ({ photoId }: Photo) => (order.includes(photoId) ? order.indexOf(photoId) : Number.MAX_SAFE_INTEGER)
  return treatmentPhotos
    .filter(({ angle, isRemoved, video }) => angle === reference.angle && !isRemoved && !video)
    .toSorted((a, b) => place(a) - place(b) || byTime(a, b))
}

/** Earlier stages first, those of one stage by their day; photos without a stage last. */
export function byTime(a: Photo, b: Photo): number {
  const stage = (photo: Photo) => (photo.stage ? stageOrder(photo.stage) : Number.MAX_SAFE_INTEGER)
  const day = (photo: Photo) => (photo.capture ? captureDay(photo.capture) : '')
  return stage(a) - stage(b) || day(a).localeCompare(day(b)) || a.photoId.localeCompare(b.photoId)
}

/** Whether the second photo was certainly taken later: stages and days, as far as they are known, must not contradict each other. */
export function isCertainlyLater(first: Photo, second: Photo): boolean {
  const later = <Value>(a: Value | null, b: Value | null, compare: (a: Value, b: Value) => number) =>
    a === null || b === null ? 0 : Math.sign(compare(b, a))
  const byStage = later(first.stage, second.stage, (a, b) => stageOrder(a) - stageOrder(b))
  const byDay = later(first.capture, second.capture, (a, b) => captureDay(a).localeCompare(captureDay(b)))
  return byStage + byDay > 0
}

/** The scene of a comparison. Reference and shown photo are never left out. */
export function makeScene(source: SceneSource): PresentScene {
  const { reference, shown, treatmentPhotos, hidden } = source
  const alignmentIdOf = (photo: Photo) => {
    const known = source.alignments.find(({ pairKey }) => pairKey === pairKeyOf(reference, photo))
    return known?.transform ? known.alignmentId : null
  }
  const isNeeded = ({ photoId }: Photo) => photoId === reference.photoId || photoId === shown.photoId
  const others = presentablePhotos(reference, treatmentPhotos, source.order).filter(
    (photo) => !isNeeded(photo) && !hidden.has(photo.photoId),
  )
  const kept = new Set(others.slice(0, mostSlides - 2).map(({ photoId }) => photoId))
  const asSlide = (photo: Photo): PresentSlide => ({
    ...slideOfPhoto(photo, treatmentPhotos),
    alignmentId: alignmentIdOf(photo),
  })
  return {
    referenceId: reference.photoId,
    shownId: shown.photoId,
    slides: presentablePhotos(reference, treatmentPhotos, source.order)
      .filter((photo) => isNeeded(photo) || kept.has(photo.photoId))
      .map(asSlide),
    isRigid: source.isRigid,
    light: source.light ? { reference: source.light.reference, shown: source.light.moving } : null,
    mode: source.mode,
    viewport: source.viewport,
  }
}

/** A photo as it is presented by itself; `treatmentPhotos` are those among which the day of its session is found. */
export function slideOfPhoto(photo: Photo, treatmentPhotos: readonly Photo[]): PresentSlide {
  return {
    photoId: photo.photoId,
    quarterTurns: photo.quarterTurns,
    ...shownSize(photo),
    alignmentId: null,
    stage: photo.stage,
    day: photo.capture && captureDay(photo.capture),
    daysSinceSession: daysSinceSession(photo, treatmentPhotos) ?? null,
  }
}

/** The slide of a photo; throws for one that isn't in the scene. */
export function slideOf({ slides }: Pick<PresentScene, 'slides'>, photoId: PhotoId): PresentSlide {
  const slide = slides.find((each) => each.photoId === photoId)
  if (!slide) throw new RangeError('Expected a photo of the scene')
  return slide
}

/** How the shown photo can be presented now: only aligned ones are laid over the reference. */
export function presentedMode(scene: PresentScene): PresentMode {
  return slideOf(scene, scene.shownId).alignmentId === null ? 'side-by-side' : scene.mode
}

/** The photo before or after the shown one, past the reference; undefined at the end. */
export function neighbourSlide(scene: PresentScene, direction: -1 | 1): PhotoId | undefined {
  const others = scene.slides.filter(({ photoId }) => photoId !== scene.referenceId)
  const place = others.findIndex(({ photoId }) => photoId === scene.shownId)
  return others[place + direction]?.photoId
}
