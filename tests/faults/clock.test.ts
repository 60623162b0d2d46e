import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { isBackupDue, isTestDue } from '../../electron/main/care-dates.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { addPhotos, openLibrary } from '../library/filled-library.ts'
import { recordsIn } from '../library/library-content.ts'
import { clientAdded, temporaryFolder } from '../library/temporary-library.ts'

afterEach(() => void vi.useRealTimers())

/** A clock that is ten years off, the hour that summer time repeats, the turn of a year. */
const clocks = [
  '2036-11-22T12:00:00Z',
  '2016-11-22T12:00:00Z',
  '2026-10-25T00:59:59Z',
  '2026-10-25T00:30:00Z',
  '2025-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
]

/** A library in which a client was added under every clock, and two photos under the third. */
async function recordedByAllClocks(): Promise<string> {
  const folder = join(await temporaryFolder(), 'library')
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const [index, clock] of clocks.entries()) {
    vi.setSystemTime(new Date(clock))
    const library = await openLibrary(folder)
    await library.record([clientAdded(`Client ${index}`)])
    if (index === 2) await addPhotos(library, 2)
    await library.close()
  }
  return folder
}

const namesOf = (records: readonly LedgerRecord[]) =>
  records
    .flatMap(({ event }) => (event.type === 'client-added' ? [event.data.name] : []))
    .filter((name) => name.startsWith('Client'))
const namesInOrder = clocks.map((_, index) => `Client ${index}`)

test('whatever the clock says, changes keep the order in which they were made', async () => {
  const library = await openLibrary(await recordedByAllClocks())
  const records = await recordsIn(library)
  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1))
  expect(namesOf(records)).toEqual(namesInOrder)
  expect(new Set(records.map(({ at }) => at)).size).toBe(clocks.length)
  expect(library.notices).toEqual([])
  expect(library.facts.photos.size).toBe(2)
})

test('control: the same records ordered by their clock come in another order', async () => {
  const records = await recordsIn(await openLibrary(await recordedByAllClocks()))
  const byClock = records.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  expect(namesOf(byClock)).toHaveLength(clocks.length)
  expect(namesOf(byClock)).not.toEqual(namesInOrder)
})

test('a backup that a wrong clock dated into the future doesn’t silence the reminder', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  expect(isBackupDue('2036-11-22T12:00:00Z', now)).toBe(true)
  expect(isTestDue('2036-11-22T12:00:00Z', now)).toBe(true)
  expect(isBackupDue('2026-11-22T11:00:00Z', now)).toBe(false)
})
