import { fc, test as propertyTest } from '@fast-check/vitest'
import { afterEach, describe, expect, test } from 'vitest'
import { labelPlaces } from '../../../../shared/domain/assessing/label-places.ts'
import { notedDilution } from '../../../../shared/domain/assessing/noted-dilution.ts'
import {
  type PatchDecision,
  patchDecisionSchema,
  patchIdSchema,
} from '../../../../shared/domain/assessing/patch-decision.ts'
import type { ZoneFindings } from '../../../../shared/domain/assessing/photo-assessment.ts'
import { planSummary, sheetSections } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { scaleWords, usedSettings } from '../../../../shared/domain/assessing/sheet-settings.ts'
import { shareInView, squareViewAround } from '../../../../shared/domain/assessing/sheet-view.ts'
import { planOf, plansAt } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import { trendRows } from '../../../../shared/domain/assessing/trend-rows.ts'
import { zoneWords } from '../../../../shared/domain/assessing/zone-words.ts'
import { unjudged } from '../../../../shared/domain/assessment/assessment.ts'
import { captionOf } from '../../../../shared/domain/comparison-caption.ts'
import { drawingIdOf } from '../../../../shared/domain/drawing.ts'
import { blankSessionRecord } from '../../../../shared/domain/session-record.ts'
import { speak } from '../../../../shared/words/translate.ts'
import { photoOf } from '../../renderer/photo-samples.ts'

const photo = photoOf(1, { stage: 'healed-2' })
const { treatmentId } = photo
const zoneId = drawingIdOf(photo.photoId, '1'.repeat(32))

function decision(number: number, about: Partial<PatchDecision> = {}): PatchDecision {
  return patchDecisionSchema.parse({
    patchId: patchIdSchema.parse(`33333333-3333-4333-8333-33333333333${number}`),
    treatmentId,
    angle: 'crown',
    number,
    photoId: photo.photoId,
    quarterTurns: 0,
    outline: [
      { x: 1, y: 1 },
      { x: 9, y: 1 },
      { x: 5, y: 9 },
    ],
    zone: '',
    place: 'middle-left',
    kind: 'lightened',
    lightened: 0.3,
    lightenedRange: [0.25, 0.35],
    areaMm2: 210,
    dotsLacking: 43,
    isScaleEstimated: false,
    seenAt: 'healed-2',
    decision: 'accepted',
    note: '',
    touchUps: [{ session: 'session-3', isDone: false }],
    ...about,
  } satisfies PatchDecision)
}

const findings = (about: Partial<ZoneFindings>): ZoneFindings => {
  const { dots: _, ...nothing } = unjudged('blur')
  return { ...nothing, verdict: 'judged', reasons: [], notJudgedFraction: 0, ...about }
}
const evenness = { coefficientOfVariation: 0.14, range: [0.11, 0.17] as const, sparseShare: 0, fieldCount: 20 }

afterEach(() => speak('en'))

describe('a plan as it is printed', () => {
  test('has a row for each patch, all in words, angle by angle', () => {
    const plan = planOf('session-3', [
      decision(2, { kind: 'missing', isScaleEstimated: true, note: '1 : 18' }),
      decision(1, { angle: 'top', kind: 'dark', lightened: -0.2, lightenedRange: [-0.25, -0.15], dotsLacking: 0 }),
      decision(3, { touchUps: [{ session: 'session-3', isDone: true }] }),
      decision(4, { touchUps: [] }),
    ])!
    const sections = sheetSections(plan)
    expect(sections.map(({ angle, rows }) => [angle, rows.map(({ number }) => number)])).toEqual([
      ['crown', [2, 3]],
      ['top', [1]],
    ])
    const [crown, top] = sections
    expect(crown?.rows[0]).toMatchObject({
      place: 'Crown, left',
      finding: '30 % lighter than around it, most people would see this. Dots are missing here.',
      area: '≈ 210 mm²',
      dots: 'about 45',
      note: '1 : 18',
      isDone: false,
    })
    expect(crown?.rows[1]).toMatchObject({ area: '210 mm²', isDone: true })
    expect(top?.rows[0]).toMatchObject({
      finding: '20 % darker than around it, measurable, probably not visible',
      dots: '–',
    })
    expect(planSummary(plan)).toBe('3 patches, ≈ 630 mm², about 90 dots to add')
    speak('de')
    expect(planSummary(plan)).toBe('3 Stellen, ≈ 630 mm², etwa 90 Punkte zu setzen')
  })

  test('claims no band where the range wasn’t kept', () => {
    const { lightenedRange: _, ...old } = decision(1)
    const [section] = sheetSections(planOf('session-3', [old])!)
    expect(section?.rows[0]?.finding).toBe('30 % lighter than around it')
  })

  test('is that of the next session, then that of the last', () => {
    const both = [decision(1), decision(2, { touchUps: [{ session: 'session-2', isDone: true }] })]
    expect(plansAt('healed-2', both).map(({ session }) => session)).toEqual(['session-3', 'session-2'])
    expect(plansAt('before', both)).toEqual([])
  })

  test('says the dilution that was noted last before it', () => {
    const noted = (session: 'session-1' | 'session-2' | 'session-3', dilution: string) => ({
      ...blankSessionRecord(treatmentId, session),
      dilutions: [{ dilution, notes: '' }],
    })
    const records = [noted('session-2', '1 : 20'), noted('session-1', '1 : 15'), noted('session-3', '1 : 9')]
    expect(notedDilution('session-3', records)).toBe('Dilution noted in Session 2: 1 : 20')
    expect(notedDilution('session-1', records)).toBeUndefined()
  })
})

