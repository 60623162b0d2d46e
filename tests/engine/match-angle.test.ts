import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findHead } from '../../electron/engine/tasks/find-head.ts'
import { lookAtHead } from '../../electron/engine/tasks/look-at-head.ts'
import { matchAngle } from '../../electron/engine/tasks/match-angle.ts'
import type { Angle } from '../../shared/domain/angle.ts'
import { idleContext } from './photo-files.ts'

const sample = (name: string) => join(import.meta.dirname, '../../resources/sample-client', `${name}.jpg`)
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `${name}.jpg`)
const lookAt = (path: string) => lookAtHead({ path, key: null, quarterTurns: 0, head: null }, idleContext)

/** The photo's angle, by sorted photos given as angle and file. */
async function match(path: string, sorted: readonly [Angle, string][]) {
  const looks = await Promise.all(sorted.map(async ([angle, file]) => ({ angle, look: await lookAt(file) })))
  return matchAngle({ look: await lookAt(path), sorted: looks }, idleContext)
}

const firstVisit: [Angle, string][] = [
  ['top', sample('top_post-cut')],
  ['front-top', sample('front-top_post-cut')],
  ['crown', sample('crown_post-cut')],
]

describe('match-angle', () => {
  test.each(['top', 'front-top', 'crown'])('finds %s again after three sessions', async (angle) => {
    const found = await match(sample(`${angle}_healed-3`), firstVisit)
    expect(found?.angle).toBe(angle)
    expect(found?.confidence).toBeGreaterThan(0.7)
  })

  test('finds an angle by the photo before the hair was cut', async () => {
    const before: [Angle, string][] = [
      ['top', sample('top_before')],
      ['crown', sample('crown_before')],
    ]
    const found = await match(sample('crown_session-1'), before)
    expect(found?.angle).toBe('crown')
  })

  test.each(['top', 'front-top', 'crown'] as const)(
    'isn’t sure of %s where no photo of it is sorted',
    async (angle) => {
      const others = firstVisit.filter(([sorted]) => sorted !== angle)
      expect((await match(sample(`${angle}_session-2`), others))?.confidence ?? 0).toBeLessThan(0.7)
    },
  )

  test('isn’t sure of a head that looks like none of the sorted ones', async () => {
    expect((await match(head('back'), firstVisit))?.confidence ?? 0).toBeLessThan(0.7)
  })

  test('a face fits none of the photos that show no face', async () => {
    expect(await match(head('london-042_03'), firstVisit)).toBeNull()
  })
})

describe('look-at-head', () => {
  test('takes the head that is known', async () => {
    const path = head('london-042_03')
    const found = await findHead({ photo: { path, key: null, quarterTurns: 0 } }, idleContext)
    const known = await lookAtHead({ path, key: null, quarterTurns: 0, head: found }, idleContext)
    expect(known).toEqual(await lookAt(path))
    const shifted = { ...found, centreX: found.centreX + 40 }
    expect(await lookAtHead({ path, key: null, quarterTurns: 0, head: shifted }, idleContext)).not.toEqual(known)
  })

  test('tells how the face is turned, and that there is none', async () => {
    expect(Math.abs((await lookAt(head('london-042_03'))).faceYawDegrees!)).toBeLessThan(12)
    expect((await lookAt(head('top'))).faceYawDegrees).toBeNull()
  })
})
