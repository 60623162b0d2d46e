import type { ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { canMountImages, Ext4Image } from './ext4-image.ts'
import { bundleWriter, runUntilKilled } from './writer-process.ts'

const cuts = 50
const isLong = process.env.STIPPLE_LONG_FAULTS !== undefined
let writer = ''

/** Imports onto a disk until its power goes `afterMs` after the library was ready, and mounts it again. What was said to be safe until then is added to `safe`; what of it is lost is given. */
async function cutOnce(disk: Ext4Image, when: string, safe: string[], afterMs: number): Promise<string[]> {
  const folder = join(disk.folder, 'library')
  await mkdir(folder, { recursive: true })
  let cut: Promise<unknown> | undefined
  // what is said while the kernel shuts down doesn't count: a computer without power says nothing any more
  let said: string[] = []
  const end = (child: ChildProcess, saidUntilThen: string[]) => {
    said = saidUntilThen
    cut = disk.cutPower().then(() => child.kill('SIGKILL'))
  }
  await runUntilKilled(writer, folder, when, afterMs, end)
  // the writer may have ended by itself, of its failing disk, before the cut has let go of the folder
  await cut
  safe.push(...said.filter((line) => /^[0-9a-f]{64}$/.test(line)))
  await disk.unmount()
  await disk.mount()
  return lostOf(folder, safe)
}

/** What isn't there of these photos, and what else isn't in order, in words. */
async function lostOf(folder: string, photoIds: readonly string[]): Promise<string[]> {
  const library = await Library.open(folder, deviceKeysOf()).catch((error: Error) => error)
  if (library instanceof Error) return [`the library: ${library.message}`]
  const lost: string[] = []
  for (const photoId of photoIds) {
    if (!library.facts.photos.has(photoId as never)) lost.push(`the record of ${photoId}`)
    else if (!(await isOriginalIntact(library, photoId))) lost.push(`the file of ${photoId}`)
  }
  await library.settle()
  if (library.damage) lost.push(`the ledger: ${library.damage.reason}`)
  if (library.notices.some(({ kind }) => kind === 'originals-missing')) lost.push('an original, as the library says')
  await library.close()
  return lost
}

async function emptyDisk(): Promise<Ext4Image> {
  const disk = await Ext4Image.make(await temporaryFolder())
  onTestFinished(() => disk.unmount())
  return disk
}

describe.skipIf(!isLong || !canMountImages())(
  'the power of a real ext4 is cut (long version; needs root on Linux, loop devices, mkfs.ext4, Perl)',
  () => {
    beforeAll(async () => {
      writer = await bundleWriter('library-writer')
    }, 60_000)

    test(`in the middle of importing, ${cuts} times: nothing that was said to be safe is lost`, async () => {
      const disk = await emptyDisk()
      const safe: string[] = []
      for (let cut = 0; cut < cuts; cut++)
        expect(await cutOnce(disk, 'when-safe', safe, 40 + Math.random() * 600), `cut ${cut + 1}`).toEqual([])
      console.log(`${cuts} power cuts on ext4: 0 of ${safe.length} photos lost`)
      expect(safe.length).toBeGreaterThan(cuts)
    }, 1_200_000)

    test('control: without fsync the same cuts lose photos that were said to be safe', async () => {
      const lost: string[][] = []
      for (let cut = 0; cut < 5; cut++) {
        const safe: string[] = []
        lost.push(await cutOnce(await emptyDisk(), 'unsynced', safe, 40 + Math.random() * 600))
        expect(safe.length).toBeGreaterThan(0)
      }
      expect(lost.filter(({ length }) => length > 0)).toHaveLength(5)
    }, 120_000)
  },
)
