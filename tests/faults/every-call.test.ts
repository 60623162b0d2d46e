import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inspectBackup, unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { faults } from './disk-faults.ts'
import { liveThroughDay, lostOf, nothingYet } from './studio-day.ts'
import { type DiskCall, diskCallCount, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)

/** At every call, or at each n-th, beginning at another one with every fault. */
const stride = process.env.STIPPLE_LONG_FAULTS ? 1 : 5

afterEach(() => watchDisk({}))

async function callsOfOneDay(): Promise<number> {
  watchDisk({})
  await liveThroughDay(await temporaryFolder(), nothingYet())
  return diskCallCount()
}

/** Lives through the day with a fault at a call: what was acknowledged until then, and what of it is lost. */
async function dayWith(before: (call: DiskCall) => void, isHasty = false) {
  const home = await temporaryFolder()
  const acknowledged = nothingYet()
  watchDisk({ before })
  await liveThroughDay(home, acknowledged, isHasty)
  watchDisk({})
  return { home, acknowledged, lost: await lostOf(join(home, 'library'), acknowledged) }
}

describe.each(Object.entries(faults))('at any call, %s', (fault, throwing) => {
  test('nothing that was acknowledged is lost, and the library opens', async () => {
    const calls = await callsOfOneDay()
    expect(calls).toBeGreaterThan(100)
    let acknowledgedPhotos = 0
    for (let at = 1 + (fault.length % stride); at <= calls; at += stride) {
      const { home, acknowledged, lost } = await dayWith(throwing(at))
      expect(lost, `call ${at}`).toEqual([])
      acknowledgedPhotos += acknowledged.photoIds.length
      if (acknowledged.backupPath !== undefined) {
        await unpackBackup(acknowledged.backupPath, join(home, 'unpacked'), checkLibrary)
        const { manifest } = await inspectBackup(acknowledged.backupPath)
        expect(manifest.photoCount).toBeGreaterThanOrEqual(acknowledged.photoIds.length)
      }
    }
    expect(acknowledgedPhotos).toBeGreaterThan(0)
  }, 600_000)
})

test('control: photos that are acknowledged before their record is written are found to be lost', async () => {
  const calls = await callsOfOneDay()
  const found = new Set<number>()
  for (let at = 1; at <= calls; at++) {
    const { lost } = await dayWith(faults['the process ends'](at), true)
    if (lost.length > 0) found.add(at)
  }
  expect(found.size).toBeGreaterThan(0)
}, 120_000)
