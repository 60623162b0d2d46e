import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { storyOf, storyWords } from '../../../../shared/domain/assessing/patch-story.ts'
import { type SeenPatch, type SeenStage, trackPatches } from '../../../../shared/domain/assessing/patch-tracks.ts'
import { placeInZone, placeWords } from '../../../../shared/domain/assessing/place-in-zone.ts'
import { evennessBandOf, patchWords, zoneHeadline } from '../../../../shared/domain/assessing/verdict-words.ts'
import type { Patch } from '../../../../shared/domain/assessment/assessment.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { photoIdOf } from '../../renderer/photo-samples.ts'

const square = (x: number, y: number, side = 40): Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]

function patchAt(x: number, y: number, about: Partial<Patch> = {}): SeenPatch {
  const outline = square(x, y)
  const patch: Patch = {
    kind: 'lightened',
    certainty: 'clear',
    outline,
    centre: { x: x + 20, y: y + 20 },
    lightened: { value: 0.3, range: [0.25, 0.35] },
    dotsLacking: 20,
    areaMm2: 150,
    ...about,
  }
  return { patch, zone: 'Crown', outline }
}

function stage(number: number, patches: SeenPatch[] | null): SeenStage {
  return { photoId: photoIdOf(number), patches, isJudgedAt: () => true }
}

