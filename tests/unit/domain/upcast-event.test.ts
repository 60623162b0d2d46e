import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { domainEventSchema, presentVersions } from '../../../shared/domain/events.ts'
import { unpackNodes } from '../../../shared/domain/geometry/packed-nodes.ts'
import { packAlignmentNodes, type RecordedEvent, upcastEvent } from '../../../shared/domain/upcast-event.ts'

/** An alignment of two pictures of the sample client, as Stipple recorded it in the first version of that event. */
const stored = readFileSync(join(import.meta.dirname, '../../fixtures/events/alignment-made-1.json'), 'utf8')
const fieldOf = (event: RecordedEvent) =>
  (event.data as { transform: { field: { columns: number; rows: number; dx: number[]; dy: number[]; nodes: string } } })
    .transform.field

test('an alignment of version 1 becomes one of today with the same nodes, in a third of the room', () => {
  const old = JSON.parse(stored) as RecordedEvent
  expect(domainEventSchema.safeParse(old).success).toBe(false)
  const upcast = upcastEvent(old)
  expect(domainEventSchema.parse(upcast)).toEqual(upcast)
  expect(upcast.version).toBe(presentVersions.get('alignment-made'))
  const { dx, dy, columns, rows } = fieldOf(old)
  const nodes = unpackNodes(columns, rows, fieldOf(upcast).nodes)
  expect([...nodes!.dx]).toEqual(dx)
  expect([...nodes!.dy]).toEqual(dy)
  const { field: _field, ...rest } = (old.data as { transform: object & { field: unknown } }).transform
  expect(upcast.data).toMatchObject({ ...(old.data as object), transform: rest })
  expect(JSON.stringify(upcast).length).toBeLessThan(stored.length / 2.5)
})

test('an alignment without a field, and an event of today, stay as they are', () => {
  const old = JSON.parse(stored) as { type: string; version: number; data: object }
  const unbent = { ...old.data, transform: null }
  expect(packAlignmentNodes(unbent)).toBe(unbent)
  const today = upcastEvent(old)
  expect(upcastEvent(today)).toBe(today)
})

test('nodes that are missing aren’t made up', () => {
  const old = JSON.parse(stored) as RecordedEvent
  fieldOf(old).dx.pop()
  expect(() => upcastEvent(old)).toThrow()
  expect(() => upcastEvent({ ...old, data: 'nonsense' })).not.toThrow()
  expect(domainEventSchema.safeParse(upcastEvent({ ...old, data: 'nonsense' })).success).toBe(false)
})

test('an export of version 1 was a picture for the client: it rests on no consent, and its file’s name isn’t known', () => {
  const path = join(import.meta.dirname, '../../fixtures/events/comparison-exported-1.json')
  const old = JSON.parse(readFileSync(path, 'utf8')) as RecordedEvent
  expect(domainEventSchema.safeParse(old).success).toBe(false)
  const upcast = upcastEvent(old)
  expect(domainEventSchema.parse(upcast)).toEqual(upcast)
  expect(upcast.data).toEqual({
    ...(old.data as object),
    consentVersion: null,
    fileName: null,
    kind: 'picture',
    durationSeconds: null,
  })
})

test('every event of version 1 has a way to the present one', () => {
  for (const [type, version] of presentVersions) {
    const reached = version === 1 ? { version: 1 } : upcastEvent({ type, version: 1, data: { transform: null } })
    expect(reached.version, type).toBe(version)
  }
})
