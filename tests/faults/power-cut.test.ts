import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../library/temporary-library.ts'
import { numbers } from '../numbers.ts'
import { PowerCut } from './power-cut.ts'
import { type Acknowledged, liveThroughDay, lostOf, nothingYet } from './studio-day.ts'
import { type DiskCall, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)

const days = process.env.STIPPLE_LONG_FAULTS ? 12 : 1
/** The power goes after every n-th call of the day. */
const stride = process.env.STIPPLE_LONG_FAULTS ? 1 : 4

afterEach(() => watchDisk({}))

/** Lives through a day and keeps, of moments in it, what a power cut would leave, with what was acknowledged until then. */
async function momentsOfDay(day: number, believesSyncs: boolean) {
  const home = await temporaryFolder()
  const library = join(home, 'library')
  mkdirSync(library)
  const cut = new PowerCut(library, believesSyncs)
  const acknowledged = nothingYet()
  const moments: { folder: string; acknowledged: Acknowledged }[] = []
  const after = (call: DiskCall) => {
    cut.after(call)
    if (call.number % stride !== day % stride) return
    const folder = join(home, 'cuts', String(call.number))
    cut.leaveIn(folder, numbers(1000 * day + call.number))
    moments.push({ folder, acknowledged: { ...acknowledged, photoIds: [...acknowledged.photoIds] } })
  }
  watchDisk({ after })
  await liveThroughDay(home, acknowledged)
  watchDisk({})
  return moments
}

test(`a power cut at any moment loses nothing that was acknowledged (${days} × every ${stride}. call)`, async () => {
  let photos = 0
  for (let day = 0; day < days; day++) {
    for (const { folder, acknowledged } of await momentsOfDay(day, true)) {
      expect(await lostOf(folder, acknowledged), folder).toEqual([])
      photos += acknowledged.photoIds.length
      await rm(folder, { recursive: true })
    }
  }
  expect(photos).toBeGreaterThan(20)
}, 1_200_000)

test('control: on a disk whose syncs do nothing, the same cuts lose photos that were acknowledged', async () => {
  let lost = 0
  for (const { folder, acknowledged } of await momentsOfDay(0, false))
    lost += (await lostOf(folder, acknowledged)).length
  expect(lost).toBeGreaterThan(10)
}, 120_000)
