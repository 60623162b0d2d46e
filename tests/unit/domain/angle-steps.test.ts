import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Angle, angleIds, angleOrder } from '../../../shared/domain/angle.ts'
import { comparableAngles, photoAtNextAngle, photosByStage, stepAngle } from '../../../shared/domain/angle-steps.ts'
import { type ComparedPhotos, namedPhotos } from '../../../shared/domain/compared-photos.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type Stage, stagesOfTreatment } from '../../../shared/domain/stage.ts'
import { photoOf } from '../renderer/photo-samples.ts'

let number = 0
const at = (angle: Angle, ...stages: Stage[]) => stages.map((stage) => photoOf(++number, { angle, stage }))
const front = at('front', 'post-cut', 'healed-1', 'healed-3')
const top = at('top', 'before', 'post-cut', 'session-2')
const crown = at('crown', 'post-cut', 'healed-1', 'healed-3')
const back = at('back', 'post-cut')
const photos = [...crown, ...back, ...top, ...front]
const from = (of: readonly Photo[], ...indexes: number[]): ComparedPhotos => {
  const [reference, ...others] = indexes.map((index) => of[index]!.photoId)
  const pair = { referenceId: reference!, movingId: others.at(-1)! }
  return others.length > 1 ? { ...pair, panes: others } : pair
}

describe('stepping through the angles', () => {
  it('keeps the stages where the next angle has them', () => {
    const some = photos.filter(({ angle }) => angle !== 'top')
    expect(stepAngle(some, [], from(front, 0, 2), 1)).toEqual({
      angle: 'crown',
      photos: from(crown, 0, 2),
      lacking: [],
    })
    expect(stepAngle(some, [], from(crown, 0, 1), -1)?.photos).toEqual(from(front, 0, 1))
  })

  it('brings the photo of the same stage, else of the nearest; nothing beyond the last angle', () => {
    const next = (photo: Photo, direction: -1 | 1) => photoAtNextAngle(photos, [], photo, direction)
    expect(next(front[0]!, 1)).toMatchObject({ angle: 'top', stage: 'post-cut' })
    expect(next(front[2]!, 1)).toMatchObject({ angle: 'top', stage: 'session-2' })
    expect(next(crown[2]!, -1)).toMatchObject({ angle: 'top', stage: 'session-2' })
    expect(next(crown[0]!, 1)).toBeUndefined()
    expect(next(front[0]!, -1)).toBeUndefined()
  })

  it('takes the nearest stage where one is lacking, and tells it', () => {
    expect(stepAngle(photos, [], from(front, 0, 2), 1)).toEqual({
      angle: 'top',
      photos: from(top, 1, 2),
      lacking: [{ wanted: 'healed-3', shown: 'session-2' }],
    })
  })

  it('passes over an angle with one stage alone, and ends at the last angle', () => {
    expect(stepAngle(photos, [], from(crown, 0, 1), 1)).toBeUndefined()
    expect(stepAngle(photos, [], from(front, 0, 1), -1)).toBeUndefined()
  })

  it('takes every pane along, as far as there are photos', () => {
    expect(stepAngle(photos, [], from(front, 0, 1, 2), 1)).toMatchObject({
      photos: { referenceId: top[1]!.photoId, movingId: top[2]!.photoId, panes: [top[0]!.photoId, top[2]!.photoId] },
    })
    const all = stepAngle(photos, [], { ...from(front, 0, 2), panes: 'all' }, 1)
    expect(all?.photos.panes).toBe('all')
    const two = [...front, ...at('crown', 'post-cut', 'healed-3')]
    const pair = stepAngle(two, [], from(front, 0, 1, 2), 1)
    expect(pair?.photos).not.toHaveProperty('panes')
    expect(pair?.lacking).toEqual([{ wanted: 'healed-1', shown: null }])
  })

  it('of several photos of a stage takes the chosen reference, else the newest', () => {
    const capture = { local: '2026-03-01T10:00:00', offset: null, source: 'exif' as const }
    const later = photoOf(900, { angle: 'crown', stage: 'post-cut', capture })
    const some = [...front, ...crown, later]
    expect(stepAngle(some, [], from(front, 0, 2), 1)?.photos.referenceId).toBe(later.photoId)
    const chosen = [{ angle: 'crown' as const, photoId: crown[0]!.photoId }]
    expect(stepAngle(some, chosen, from(front, 0, 2), 1)?.photos.referenceId).toBe(crown[0]!.photoId)
    expect(photosByStage([...crown, later], chosen).get('post-cut')).toBe(crown[0])
  })

  const series = fc
    .array(
      fc.record({ angle: fc.constantFrom<Angle>(...angleIds), stage: fc.constantFrom<Stage>(...stagesOfTreatment(3)) }),
      { minLength: 4, maxLength: 40 },
    )
    .map((list) => list.map((about, index) => photoOf(index, about)))
  test.prop([series, fc.nat(), fc.constantFrom<-1 | 1>(-1, 1)])(
    'a step and what it shows are sound, whatever was photographed',
    (some, start, direction) => {
      const angles = comparableAngles(some)
      fc.pre(angles.length > 0)
      const place = start % angles.length
      const [angle, ofAngle] = angles[place]!
      const stages = [...photosByStage(ofAngle, []).values()]
      const step = stepAngle(some, [], from(stages, ...stages.map((_, index) => index)), direction)
      const next = angles[place + direction]
      expect(step?.angle).toBe(next?.[0])
      if (!step || !next) return
      expect(Math.sign(angleOrder(step.angle) - angleOrder(angle))).toBe(direction)
      const named = namedPhotos(step.photos)
      expect(new Set(named).size).toBe(named.length)
      for (const photoId of named) expect(some.find((photo) => photo.photoId === photoId)?.angle).toBe(step.angle)
    },
  )
})
