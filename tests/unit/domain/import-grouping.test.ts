import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import { type PhotoId, photoIdSchema } from '../../../shared/domain/ids.ts'
import { captureGivenByUser, groupByDay, proposedStage, stagesByDay } from '../../../shared/domain/import-grouping.ts'
import { type Stage, stagesOfTreatment } from '../../../shared/domain/stage.ts'

const photoId = fc.stringMatching(/^[0-9a-f]{64}$/).map((text): PhotoId => photoIdSchema.parse(text))
const capture = fc
  .record({ day: fc.integer({ min: 1, max: 5 }), hour: fc.integer({ min: 0, max: 23 }) })
  .map(({ day, hour }): CaptureDate => {
    const two = (number: number) => String(number).padStart(2, '0')
    return { local: `2026-03-${two(day)}T${two(hour)}:00:00`, offset: null, source: 'exif' }
  })
const photos = fc.uniqueArray(fc.record({ photoId, capture: fc.option(capture) }), {
  selector: (photo) => photo.photoId,
  maxLength: 40,
})
const stage = fc.constantFrom<Stage>(...stagesOfTreatment(3))
const filed = fc.array(fc.record({ stage: fc.option(stage), capture: fc.option(capture) }), { maxLength: 12 })

describe('groupByDay', () => {
  test.prop([photos])('keeps every photo exactly once, in the group of its day', (given) => {
    const groups = groupByDay(given)
    const grouped = groups.flatMap((group) => group.photos)
    expect(grouped).toHaveLength(given.length)
    expect(new Set(grouped)).toEqual(new Set(given))
    for (const group of groups)
      for (const photo of group.photos) expect(photo.capture?.local.slice(0, 10) ?? null).toBe(group.day)
  })

  test.prop([photos])('gives each day once, oldest first, undated photos last', (given) => {
    const days = groupByDay(given).map((group) => group.day)
    expect(new Set(days).size).toBe(days.length)
    const known = days.filter((day) => day !== null)
    expect(known).toEqual(known.toSorted())
    expect(days.indexOf(null)).toBe(days.includes(null) ? days.length - 1 : -1)
  })

  test.prop([photos])('orders a day by the camera’s clock', (given) => {
    for (const group of groupByDay(given)) {
      const times = group.photos.map((photo) => photo.capture?.local ?? '')
      expect(times).toEqual(times.toSorted())
    }
  })
})

describe('proposedStage', () => {
  test.prop([filed, fc.integer({ min: 1, max: 5 })])(
    'is only ever a stage that the day has, alone',
    (given, number) => {
      const day = `2026-03-0${number}`
      const ofDay = new Set(
        given.flatMap((photo) => (photo.capture?.local.startsWith(day) && photo.stage ? [photo.stage] : [])),
      )
      expect(proposedStage(day, stagesByDay(given))).toBe(ofDay.size === 1 ? [...ofDay][0] : null)
    },
  )

  it('invents nothing: an undated photo and an unknown day get no stage', () => {
    const known = stagesByDay([{ stage: 'session-1', capture: captureGivenByUser('2026-03-12') }])
    expect(proposedStage('2026-03-12', known)).toBe('session-1')
    expect(proposedStage('2026-03-13', known)).toBeNull()
    expect(proposedStage(null, known)).toBeNull()
  })

  it('asks when a day holds several stages, as a first visit does', () => {
    const known = stagesByDay([
      { stage: 'session-1', capture: captureGivenByUser('2026-01-12') },
      { stage: 'before', capture: captureGivenByUser('2026-01-12') },
    ])
    expect(known.get('2026-01-12')).toEqual(['before', 'session-1'])
    expect(proposedStage('2026-01-12', known)).toBeNull()
  })
})
