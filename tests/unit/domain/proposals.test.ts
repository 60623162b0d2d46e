import { describe, expect, test } from 'vitest'
import { type HangingProtocol, hangingProtocolSchema, stagesInWords } from '../../../shared/domain/hanging-protocol.ts'
import { proposalsOf } from '../../../shared/domain/proposals.ts'
import { type Stage, stagesOfTreatment } from '../../../shared/domain/stage.ts'
import { photoOf } from '../renderer/photo-samples.ts'
import { alignmentOf } from '../renderer/viewer/pair-bench.tsx'

const crown = stagesOfTreatment(3).map((stage, index) => photoOf(index, { stage }))
const ofCrown = (...stages: Stage[]) => crown.filter(({ stage }) => stages.includes(stage!))
const nothing = { references: [], alignments: [] }
const named = (photos: typeof crown, own: readonly HangingProtocol[] = []) =>
  new Map(proposalsOf({ photos, ...nothing }, own).map((proposal) => [proposal.name, proposal]))
const stagesOf = (photos: typeof crown, name: string) =>
  named(photos)
    .get(name)
    ?.shown.map(({ stage }) => stage)
const ownOf = (about: Partial<HangingProtocol> = {}): HangingProtocol =>
  hangingProtocolSchema.parse({
    protocolId: '33333333-3333-4333-8333-333333333333',
    name: 'Our three',
    stages: ['post-cut', 'healed-1', 'healed-2'],
    mode: 'slider',
    ...about,
  })

describe('the comparisons that everybody makes', () => {
  test('are all offered of a whole series', () => {
    expect(stagesOf(crown, 'Before ↔ newest')).toEqual(['before', 'healed-3'])
    expect(stagesOf(crown, 'Post-cut ↔ newest')).toEqual(['post-cut', 'healed-3'])
    expect(stagesOf(crown, 'Previous session ↔ this one')).toEqual(['healed-2', 'healed-3'])
    expect(stagesOf(crown, 'Same session: fresh ↔ healed')).toEqual(['session-3', 'healed-3'])
    expect(stagesOf(crown, 'All stages')).toEqual(stagesOfTreatment(3))
    expect(named(crown).get('All stages')?.photos).toEqual({
      referenceId: crown[1]!.photoId,
      movingId: crown[7]!.photoId,
      panes: 'all',
    })
  })

  test('are offered only where their stages were photographed', () => {
    expect([...named(ofCrown('before', 'session-1')).keys()]).toEqual(['Before ↔ newest'])
    expect([...named(ofCrown('post-cut')).keys()]).toEqual([])
    expect(stagesOf(ofCrown('before', 'session-1', 'session-2'), 'Previous session ↔ this one')).toEqual([
      'session-1',
      'session-2',
    ])
    expect(stagesOf(ofCrown('post-cut', 'healed-1', 'session-2'), 'Previous session ↔ this one')).toBeUndefined()
    expect(stagesOf(ofCrown('session-1', 'healed-1', 'healed-2'), 'Same session: fresh ↔ healed')).toEqual([
      'session-1',
      'healed-1',
    ])
  })

  test('compare a session with one of its own kind', () => {
    const some = ofCrown('session-1', 'healed-1', 'session-2', 'healed-2', 'session-3')
    expect(stagesOf(some, 'Previous session ↔ this one')).toEqual(['session-2', 'session-3'])
  })
})

describe('the order of proposals', () => {
  test('newest photos come first, a fresh one after a healed one', () => {
    const front = [photoOf(20, { angle: 'front', stage: 'before' }), photoOf(21, { angle: 'front', stage: 'healed-1' })]
    const proposals = proposalsOf({ photos: [...front, ...crown], ...nothing }, [])
    expect(proposals[0]).toMatchObject({ angle: 'crown' })
    expect(proposals.at(-1)).toMatchObject({ angle: 'front' })
  })

  test('what is aligned comes before what isn’t, and it says so', () => {
    const [before, postCut, healed] = [crown[0]!, crown[1]!, crown[7]!]
    const alignments = [alignmentOf(before, healed, { outcome: 'needs-landmarks' }), alignmentOf(postCut, healed)]
    const proposals = proposalsOf({ photos: crown, references: [], alignments }, [])
    expect(proposals[0]).toMatchObject({ name: 'Post-cut ↔ newest' })
    expect(proposals[0]?.reasons).toEqual(['Healed 3 is the newest', 'aligned', 'taken from the same place'])
    const worst = proposals.find(({ name }) => name === 'Before ↔ newest')
    expect(worst?.reasons).toContain('needs landmarks')
    expect(worst!.score).toBeLessThan(proposals[0]!.score - 2)
  })

  test('a pair that was taken from another place comes after one that wasn’t', () => {
    const [before, postCut, healed] = [crown[0]!, crown[1]!, crown[7]!]
    const turned = { ...alignmentOf(before, healed).quality, rotationDegrees: 14 }
    const alignments = [alignmentOf(before, healed, { quality: turned }), alignmentOf(postCut, healed)]
    const proposals = proposalsOf({ photos: crown, references: [], alignments }, [])
    expect(proposals.find(({ name }) => name === 'Before ↔ newest')?.reasons).toContain('taken from another place')
    expect(proposals[0]).toMatchObject({ name: 'Post-cut ↔ newest' })
  })
})

describe('the studio’s own', () => {
  test('apply to anybody’s stages, with their mode; the last one is in the hand', () => {
    const ours = named(crown, [ownOf()]).get('Our three')
    expect(ours?.shown.map(({ stage }) => stage)).toEqual(['post-cut', 'healed-1', 'healed-2'])
    expect(ours?.mode).toBe('slider')
    expect(ours?.photos).toEqual({
      referenceId: crown[1]!.photoId,
      movingId: crown[5]!.photoId,
      panes: [crown[3]!.photoId, crown[5]!.photoId],
    })
  })

  test('say what wasn’t photographed, and aren’t offered without their baseline', () => {
    const some = ofCrown('post-cut', 'session-1', 'healed-1')
    expect(named(some, [ownOf()]).get('Our three')?.reasons).toContain('without Healed 2: not photographed')
    expect(named(ofCrown('before', 'healed-1', 'healed-2'), [ownOf()]).has('Our three')).toBe(false)
  })

  test('may mean the newest stage, whichever it is', () => {
    const own = [ownOf({ stages: ['before', 'healed-1', 'newest'] })]
    expect(named(ofCrown('before', 'healed-1'), own).get('Our three')?.shown).toHaveLength(2)
    expect(named(crown, own).get('Our three')?.shown.at(-1)?.stage).toBe('healed-3')
    expect(stagesInWords(own[0]!.stages)).toBe('Before ↔ Healed 1 ↔ newest')
  })
})
