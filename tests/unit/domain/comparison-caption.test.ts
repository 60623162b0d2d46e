import { describe, expect, onTestFinished, test } from 'vitest'
import { captionOf, daysSinceSession } from '../../../shared/domain/comparison-caption.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { speak } from '../../../shared/words/translate.ts'

type CaptionedPhoto = Pick<Photo, 'stage' | 'angle' | 'capture'>

const photo = (stage: Stage | null, day: string | null, angle: Photo['angle'] = 'crown'): CaptionedPhoto => ({
  stage,
  angle,
  capture: day === null ? null : { local: `${day}T23:30:00`, offset: '+02:00', source: 'exif' },
})

const treatment = [
  photo('before', '2026-01-10'),
  photo('session-1', '2026-01-12'),
  photo('session-2', '2026-02-07'),
  photo('session-2', '2026-02-08', 'front'),
]

describe('the caption of a photo', () => {
  test('says angle, stage, day and the days since the session', () => {
    expect(captionOf(photo('healed-2', '2026-03-14'), treatment).text).toBe(
      'Crown · Healed 2 · 14 Mar 2026 · day 35 since session 2',
    )
  })

  test('says day 0 on the day of a session, and that it is still settling', () => {
    const caption = captionOf(photo('session-2', '2026-02-07'), treatment)
    expect(caption.text).toBe('Crown · Session 2 · 7 Feb 2026 · day 0 · red: fresh skin · still settling')
    expect(caption.isSettling).toBe(true)
  })

  test.each([
    ['2026-03-06', 27, true],
    ['2026-03-07', 28, false],
  ])('on %s, day %i: still settling is %s', (day, days, isSettling) => {
    const caption = captionOf(photo('healed-2', day), treatment)
    expect(caption.day).toBe(`day ${days} since session 2`)
    expect(caption.isSettling).toBe(isSettling)
  })

  test('counts over the change to summer time and the end of a year in whole days', () => {
    const sessions = [photo('session-3', '2025-12-20')]
    expect(daysSinceSession(photo('healed-3', '2026-04-05'), sessions)).toBe(106)
  })

  test('says plainly that a date isn’t known and counts nothing then', () => {
    const caption = captionOf(photo('healed-2', null), treatment)
    expect(caption.text).toBe('Crown · Healed 2 · Date unknown')
    expect(caption.isDateKnown).toBe(false)
    expect(caption.isSettling).toBe(false)
  })

  test('counts nothing before the first session, without the session’s photos, or against the order of time', () => {
    expect(captionOf(photo('post-cut', '2026-01-12'), treatment).day).toBeNull()
    expect(captionOf(photo('healed-3', '2026-05-01'), treatment).day).toBeNull()
    expect(captionOf(photo('healed-2', '2026-01-20'), treatment).day).toBeNull()
  })

  test('says that skin is red on the day of a session, and later only where that was seen', () => {
    expect(captionOf(photo('session-1', null), treatment).isRed).toBe(true)
    expect(captionOf(photo('healed-2', '2026-02-09'), treatment).isRed).toBe(false)
    expect(captionOf(photo('healed-2', '2026-02-09'), treatment, { isRed: true }).text).toContain('red: fresh skin')
  })

  test('says that light was matched', () => {
    const caption = captionOf(photo('healed-2', '2026-03-14'), treatment, { isLightMatched: true })
    expect(caption.text).toBe('Crown · Healed 2 · 14 Mar 2026 · day 35 since session 2 · light matched')
  })

  test('speaks German', () => {
    speak('de')
    onTestFinished(() => speak('en'))
    const caption = captionOf(photo('healed-2', '2026-02-20'), treatment, { isLightMatched: true })
    expect(caption.day).toBe('Tag 13 nach Sitzung 2')
    expect(caption.text).toContain('heilt noch ab · Licht angeglichen')
  })

  test('names a photo without stage and angle', () => {
    expect(captionOf(photo(null, '2026-03-14', null), treatment).text).toBe('No stage · 14 Mar 2026')
  })
})
