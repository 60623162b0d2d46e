import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { comparabilityOf } from '../../../shared/domain/comparability.ts'
import type { PhotoMeasurements } from '../../../shared/domain/measurement/photo-measurements.ts'
import type { Placement, TakenPhoto } from '../../../shared/domain/photographic-differences.ts'
import type { Stage } from '../../../shared/domain/stage.ts'

const usual: PhotoMeasurements = {
  skinLuminance: 0.4,
  skinRedToBlue: 2,
  edgeWidthPercent: 0.9,
  headRoomPercent: { above: 15, left: 20, right: 20 },
}
const samePlace: Placement = { distanceRatio: 1, rotationDegrees: 0, bendingPercent: 1 }
const taken = (stage: Stage | null, about: Partial<PhotoMeasurements> = {}): TakenPhoto => ({
  stage,
  measured: { ...usual, ...about },
})
const before = taken('before')
const room = (about: Partial<PhotoMeasurements['headRoomPercent']>) => ({
  headRoomPercent: { ...usual.headRoomPercent, ...about },
})

describe('comparability', () => {
  test.each<[string, TakenPhoto, TakenPhoto, Partial<Placement>, string]>([
    ['alike', before, taken('healed-3'), {}, 'Taken alike: distance, light and sharpness match.'],
    [
      'closer and brighter',
      before,
      taken('session-3', { skinLuminance: 0.4 * 2 ** 0.6 }),
      { distanceRatio: 0.86 },
      'Session 3 is 14 % closer and 0.6 stop brighter: next time step back a little and use less light or −0.6 stop.',
    ],
    [
      'farther away',
      before,
      taken('healed-1'),
      { distanceRatio: 1.3 },
      'Healed 1 is 30 % farther away: next time step closer a little.',
    ],
    [
      'much darker',
      before,
      taken('healed-1', { skinLuminance: 0.1 }),
      {},
      'Healed 1 is 2.0 stops darker: next time use more light or +2.0 stops.',
    ],
    [
      'warmer',
      before,
      taken('healed-1', { skinRedToBlue: 2.7 }),
      {},
      'Healed 1 has warmer colours: next time use the same lamps and white balance.',
    ],
    [
      'cooler',
      before,
      taken('healed-1', { skinRedToBlue: 1.5 }),
      {},
      'Healed 1 has cooler colours: next time use the same lamps and white balance.',
    ],
    [
      'red skin on the day of a session isn’t warm light',
      before,
      taken('session-1', { skinRedToBlue: 2.9 }),
      {},
      'Taken alike: distance, brightness and sharpness match.',
    ],
    [
      'less sharp',
      before,
      taken('healed-1', { edgeWidthPercent: 1.5 }),
      {},
      'Healed 1 is less sharp: next time focus on the hair.',
    ],
    [
      'a baseline that is less sharp',
      taken('before', { edgeWidthPercent: 1.5 }),
      taken('healed-1'),
      { distanceRatio: 0.88 },
      'Before is less sharp, Healed 1 is 12 % closer: next time step back a little; choose a sharper baseline if there is one.',
    ],
    [
      'turned',
      before,
      taken('healed-1'),
      { rotationDegrees: -8.4 },
      'Healed 1 is turned by 8°: next time hold the camera level.',
    ],
    [
      'from another side',
      before,
      taken('healed-1'),
      { bendingPercent: 5 },
      'Healed 1 shows the head from a slightly different side: next time stand where the baseline was taken from.',
    ],
    [
      'cut off, and darker',
      before,
      taken('healed-1', { ...room({ above: -4 }), skinLuminance: 0.25 }),
      {},
      'Healed 1 cuts off the top of the head and is 0.7 stop darker: next time leave room above the head and use more light or +0.7 stop.',
    ],
    [
      'both close-ups',
      taken('before', room({ left: -9, right: -9 })),
      taken('healed-1', room({ left: -5, right: -8 })),
      {},
      'Taken alike: distance, light and sharpness match.',
    ],
    [
      'a baseline that is cut off',
      taken('before', room({ left: 0 })),
      taken('healed-1'),
      {},
      'Before cuts off the left of the head: choose a baseline that shows the whole head.',
    ],
    [
      'two photos of one stage',
      before,
      taken('before', { skinLuminance: 0.2 }),
      {},
      'The compared photo is 1.0 stop darker: next time use more light or +1.0 stop.',
    ],
    [
      'hair hides the skin',
      taken('before', { skinLuminance: null, skinRedToBlue: null }),
      taken('healed-1', { skinLuminance: 0.05 }),
      {},
      'Taken alike: distance and sharpness match.',
    ],
  ])('%s', (_, reference, moving, placement, sentence) => {
    expect(comparabilityOf(reference, moving, { ...samePlace, ...placement }).sentence).toBe(sentence)
  })

  test('without an alignment nothing is said of distance and turn', () => {
    expect(comparabilityOf(before, taken('healed-1'), null)).toEqual({
      kind: 'alike',
      sentence: 'Light and sharpness match; distance can’t be told without a confirmed alignment.',
    })
  })

  test('where nothing could be measured it says so', () => {
    const nothing = taken('healed-1', { skinLuminance: null, skinRedToBlue: null, edgeWidthPercent: null })
    expect(comparabilityOf(before, nothing, null).kind).toBe('unmeasured')
  })

  const positive = fc.double({ min: 0.01, max: 1, noNaN: true })
  const measured = fc.record({
    skinLuminance: fc.option(positive),
    skinRedToBlue: fc.option(fc.double({ min: 0.8, max: 4, noNaN: true })),
    edgeWidthPercent: fc.option(fc.double({ min: 0.8, max: 4, noNaN: true })),
    headRoomPercent: fc.record({
      above: fc.integer({ min: -20, max: 60 }),
      left: fc.integer({ min: -20, max: 60 }),
      right: fc.integer({ min: -20, max: 60 }),
    }),
  })
  const placement = fc.option(
    fc.record({
      distanceRatio: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
      rotationDegrees: fc.double({ min: -30, max: 30, noNaN: true }),
      bendingPercent: fc.option(fc.double({ min: 0, max: 6, noNaN: true })),
    }),
  )

  test.prop([measured, measured, placement])('it is always one sentence of at most two differences', (a, b, where) => {
    const { kind, sentence } = comparabilityOf(
      { stage: 'before', measured: a },
      { stage: 'healed-2', measured: b },
      where,
    )
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence.match(/\.(\s|$)/g)).toHaveLength(1)
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
    expect(kind === 'different').toBe(sentence.includes(': ') && !sentence.startsWith('Taken alike'))
    if (where === null) expect(sentence).not.toMatch(/closer|farther|turned|side:/)
    if (a.skinLuminance === null || b.skinLuminance === null) expect(sentence).not.toMatch(/stop|light match/)
  })

  test.prop([measured, placement])('a photo beside itself differs in nothing but where it stands', (a, where) => {
    const photo: TakenPhoto = { stage: 'healed-1', measured: a }
    const here = where && { ...where, distanceRatio: 1, rotationDegrees: 0, bendingPercent: 0 }
    expect(comparabilityOf(photo, photo, here).kind).not.toBe('different')
  })
})
