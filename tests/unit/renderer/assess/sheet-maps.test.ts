import { describe, expect, test } from 'vitest'
import { plannedMap } from '../../../../renderer/features/assess/sheets/sheet-maps.ts'
import type { TreatmentNow } from '../../../../renderer/features/assess/use-treatment.ts'
import { type PatchDecision, patchIdSchema } from '../../../../shared/domain/assessing/patch-decision.ts'
import { sheetSections } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { planOf } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { photoOf } from '../photo-samples.ts'
import { alignmentOf } from '../viewer/pair-bench.tsx'

const size = { widthPx: 1000, heightPx: 800 }
const crownBefore = photoOf(1, { ...size, angle: 'crown', stage: 'post-cut' })
const crown = photoOf(2, { ...size, angle: 'crown', stage: 'healed-2' })
const top = photoOf(3, { ...size, angle: 'top', stage: 'healed-2' })

function decision(number: number, photo: Photo, x: number): PatchDecision {
  return {
    patchId: patchIdSchema.parse(`33333333-3333-4333-8333-33333333333${number}`),
    treatmentId: photo.treatmentId,
    angle: photo.angle,
    number,
    photoId: photo.photoId,
    quarterTurns: 0,
    outline: [
      { x, y: 300 },
      { x: x + 40, y: 300 },
      { x: x + 40, y: 340 },
    ],
    zone: '',
    place: 'middle-middle',
    kind: 'lightened',
    lightened: 0.3,
    areaMm2: 100,
    dotsLacking: 20,
    isScaleEstimated: false,
    seenAt: 'healed-2',
    decision: 'accepted',
    note: '',
    touchUps: [{ session: 'session-3', isDone: false }],
  }
}

const treatment: TreatmentNow = {
  photos: [crownBefore, crown, top],
  drawings: [],
  alignments: [alignmentOf(crownBefore, crown)],
  references: [],
}
const sections = sheetSections(planOf('session-3', [decision(1, crownBefore, 300), decision(2, top, 500)])!)

describe('the map of planned patches', () => {
  test('is made for each angle, on the photo of the stage at which they were accepted', () => {
    const maps = sections.map((section) => plannedMap(section, treatment, top))
    expect(maps.map((map) => map?.judged.photo.photoId)).toEqual([crown.photoId, top.photoId])
    expect(maps.map((map) => map?.patches.map(({ number }) => number))).toEqual([[1], [2]])
    // the crown has a baseline that is aligned with it, the top is its own
    expect(maps.map((map) => map?.before?.photoId)).toEqual([crownBefore.photoId, undefined])
    for (const map of maps)
      for (const { x, y } of map!.patches[0]!.outline) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0)
  })

  test('says nothing of before where both photos aren’t aligned, and marks nothing that can’t be carried', () => {
    const map = plannedMap(sections[0]!, { ...treatment, alignments: [] }, top)
    expect(map?.before).toBeNull()
    expect(map?.patches).toEqual([])
  })

  test('isn’t there without its photo', () => {
    expect(plannedMap(sections[1]!, { ...treatment, photos: [crownBefore, crown] }, crown)).toBeUndefined()
  })
})
