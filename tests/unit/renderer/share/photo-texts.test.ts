import { describe, expect, it, test } from 'vitest'
import { photoTextOf, type TextChoice } from '../../../../renderer/features/share/photo-texts.ts'
import { photoOf } from '../photo-samples.ts'

const on = (day: string) => ({ local: `${day}T10:00:00`, offset: null, source: 'exif' as const })
const cut = photoOf(1, { stage: 'post-cut', angle: 'crown', capture: on('2026-01-11') })
const session = photoOf(2, { stage: 'session-1', angle: 'crown', capture: on('2026-01-12') })
const healed = photoOf(3, { stage: 'healed-1', angle: 'crown', capture: on('2026-02-16') })
const soon = photoOf(4, { stage: 'healed-1', angle: 'crown', capture: on('2026-01-20') })
const all = [cut, session, healed]
const plain: TextChoice = {
  naming: 'stage',
  photoText: '',
  detail: 'date',
  studio: '',
  isLightMatched: false,
  hasAngle: false,
}
const of = (photo: typeof cut, about: Partial<TextChoice> = {}, isFirst = false) =>
  photoTextOf(photo, all, { ...plain, ...about }, isFirst)

describe('what is written on a photo', () => {
  test.each([
    ['date', '16 Feb 2026'],
    ['day', 'Day 35 since session 1'],
    ['weeks', '5 weeks after session 1'],
    ['nothing', null],
  ] as const)('%s', (detail, expected) => {
    expect(of(healed, { detail })).toEqual({ title: 'Healed 1', detail: expected })
  })

  it('is before and after where that was chosen', () => {
    const naming = 'before-after'
    expect(of(cut, { naming }, true).title).toBe('Before')
    expect(of(cut, { naming }).title).toBe('Post-cut')
    expect(of(healed, { naming }).title).toBe('After session 1, healed')
    expect(of(session, { naming }).title).toBe('After session 1, fresh')
  })

  it('always says that a photo is fresh, still settles, or was matched in light', () => {
    for (const naming of ['stage', 'before-after'] as const) {
      expect(of(session, { naming, detail: 'nothing' }).note).toBe('Fresh, skin red')
      expect(of(soon, { naming }).note).toBe('Still settling')
      expect(of(soon, { naming, isLightMatched: true }).note).toBe('Still settling · Light matched')
    }
    expect(of(healed).note).toBeUndefined()
  })

  it('tells days where two weeks aren’t over, and the angle where others stand beside it', () => {
    expect(of(soon, { detail: 'weeks' }).detail).toBe('Day 8 since session 1')
    expect(of(healed, { hasAngle: true }).title).toBe('Crown · Healed 1')
  })

  it('invents no date', () => {
    for (const detail of ['date', 'day', 'weeks'] as const)
      expect(photoTextOf({ ...healed, capture: null }, all, { ...plain, detail }, false).detail).toBeNull()
  })
})