describe('a report', () => {
  test('says a judged zone in words, and what part of it isn’t judged', () => {
    const zone = findings({
      evenness: { count: evenness, ink: evenness },
      matchToReference: { value: 0.82, range: [0.75, 0.9] },
      reasons: [{ reason: 'shine', share: 0.04, isDecisive: false }],
      notJudgedFraction: 0.04,
    })
    expect(zoneWords(zone)).toEqual({
      evenness: 'Uneven',
      headline: 'No patch found that differs from its surroundings',
      sentences: [
        'Reads 82 % of the client’s own shaved hair',
        'Not judged: 4 % (shine).',
        'Photograph it again with soft light from the side, on matt skin.',
      ],
      isJudged: true,
    })
  })

  test('says why a zone can’t be judged, and what to photograph again', () => {
    const { dots: _, ...blurred } = unjudged('blur')
    expect(zoneWords(blurred)).toMatchObject({
      headline: 'Can’t be judged',
      sentences: [expect.stringMatching(/^The photo isn’t sharp/), expect.stringMatching(/^Photograph it again/)],
      isJudged: false,
    })
  })

  test('has a line for each stage, with the reason where there are no figures', () => {
    const { dots: _, ...blurred } = unjudged('blur')
    const of = (zone: ZoneFindings) => ({
      photoId: photo.photoId,
      scale: null,
      zones: [{ zoneId, findings: zone, inReference: null, densityInReference: null }],
    })
    const judged = findings({ evenness: { count: evenness, ink: evenness } })
    const rows = trendRows(zoneId, [
      { name: 'Session 1', assessment: undefined },
      { name: 'Healed 1', assessment: of(blurred) },
      { name: 'Healed 2', assessment: of(judged) },
    ])
    expect(rows).toEqual([
      { stage: 'Session 1', refusal: 'Not measured' },
      { stage: 'Healed 1', refusal: 'Not judged: blur' },
      {
        stage: 'Healed 2',
        refusal: null,
        evenness: 'Uneven',
        variation: '14 % (11 to 17 %)',
        match: '–',
        coverage: '100 % (56 to 100 %)',
        patches: '0 of 0',
      },
    ])
  })

  test('says what it rests on, with dates only where they are wanted', () => {
    const dated = photoOf(1, {
      stage: 'healed-2',
      capture: { local: '2026-03-14T10:00:00', offset: null, source: 'exif' },
    })
    const source = { judged: captionOf(dated, [dated]), before: null, zones: [], assessment: undefined }
    const photos = (hasDates: boolean) => usedSettings(source, hasDates)[0]?.lines
    expect(photos(true)).toEqual(['After: Healed 2 · 14 Mar 2026'])
    expect(photos(false)).toEqual(['After: Healed 2'])
    expect(scaleWords({ pixelsPerMm: 8.25, source: 'head-width', isCarried: false })).toMatch(/an estimate/)
    expect(scaleWords({ pixelsPerMm: 8.25, source: 'known-length', isCarried: true })).toMatch(/another photo/)
    expect(scaleWords(null)).toBe('Not known')
  })
})

const pointArbitrary = fc.record({
  x: fc.double({ min: 0, max: 999, noNaN: true }),
  y: fc.double({ min: 0, max: 799, noNaN: true }),
})

describe('a map', () => {
  propertyTest.prop([fc.array(pointArbitrary, { minLength: 1, maxLength: 30 })])(
    'shows every point, and nothing beyond the photo where it needn’t',
    (points) => {
      const view = squareViewAround(points, { widthPx: 1000, heightPx: 800 }, 600)
      for (const point of points) {
        const { x, y } = shareInView(view, point)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(Math.max(x, y)).toBeLessThanOrEqual(1)
      }
      const reach = view.widthPx / view.scale / 2
      if (2 * reach <= 800) {
        expect(view.centreX - reach).toBeGreaterThanOrEqual(-0.5 - 1e-6)
        expect(view.centreY + reach).toBeLessThanOrEqual(799.5 + 1e-6)
      }
    },
  )

  test('of nothing shows the whole photo', () => {
    const view = squareViewAround([], { widthPx: 1000, heightPx: 800 }, 500)
    expect(view).toEqual({ centreX: 499.5, centreY: 399.5, scale: 0.5, widthPx: 500, heightPx: 500 })
  })

  test('puts numbers beside their patches, inside the picture and not on one another', () => {
    const at = (number: number, x: number, y: number) => ({
      number,
      outline: [
        { x, y },
        { x: x + 6, y },
        { x: x + 6, y: y + 6 },
        { x, y: y + 6 },
      ],
    })
    const places = labelPlaces([at(1, 50, 50), at(2, 51, 51), at(3, 94, 0)], 3, 100)
    expect(places.get(1)).toEqual({ x: 59, y: 47 })
    expect(places.get(3)).toEqual({ x: 97, y: 3 })
    const [one, two] = [places.get(1)!, places.get(2)!]
    expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThanOrEqual(6)
  })
})