describe('patches over the stages', () => {
  test('keep their number where they cover the same skin', () => {
    const stages = [stage(1, [patchAt(0, 0)]), stage(2, [patchAt(300, 0), patchAt(8, 4)]), stage(3, [patchAt(296, 5)])]
    const tracks = trackPatches(stages, [])
    expect(tracks.map(({ number, seen }) => [number, seen.size])).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('that are darker are never taken for lighter ones', () => {
    const tracks = trackPatches([stage(1, [patchAt(0, 0)]), stage(2, [patchAt(0, 0, { kind: 'dark' })])], [])
    expect(tracks.map(({ isDark }) => isDark)).toEqual([false, true])
  })

  test('that are known keep the number they were given', () => {
    const known = [{ patchId: 'p', number: 4, isDark: false, outline: square(300, 0) }]
    const tracks = trackPatches([stage(1, [patchAt(0, 0), patchAt(300, 4)])], known)
    expect(tracks.map(({ number, seen }) => [number, seen.get(photoIdOf(1))?.outline[0]?.x])).toEqual([
      [1, 0],
      [4, 300],
    ])
  })

  const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  const places = fc.uniqueArray(corner, { maxLength: 8, selector: ([x, y]) => `${x} ${y}` })
  propertyTest.prop([fc.array(places, { minLength: 1, maxLength: 5 }), places])(
    'a later stage renumbers nothing',
    (earlier, later) => {
      const stageOf = (corners: [number, number][], index: number) =>
        stage(
          index + 1,
          corners.map(([x, y]) => patchAt(x * 60, y * 60)),
        )
      const before = trackPatches(earlier.map(stageOf), [])
      const after = trackPatches([...earlier, later].map(stageOf), [])
      expect(after.length).toBeGreaterThanOrEqual(before.length)
      for (const { number, outline } of before)
        expect(after.find((track) => track.number === number)?.outline).toEqual(outline)
      for (const photo of earlier.keys()) {
        const numbers = after.filter(({ seen }) => seen.has(photoIdOf(photo + 1))).map(({ number }) => number)
        expect(new Set(numbers).size).toBe(earlier[photo]!.length)
      }
    },
  )
})

describe('what became of a patch', () => {
  const story = (presence: readonly (boolean | null)[], touchedUpIn?: number) => {
    const stages = presence.map((isThere, index) =>
      stage(index + 1, isThere === null ? null : isThere ? [patchAt(0, 0)] : []),
    )
    const [track] = trackPatches(stages, [{ patchId: 'p', number: 1, isDark: false, outline: square(0, 0) }])
    const told = storyOf(track!, stages, touchedUpIn)
    return (
      told &&
      storyWords(
        told,
        false,
        (photoId) => `stage ${Number.parseInt(photoId, 16)}`,
        (n) => `session ${n}`,
      )
    )
  }

  test.each([
    [[true], 'No earlier stage tells of it'],
    [[null, true], 'No earlier stage tells of it'],
    [[false, true], 'New: the stage before didn’t show it'],
    [[false, true, true], 'Faded since stage 1'],
    [[true, false, true], 'Faded since stage 2'],
    [[true, false, true, true], 'Faded since stage 2'],
    [[true, null, true], 'Never took: lighter at every stage so far'],
    [[true, true, false], 'Evened out: not seen since stage 3'],
    [[true, false, false], 'Evened out: not seen since stage 2'],
    [[true, null], undefined],
  ] as const)('%j: %s', (presence, words) => expect(story(presence)).toBe(words))

  test('after a touch-up it holds, or is still there', () => {
    expect(story([true, false], 2)).toBe('Touched up in session 2, holds')
    expect(story([true, true], 2)).toBe('Touched up in session 2, still there')
  })

  test('a stage that doesn’t judge its skin says nothing of it', () => {
    const blind = { ...stage(2, []), isJudgedAt: () => false }
    const stages = [stage(1, [patchAt(0, 0)]), blind]
    const [track] = trackPatches(stages, [])
    expect(storyOf(track!, stages, undefined)).toBeUndefined()
  })
})

describe('words', () => {
  const words = (value: number, least: number, most: number) =>
    patchWords({ lightened: { value, range: [least, most] } })

  test('follow the three bands, by the end of the range that is nearer to none', () => {
    expect(words(0.27, 0.24, 0.3)).toBe('27 % lighter than around it, most people would see this')
    expect(words(0.98, 0.9, 1)).toBe('As good as without pigment, most people would see this')
    expect(words(0.17, 0.14, 0.2)).toBe('17 % lighter than around it, measurable, probably not visible')
    expect(words(0.05, 0.01, 0.1)).toBe('5 % lighter than around it, within measuring error')
    expect(words(-0.3, -0.35, -0.25)).toBe('30 % darker than around it, most people would see this')
  })

  test('tell the range where the figure alone would tell more than is sure', () => {
    expect(words(0.27, 0.18, 0.36)).toBe('18 to 36 % lighter than around it, people may see this')
    expect(words(0.27, 0.1, 0.44)).toBe('10 to 44 % lighter than around it, may be within measuring error')
    expect(words(0.15, -0.05, 0.35)).toBe('0 to 35 % lighter than around it, may be within measuring error')
    expect(words(-0.3, -0.5, -0.15)).toBe('15 to 50 % darker than around it, people may see this')
  })

  test('begin with what people would see, and never say that all is well', () => {
    const patch = (least: number) => patchAt(0, 0, { lightened: { value: 0.3, range: [least, 0.5] } }).patch
    expect(zoneHeadline({ patches: [patch(0.25), patch(0.13)] })).toBe('1 patch that most people would see')
    expect(zoneHeadline({ patches: [patch(0.13)] })).toBe('1 patch that can be measured, probably not seen')
    expect(zoneHeadline({ patches: [patch(0.01)] })).toBe('Differences within measuring error only')
    expect(zoneHeadline({ patches: [] })).toBe('No patch found that differs from its surroundings')
  })

  test('say how even a zone is', () => {
    const even = (coefficientOfVariation: number) =>
      evennessBandOf({ coefficientOfVariation, range: [0, 1], sparseShare: 0, fieldCount: 20 })
    expect([even(0.05), even(0.06), even(0.12)]).toEqual(['even', 'slightly-uneven', 'uneven'])
  })

  test('say where in its zone something lies', () => {
    const zone = [square(0, 0, 300)]
    expect(placeWords('Crown', placeInZone({ x: 20, y: 20 }, zone))).toBe('Crown, upper left')
    expect(placeWords('Crown', placeInZone({ x: 150, y: 150 }, zone))).toBe('Crown, middle')
    expect(placeWords('Crown', placeInZone({ x: 280, y: 150 }, zone))).toBe('Crown, right')
  })
})
