import { expect, test } from 'vitest'
import { clientOfEvent } from '../../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../../shared/domain/client-record-filter.ts'
import { drawingIdOf } from '../../../../shared/domain/drawing.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { applyEvent } from '../../../../shared/domain/facts.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { photoOf } from '../../renderer/photo-samples.ts'
import { crownLibrary, crownPhotos } from '../../renderer/viewer/pair-bench.tsx'
import { drawingOn, oneOfEach, zoneAt } from './drawing-samples.ts'

const [photo, other] = crownPhotos as [Photo, Photo]
const zone = drawingOn(photo, 1, zoneAt(300, 300, 100))
const added = (data = zone): DomainEvent => ({ type: 'drawing-added', version: 1, data })
const removed: DomainEvent = { type: 'drawing-removed', version: 1, data: { drawingId: zone.drawingId } }
const restored: DomainEvent = { type: 'drawing-restored', version: 1, data: { drawingId: zone.drawingId } }
const changedTo = (shape: typeof zone.shape): DomainEvent => {
  const { photoId, ...content } = zone
  return { type: 'drawing-changed', version: 1, data: { ...content, shape } }
}
const factsAfter = (...events: readonly DomainEvent[]) => {
  const { facts } = crownLibrary()
  for (const event of events) applyEvent(facts, event, '2026-06-01T09:00:00.000Z')
  return facts
}
const scale = { from: { x: 10, y: 10 }, to: { x: 110, y: 10 }, lengthMm: 20, by: 'length' as const, quarterTurns: 0 }
const scaled = (data: Partial<typeof scale>, photoId = photo.photoId): DomainEvent => ({
  type: 'scale-set',
  version: 1,
  data: { photoId, scale: { ...scale, ...data } },
})

test('every kind of drawing can be made, changed, taken away and put back', () => {
  for (const [index, shape] of oneOfEach.entries())
    expect(refusalOf(factsAfter(), added(drawingOn(photo, index, shape)))).toBeUndefined()
  const facts = factsAfter(added())
  for (const event of [changedTo(zoneAt(200, 200, 50, 'avoid')), removed, restored])
    expect(refusalOf(facts, event)).toBeUndefined()
})

test.each<[string, DomainEvent]>([
  ['off the photo', added(drawingOn(photo, 1, zoneAt(20, 20, 100)))],
  ['on an unknown photo', added(drawingOn(photoOf(77), 1, zoneAt(300, 300, 100)))],
  ['that says another photo than its id', added({ ...zone, photoId: other.photoId })],
  ['off the photo in its turn', added(drawingOn(photo, 1, zoneAt(920, 300, 60), { quarterTurns: 1 }))],
])('a drawing %s is refused', (_, event) => {
  expect(refusalOf(factsAfter(), event)).toBeDefined()
})

test('a drawing is made once, stays of its kind, and isn’t invented by a change', () => {
  expect(refusalOf(factsAfter(added()), added())).toBe('This drawing exists already.')
  expect(refusalOf(factsAfter(added(), removed), added())).toBe('This drawing exists already.')
  expect(refusalOf(factsAfter(added()), changedTo({ kind: 'text', at: { x: 1, y: 1 }, text: 'x' }))).toContain('kind')
  expect(refusalOf(factsAfter(added()), changedTo(zoneAt(990, 300, 100)))).toContain('outside')
  for (const event of [changedTo(zone.shape), removed, restored])
    expect(refusalOf(factsAfter(), event)).toBe('There is no such drawing.')
})

test('a video is neither drawn on nor measured in', () => {
  const facts = factsAfter()
  const video = { durationSeconds: 3, hasAudio: false, codec: 'avc' }
  facts.photos.set(photo.photoId, { ...photo, video: video as never })
  expect(refusalOf(facts, added())).toContain('video')
  expect(refusalOf(facts, scaled({}))).toContain('video')
})

test.each<[string, DomainEvent]>([
  ['a line off the photo', scaled({ to: { x: 1100, y: 10 } })],
  ['a line without length', scaled({ to: { x: 12, y: 10 } })],
  ['an unknown photo', scaled({}, photoOf(77).photoId)],
])('a scale by %s is refused', (_, event) => {
  expect(refusalOf(factsAfter(), event)).toBeDefined()
})

test('a scale is set, changed and taken away', () => {
  expect(refusalOf(factsAfter(), scaled({}))).toBeUndefined()
  const away: DomainEvent = { type: 'scale-set', version: 1, data: { photoId: photo.photoId, scale: null } }
  expect(factsAfter(scaled({})).photos.get(photo.photoId)?.scale).toEqual(scale)
  expect(factsAfter(scaled({}), away).photos.get(photo.photoId)?.scale).toBeUndefined()
})

test('a drawing is known with when it was added, whatever happens to it', () => {
  const row = (...events: DomainEvent[]) => factsAfter(added(), ...events).drawings.get(zone.drawingId)
  expect(row()).toEqual({ ...zone, isRemoved: false, addedAt: '2026-06-01T09:00:00.000Z' })
  const smaller = zoneAt(200, 200, 50)
  expect(row(changedTo(smaller), removed, restored)).toMatchObject({ shape: smaller, isRemoved: false })
  expect(row(removed)).toMatchObject({ isRemoved: true })
})

test('everything about a drawing is the photo’s client’s', () => {
  const facts = factsAfter(added())
  const isOwn = clientRecordFilter(photo.clientId)
  const imported: DomainEvent = { type: 'photo-imported', version: 1, data: photo }
  const recordOf = (event: DomainEvent) => ({ seq: 1, at: '2026-06-01T09:00:00.000Z', event })
  isOwn(recordOf(imported))
  for (const event of [added(), changedTo(zone.shape), removed, restored, scaled({})]) {
    expect(clientOfEvent(facts, event)).toBe(photo.clientId)
    expect(isOwn(recordOf(event))).toBe(true)
  }
  const stranger = drawingIdOf(photoOf(88).photoId, '0'.repeat(32))
  expect(isOwn(recordOf({ type: 'drawing-removed', version: 1, data: { drawingId: stranger } }))).toBe(false)
})

test('with a photo its drawings go for good, and no others', () => {
  const kept = drawingOn(other, 2, zoneAt(300, 300, 50))
  const gone: DomainEvent = {
    type: 'photo-deleted',
    version: 1,
    data: { photoId: photo.photoId, clientId: photo.clientId },
  }
  expect([...factsAfter(added(), added(kept), gone).drawings.keys()]).toEqual([kept.drawingId])
})
