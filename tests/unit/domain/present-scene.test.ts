import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import { wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { alignmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import {
  isCertainlyLater,
  makeScene,
  neighbourSlide,
  presentablePhotos,
  presentedMode,
  presentSceneSchema,
  type SceneSource,
} from '../../../shared/domain/present-scene.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const day = (local: string) => ({ local: `${local}T10:00:00`, offset: null, source: 'exif' as const })
const before = photoOf(1, { stage: 'before', capture: day('2026-01-12') })
const fresh = photoOf(2, { stage: 'session-1', capture: day('2026-01-12') })
const healed = photoOf(3, { stage: 'healed-1', capture: day('2026-02-16') })
const top = photoOf(4, { stage: 'healed-1', angle: 'top' })
const photos = [healed, before, top, fresh]

function alignmentTo(reference: Photo, moving: Photo, isDrawn = true): Alignment {
  return {
    alignmentId: alignmentIdSchema.parse(moving.photoId.replaceAll('0', 'a')),
    inputsKey: 'x',
    pairKey: pairKeyOf(reference, moving),
    referenceId: reference.photoId,
    movingId: moving.photoId,
    outcome: isDrawn ? 'aligned' : 'needs-landmarks',
    method: 'automatic',
    transform: isDrawn ? { similarity: { a: 1, b: 0, tx: 0, ty: 0 }, field: null } : null,
    quality: { peakScore: 1, forwardBackwardShare: 1, coverage: 1, scale: 1, rotationDegrees: 0, reasons: [] },
    algorithmVersion: 1,
  }
}

function sceneOf(about: Partial<SceneSource> = {}) {
  return makeScene({
    reference: before,
    shown: healed,
    treatmentPhotos: photos,
    alignments: [alignmentTo(before, healed)],
    order: [],
    hidden: new Set(),
    isRigid: false,
    mode: 'slider',
    viewport: wholePicture,
    ...about,
  })
}
const idsOf = (scene: ReturnType<typeof sceneOf>) => scene.slides.map(({ photoId }) => photoId)

describe('a scene', () => {
  test('holds the photos of the angle in the order of the treatment, with stage, day and days', () => {
    const scene = sceneOf()
    expect(presentSceneSchema.parse(scene)).toEqual(scene)
    expect(idsOf(scene)).toEqual([before, fresh, healed].map(({ photoId }) => photoId))
    expect(scene.slides.at(-1)).toMatchObject({ stage: 'healed-1', day: '2026-02-16', daysSinceSession: 35 })
  })

  test('follows an order of one’s own and leaves out what is hidden, but never the pair itself', () => {
    const order = [healed.photoId, fresh.photoId]
    expect(idsOf(sceneOf({ order }))).toEqual([healed, fresh, before].map(({ photoId }) => photoId))
    const hidden = new Set(photos.map(({ photoId }) => photoId))
    expect(idsOf(sceneOf({ hidden }))).toEqual([before, healed].map(({ photoId }) => photoId))
  })

  test('lays only what is aligned over the reference', () => {
    expect(presentedMode(sceneOf())).toBe('slider')
    expect(presentedMode(sceneOf({ alignments: [] }))).toBe('side-by-side')
    expect(presentedMode(sceneOf({ alignments: [alignmentTo(before, healed, false)] }))).toBe('side-by-side')
    expect(presentedMode(sceneOf({ alignments: [alignmentTo(before, fresh)] }))).toBe('side-by-side')
    // what is known last of a pair counts, even when an earlier alignment of it could be drawn
    const alignments = [alignmentTo(before, healed, false), alignmentTo(before, healed)]
    expect(presentedMode(sceneOf({ alignments }))).toBe('side-by-side')
  })

  test('can be turned on the screen', () => {
    const scene = sceneOf({ viewport: { ...wholePicture, quarterTurns: 3 } })
    expect(presentSceneSchema.parse(scene)).toEqual(scene)
  })

  test('is stepped past the reference, to the ends of the row', () => {
    const scene = sceneOf({ reference: fresh, shown: before, alignments: [] })
    expect(neighbourSlide(scene, -1)).toBeUndefined()
    expect(neighbourSlide(scene, 1)).toBe(healed.photoId)
    expect(neighbourSlide({ ...scene, shownId: healed.photoId }, 1)).toBeUndefined()
  })

  test('has room for the pair however many photos there are', () => {
    const many = Array.from({ length: 90 }, (_, index) => photoOf(index + 10, { stage: 'before' }))
    const scene = sceneOf({ treatmentPhotos: [...many, before, healed] })
    expect(presentSceneSchema.safeParse(scene).success).toBe(true)
    expect(idsOf(scene)).toEqual(expect.arrayContaining([before.photoId, healed.photoId]))
  })

  const stages = fc.constantFrom<Stage | null>(null, 'before', 'post-cut', 'session-1', 'healed-1', 'session-2')
  const named = fc
    .tuple(fc.string({ minLength: 1 }), stages, fc.boolean(), fc.integer({ min: 0, max: 3 }))
    .map(([name, stage, isDated, quarterTurns]) => ({ name: `§${name}`, stage, isDated, quarterTurns }))

  property.prop([fc.array(named, { minLength: 2, maxLength: 12 })])(
    'never holds a name, a file name, or any text but stages, days and ids',
    (given) => {
      const all = given.map(({ name, stage, isDated, quarterTurns }, index) =>
        photoOf(index + 1, { fileName: name, stage, quarterTurns, capture: isDated ? day('2026-03-01') : null }),
      )
      const [reference, shown] = all as [Photo, Photo]
      const scene = sceneOf({ reference, shown, treatmentPhotos: all, alignments: [alignmentTo(reference, shown)] })
      expect(JSON.stringify(scene)).not.toContain('§')
      expect(JSON.stringify(scene)).not.toContain(reference.clientId)
      expect(JSON.stringify(scene)).not.toContain(reference.treatmentId)
      const texts: string[] = []
      JSON.stringify(scene, (_, value: unknown) => {
        if (typeof value === 'string') texts.push(value)
        return value
      })
      const allowed = /^([0-9a-f]{64}|\d{4}-\d\d-\d\d|before|post-cut|(session|healed)-\d|slider|side-by-side)$/
      expect(texts.filter((text) => !allowed.test(text))).toEqual([])
      expect(presentSceneSchema.safeParse(scene).success).toBe(true)
    },
  )

  test.each<[string, (scene: ReturnType<typeof sceneOf>) => unknown]>([
    ['a name beside the slides', (scene) => ({ ...scene, client: 'Ada' })],
    ['a name in a slide', (scene) => ({ ...scene, slides: scene.slides.map((slide) => ({ ...slide, name: 'Ada' })) })],
    ['a name in the viewport', (scene) => ({ ...scene, viewport: { ...scene.viewport, of: 'Ada' } })],
    [
      'a name as the stage',
      (scene) => ({ ...scene, slides: scene.slides.map((slide) => ({ ...slide, stage: 'Ada' })) }),
    ],
    ['a name as the day', (scene) => ({ ...scene, slides: scene.slides.map((slide) => ({ ...slide, day: 'Ada' })) })],
    ['a shown photo that isn’t a slide', (scene) => ({ ...scene, shownId: photoIdOf(77) })],
    ['the reference beside itself', (scene) => ({ ...scene, shownId: scene.referenceId })],
  ])('is refused with %s', (_, change) => {
    expect(presentSceneSchema.safeParse(change(sceneOf())).success).toBe(false)
  })
})

describe('the order in time', () => {
  test('leaves videos and removed photos out', () => {
    const removed = photoOf(8, { isRemoved: true })
    expect(presentablePhotos(before, [removed, before])).toEqual([before])
  })

  test('is certain where stages and days agree or one of them is known', () => {
    expect(isCertainlyLater(before, healed)).toBe(true)
    expect(isCertainlyLater(healed, before)).toBe(false)
    expect(isCertainlyLater(before, fresh)).toBe(true)
    expect(isCertainlyLater(photoOf(1, { stage: null }), photoOf(2, { stage: null }))).toBe(false)
    const contradicting = photoOf(9, { stage: 'healed-2', capture: day('2025-01-01') })
    expect(isCertainlyLater(before, contradicting)).toBe(false)
  })
})
