import { describe, expect, it } from 'vitest'
import {
  angleList,
  firstStages,
  mostStages,
  stageList,
  stagesToChoose,
} from '../../../../renderer/features/share/pair-list.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import type { Angle } from '../../../../shared/domain/angle.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'
import { photoOf } from '../photo-samples.ts'

const stages: Stage[] = [
  'before',
  'post-cut',
  'session-1',
  'healed-1',
  'session-2',
  'healed-2',
  'session-3',
  'healed-3',
]
const photosOf = (angle: Angle, from: number, some: readonly Stage[] = stages): Photo[] =>
  some.map((stage, index) => photoOf(from + index, { angle, stage }))
const crown = photosOf('crown', 1)
const photos = [...crown, ...photosOf('top', 20), ...photosOf('left', 40, ['before', 'post-cut'])]
const byStage = (stage: Stage) => crown.find((photo) => photo.stage === stage)!
const comparison: ShownComparison = {
  reference: byStage('post-cut'),
  moving: byStage('healed-3'),
  alignment: null,
  isRigid: false,
  mode: 'side-by-side',
  viewport: wholePicture,
  opacity: 0.5,
  sliderPosition: 0.5,
  sideBySideCount: 2,
}

describe('the photos of an export', () => {
  it('of stages are the compared pair and the settled stages between, in the order of the treatment', () => {
    const row = stagesToChoose(comparison, photos, [])
    expect(row.map(({ stage }) => stage)).toEqual(stages)
    const chosen = firstStages(comparison, row)
    expect(chosen.length).toBeLessThanOrEqual(mostStages)
    const list = stageList(comparison.reference, row, chosen)
    expect(list.map(({ photo }) => photo.stage)).toEqual(['post-cut', 'healed-1', 'healed-2', 'healed-3'])
    expect(list.map(({ reference }) => reference?.stage ?? null)).toEqual([null, 'post-cut', 'post-cut', 'post-cut'])
  })

  it('of all angles are the compared stages, each angle’s in its own frame; an angle that lacks one is left out', () => {
    const list = angleList(comparison, photos, [])
    expect(list.map(({ photo }) => [photo.angle, photo.stage])).toEqual([
      ['top', 'post-cut'],
      ['top', 'healed-3'],
      ['crown', 'post-cut'],
      ['crown', 'healed-3'],
    ])
    expect(list.map(({ reference }) => reference?.angle ?? null)).toEqual([null, 'top', null, 'crown'])
  })

  it('of all angles are none where a photo has no stage', () => {
    const unfiled = { ...comparison, moving: { ...comparison.moving, stage: null } }
    expect(angleList(unfiled, photos, [])).toEqual([])
  })
})
