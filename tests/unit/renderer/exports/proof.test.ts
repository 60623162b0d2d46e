import { describe, expect, test } from 'vitest'
import { proofOf } from '../../../../renderer/features/exports/proof-facts.ts'
import { neutralNumber, withoutNames, writtenLine } from '../../../../renderer/features/exports/proof-names.ts'
import {
  captureWords,
  consentLines,
  editWords,
  photoLines,
  photoTitle,
  standingWords,
} from '../../../../renderer/features/exports/proof-words.ts'
import type { ExportMaking } from '../../../../shared/domain/exported/export-making.ts'
import { packNodes } from '../../../../shared/domain/geometry/packed-nodes.ts'
import { invertSimilarity, similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { alignmentIdSchema } from '../../../../shared/domain/ids.ts'
import { consentGiven, consentWithdrawn } from '../../domain/consent/consent-samples.ts'
import { exported, exportKey, takenDown } from '../../domain/exported/export-samples.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { alignmentOf, crownLibrary, crownPhotos } from '../viewer/pair-bench.tsx'

const [before, , healed] = crownPhotos as [(typeof crownPhotos)[0], (typeof crownPhotos)[0], (typeof crownPhotos)[0]]
const { clientId } = before!
const photoIds = [before!.photoId, healed!.photoId]
// drawn 20 px to the right, 10 px up, 2° clockwise and 110 % large, about the middle
const drawn = similarityAbout({ x: 500, y: 400 }, { x: 520, y: 390 }, 1.1, 2)
const bent = {
  similarity: invertSimilarity(drawn),
  field: {
    originX: 0,
    originY: 0,
    spacingPx: 500,
    columns: 2,
    rows: 2,
    nodes: packNodes(2, [0, 0, 0, 1000], [0, 0, 0, 0]),
  },
}
const aligned = alignmentOf(before!, healed!, { transform: bent })
const section = { centreX: 500, centreY: 400, scale: 2, widthPx: 1080, heightPx: 1350 }
const making: ExportMaking = {
  scene: 'beside',
  photos: [
    { isReference: true, alignmentId: null, isRigid: false, section },
    { isReference: false, alignmentId: aligned.alignmentId, isRigid: false, section },
  ],
  texts: ['Before · 10 Jan 2026', 'Healed 1', 'Studio Example'],
  hasDrawings: false,
}

function proofAfter(happen: (bridge: InMemoryBridge) => void) {
  const bridge = crownLibrary()
  bridge.record([{ type: 'alignment-made', version: 2, data: aligned }, consentGiven({ clientId })])
  happen(bridge)
  const proof = proofOf(bridge.records, clientId, exportKey)
  if (!proof) throw new Error('Expected a proof')
  return proof
}
const usual = (bridge: InMemoryBridge) => void bridge.record([exported({ photoIds, making })])

describe('the proof of an export', () => {
  test('tells of each photo when it was taken, how that is known, and how it was laid onto the other', () => {
    const [first, second] = proofAfter(usual).photos
    expect(photoTitle(second!)).toBe('Crown · Healed 1 · day 35 since session 1')
    expect(photoLines(first!)).toEqual([
      'Taken: 10 Jan 2026, 10:00',
      'Date known from: the camera, which wrote it into the file',
      'Original: JPEG, 1,000 × 800 px',
      'Alignment: the others are laid onto this photo; it lies as it was taken',
      'Section: 540 × 675 of 1,000 × 800 px',
    ])
    expect(photoLines(second!).slice(3)).toEqual([
      'Alignment: automatic',
      'Laid onto the other as a whole: 20 px to the right, 10 px up, turned 2.0° clockwise and scaled to 110.0 %',
      'Bent in places by at most 11 px, so that the same skin lies at the same place',
      'Section: 540 × 675 of 1,000 × 800 px',
    ])
  })

  test('tells what was drawn, not what came later: an alignment by hand, another date, another stage', () => {
    const proof = proofAfter((bridge) => {
      usual(bridge)
      const alignmentId = alignmentIdSchema.parse('b'.repeat(64))
      bridge.record([
        { type: 'alignment-made', version: 2, data: { ...aligned, alignmentId, method: 'by-hand' } },
        { type: 'photo-filed', version: 1, data: { photoId: healed!.photoId, stage: 'healed-2', angle: 'top' } },
        { type: 'photo-dated', version: 1, data: { photoId: healed!.photoId, capture: null } },
      ])
    })
    expect(photoTitle(proof.photos[1]!)).toBe('Crown · Healed 1 · day 35 since session 1')
    expect(photoLines(proof.photos[1]!)).toContain('Alignment: automatic')
  })

  test('says when a photo was shown rigid, by hand, unconfirmed or not aligned at all', () => {
    const lines = (changed: Partial<typeof aligned>, photo: Partial<ExportMaking['photos'][number]>) => {
      const bridge = crownLibrary()
      const landmarks = [1, 2, 3].map((x) => ({ reference: { x, y: 1 }, moving: { x, y: 1 } }))
      const { pairKey, referenceId, movingId } = aligned
      bridge.record([
        { type: 'landmarks-placed', version: 1, data: { pairKey, referenceId, movingId, landmarks } },
        { type: 'alignment-made', version: 2, data: { ...aligned, ...changed } },
        consentGiven({ clientId }),
        exported({ photoIds, making: { ...making, photos: [making.photos[0]!, { ...making.photos[1]!, ...photo }] } }),
      ])
      return photoLines(proofOf(bridge.records, clientId, exportKey)!.photos[1]!)
    }
    expect(lines({}, { isRigid: true })).toContain('Not bent: the head keeps its shape')
    expect(lines({ method: 'by-hand' }, {})).toContain('Alignment: by hand, with 3 landmarks')
    expect(lines({ outcome: 'check' }, {})).toContain('Stipple’s own check did not confirm this alignment')
    expect(lines({}, { alignmentId: null })).toContain('Alignment: none, the photo lies as it was taken')
  })

  test('of before its making was recorded takes the alignment that counted then, and says what isn’t known', () => {
    const proof = proofAfter((bridge) => bridge.record([exported({ photoIds })]))
    expect(photoLines(proof.photos[1]!)).toEqual(
      expect.arrayContaining(['Alignment: automatic', 'Section: not recorded']),
    )
    expect(editWords(proof, false)).toContain('What is written or drawn on it was not recorded')
  })

  test('says what was done to the light, what is written on it, and that nothing was retouched', () => {
    const light = {
      kind: 'matched' as const,
      lightVersion: 1,
      source: 'face' as const,
      reference: { red: 1.2, green: 1.2, blue: 1.2 },
      moving: { red: 0.8, green: 0.8, blue: 0.8 },
      isColourMatched: true,
      isUneven: false,
    }
    const covers = { face: { cover: 'eyes-blurred' as const, coveredPhotos: 2 }, hasBrush: true }
    const matched = proofAfter((bridge) => bridge.record([exported({ photoIds, making, light, covers })]))
    expect(editWords(matched, false)).toEqual([
      'The photos stand beside or above each other',
      'Light matched, both photos by the same rule: they meet half-way',
      'Before: 0.3 stops brighter',
      'Healed 1: 0.3 stops darker',
      'Measured on the face, where nothing is treated.',
      'Eyes blurred, in 2 photos',
      'Parts covered with a brush',
      'Nothing is drawn over the photos',
      'Written on it: “Before · 10 Jan 2026”, “Healed 1”, “Studio Example”',
      'No skin and no pigment was retouched: Stipple has no tool for it',
    ])
    expect(editWords(proofAfter(usual), false)).toEqual(
      expect.arrayContaining([
        'Light as shot: brightness and colour were not changed',
        'No face and nothing else was covered',
      ]),
    )
  })

  test('keeps a photo that was deleted for good, by what the record knows', () => {
    const proof = proofAfter((bridge) => {
      usual(bridge)
      bridge.record([{ type: 'photo-removed', version: 1, data: { photoId: healed!.photoId } }])
      bridge.record([{ type: 'photo-deleted', version: 1, data: { photoId: healed!.photoId, clientId } }])
    })
    expect(photoLines(proof.photos[1]!)).toContain('The original has been deleted from the library since')
  })

  test('is there only for an export that the record knows', () => {
    expect(proofOf(crownLibrary().records, clientId, exportKey)).toBeUndefined()
  })
})

describe('the consent on a proof', () => {
  const today = '2026-07-01'

  test('says what was agreed to, and who signed only where the client is named', () => {
    const { consent } = proofAfter(usual)
    expect(consentLines(consent!, false)).toEqual([
      'Version 1, given on 1 Jan 2026',
      'For: Website and Instagram',
      'What may be seen: All angles, the face too',
      'Holds until 31 Dec 2026, if it is not withdrawn',
      'Signed by the client’s typed name',
    ])
    expect(consentLines(consent!, true).at(-1)).toBe('Signed by typed name: Ada')
  })

  test('tells how it stood and how it stands: held, ended, replaced, withdrawn, taken down', () => {
    const then = 'On the day of the export, 1 Jun 2026: the consent held and covered “Instagram”'
    expect(standingWords(proofAfter(usual), today)).toEqual([
      then,
      'Today, 1 Jul 2026: a consent holds and covers “Instagram”',
    ])
    expect(standingWords(proofAfter(usual), '2027-02-01')[1]).toBe(
      'Today, 1 Feb 2027: the consent has ended, on 31 Dec 2026',
    )
    const replaced = proofAfter((bridge) => {
      usual(bridge)
      bridge.record([consentGiven({ clientId, version: 2, channels: ['print'] })])
    })
    expect(standingWords(replaced, today)[1]).toBe(
      'Today, 1 Jul 2026: a newer consent took its place and does not cover “Instagram”',
    )
    const withdrawn = proofAfter((bridge) => {
      usual(bridge)
      bridge.record([consentWithdrawn({ clientId }), takenDown({ on: '2026-06-30', where: 'the feed' })])
    })
    expect(standingWords(withdrawn, today)).toEqual([
      then,
      'Today, 1 Jul 2026: the client has withdrawn the consent, on 1 Jun 2026',
      'Taken down 30 Jun 2026: the feed',
    ])
  })
})

test('a date says where it is known from', () => {
  const local = '2026-02-16T10:12:00'
  expect(captureWords({ local, offset: '+01:00', source: 'exif' })[0]).toBe(
    'Taken: 16 Feb 2026, 10:12 (+01:00 from UTC)',
  )
  expect(captureWords({ local, offset: null, source: 'user' })).toEqual([
    'Taken: 16 Feb 2026',
    'Date known from: the studio, which entered it by hand',
  ])
  expect(captureWords({ local, offset: null, source: 'file-name' })[1]).toMatch(/name of the file/)
  expect(captureWords({ local, offset: null, source: 'utc' })[1]).toMatch(/the video/)
  expect(captureWords(null)).toEqual(['Taken: date unknown'])
})

describe('names', () => {
  test('stand for numbers unless the client is named', () => {
    expect(neutralNumber(clientId)).toBe('11111111')
    expect(writtenLine('ada-lovelace.jpg', 'Ada Lovelace', false)).toMatch(/left out/)
    expect(writtenLine('ada-lovelace.jpg', 'Ada Lovelace', true)).toBe('ada-lovelace.jpg')
    expect(writtenLine('comparison.jpg', 'Ada Lovelace', false)).toBe('comparison.jpg')
  })

  test('are left out of words, but not the words that are written alike', () => {
    expect(withoutNames('I, May Will, agree. They may be shown; I will not be named.', ['May Will'])).toBe(
      'I, … …, agree. They may be shown; I will not be named.',
    )
    expect(withoutNames('Mayor May-Will', ['May Will'])).toBe('Mayor …-…')
  })
})
