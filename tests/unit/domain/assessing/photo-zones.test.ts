import { describe, expect, test } from 'vitest'
import {
  assessmentInputsOf,
  inputsKeyOf,
  mapFrameAround,
} from '../../../../shared/domain/assessing/assessment-inputs.ts'
import { zonesOfPhoto } from '../../../../shared/domain/assessing/photo-zones.ts'
import { type Drawing, drawingIdOf, type ZoneKind } from '../../../../shared/domain/drawing.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { photoOf } from '../../renderer/photo-samples.ts'
import { alignmentOf } from '../../renderer/viewer/pair-bench.tsx'

const size = { widthPx: 1000, heightPx: 800 }
const [postCut, healed] = [photoOf(1, { stage: 'post-cut', ...size }), photoOf(2, { stage: 'healed-1', ...size })] as [
  Photo,
  Photo,
]
const shift = { similarity: { a: 1, b: 0, tx: 40, ty: 0 }, field: null }
const alignment = { ...alignmentOf(postCut, healed), transform: shift }

let count = 0
function zoneOn(photo: Photo, zone: ZoneKind, x: number, name = ''): Drawing {
  count++
  const outline = [
    { x, y: 100 },
    { x: x + 200, y: 100 },
    { x: x + 200, y: 300 },
    { x, y: 300 },
  ]
  const drawingId = drawingIdOf(photo.photoId, count.toString(16).padStart(32, '0'))
  return { drawingId, photoId: photo.photoId, quarterTurns: 0, name, shape: { kind: 'zone', zone, outline } }
}
const leftOf = (outline: readonly { x: number }[] | undefined) => Math.min(...(outline ?? []).map(({ x }) => x))
const treatment = (drawings: Drawing[]) => ({ photos: [postCut, healed], drawings, alignments: [alignment] })

describe('the zones of a photo', () => {
  test('are carried from the photo on which they were drawn, and bear the angle’s name', () => {
    const drawn = [zoneOn(postCut, 'treated', 300), zoneOn(postCut, 'reference', 600)]
    const [here] = zonesOfPhoto(postCut, treatment(drawn))
    const [there, ...others] = zonesOfPhoto(healed, treatment(drawn))
    expect(others).toEqual([])
    expect(here).toMatchObject({ name: 'Crown', isCarried: false })
    expect(there).toMatchObject({ name: 'Crown', isCarried: true })
    expect(leftOf(there?.zones.treated[0]) - leftOf(here?.zones.treated[0])).toBeCloseTo(40)
    expect(leftOf(there?.zones.reference[0]) - leftOf(here?.zones.reference[0])).toBeCloseTo(40)
  })

  test('drawn on the photo itself count before carried ones of their kind', () => {
    const drawn = [zoneOn(postCut, 'treated', 300), zoneOn(postCut, 'reference', 600), zoneOn(healed, 'treated', 200)]
    const [zone, ...others] = zonesOfPhoto(healed, treatment(drawn))
    expect(others).toEqual([])
    expect(zone?.isCarried).toBe(false)
    expect(zone?.zones.reference).toHaveLength(1)
  })

  test('of another angle, or where no alignment leads, are none', () => {
    const drawn = [zoneOn(postCut, 'treated', 300)]
    expect(zonesOfPhoto(healed, { ...treatment(drawn), alignments: [] })).toEqual([])
    expect(zonesOfPhoto({ ...healed, angle: 'top' }, treatment(drawn))).toEqual([])
  })

  test('keep their own names, and are told apart without one', () => {
    const drawn = [zoneOn(postCut, 'treated', 100, 'Vertex'), zoneOn(postCut, 'treated', 500)]
    expect(zonesOfPhoto(postCut, treatment(drawn)).map(({ name }) => name)).toEqual(['Vertex', 'Treated zone'])
  })
})

describe('what an assessment depends on', () => {
  const drawn = [zoneOn(postCut, 'treated', 300)]
  const keyOf = (photo: Photo, about = treatment(drawn)) => inputsKeyOf(assessmentInputsOf(photo, postCut, about))

  test('has the same name for the same inputs, another for another alignment or scale', () => {
    expect(keyOf(healed)).toBe(keyOf(healed))
    const moved = { ...alignment, alignmentId: 'f'.repeat(64) as typeof alignment.alignmentId }
    expect(keyOf(healed, { ...treatment(drawn), alignments: [moved] })).not.toBe(keyOf(healed))
    const scale = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, lengthMm: 10, by: 'card' as const, quarterTurns: 0 }
    const scaled = { ...treatment(drawn), photos: [{ ...postCut, scale }, healed] }
    expect(keyOf(healed, scaled)).not.toBe(keyOf(healed))
    expect(assessmentInputsOf(healed, postCut, scaled).scale).toEqual({
      pixelsPerMm: 10,
      source: 'known-thing',
      isCarried: true,
    })
  })

  test('a close-up has no head', () => {
    const head = {
      ellipse: { centreX: 1, centreY: 1, radiusX: 9, radiusY: 9, angleDegrees: 0 },
      by: 'hand' as const,
      quarterTurns: 0,
    }
    const closeUp = { ...healed, angle: 'hairline' as const, head }
    expect(assessmentInputsOf(closeUp, null, treatment([]))).toMatchObject({ head: null, isCloseUp: true })
  })

  test('its maps are drawn around the zone in the reference’s frame', () => {
    const [zone] = zonesOfPhoto(healed, treatment(drawn))
    const frame = mapFrameAround(zone!, shift)
    expect(frame.originX).toBeCloseTo(leftOf(zonesOfPhoto(postCut, treatment(drawn))[0]?.zones.treated[0]), 0)
    expect(frame.columns * frame.rows).toBeLessThan(200 ** 2)
  })
})
