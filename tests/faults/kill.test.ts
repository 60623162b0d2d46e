import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { bundleWriter, runUntilKilled } from './writer-process.ts'

const rounds = process.env.STIPPLE_LONG_FAULTS ? 200 : 8
let writer = ''

beforeAll(async () => {
  writer = await bundleWriter('library-writer')
}, 60_000)

/** Lets the writer import until it is killed `afterMs` after it was ready, and gives the photos that it said were safe. */
async function writeUntilKilled(libraryFolder: string, when: string, afterMs: number): Promise<string[]> {
  const said = await runUntilKilled(writer, libraryFolder, when, afterMs)
  return said.filter((line) => /^[0-9a-f]{64}$/.test(line))
}

/** How many of the photos the library doesn’t have any more, or has with other bytes. */
async function lostOf(libraryFolder: string, photoIds: readonly string[]): Promise<number> {
  const library = await Library.open(libraryFolder, deviceKeysOf())
  try {
    let lost = 0
    for (const photoId of photoIds) {
      const isThere = library.facts.photos.has(photoId) && (await isOriginalIntact(library, photoId))
      if (!isThere) lost++
    }
    return lost
  } finally {
    await library.close()
  }
}

describe('kill -9 in the middle of importing', () => {
  test(`loses nothing that was said to be safe, ${rounds} times`, async () => {
    const folder = join(await temporaryFolder(), 'library')
    await mkdir(folder)
    const safe: string[] = []
    for (let round = 0; round < rounds; round++) {
      safe.push(...(await writeUntilKilled(folder, 'when-safe', 40 + Math.random() * 250)))
      expect(await lostOf(folder, safe)).toBe(0)
    }
    expect(safe.length).toBeGreaterThan(0)
  }, 1_200_000)

  test('control: photos said to be safe too early are found to be lost', async () => {
    let lost = 0
    for (let round = 0; round < 20 && lost === 0; round++) {
      const folder = join(await temporaryFolder(), 'library')
      await mkdir(folder)
      lost += await lostOf(folder, await writeUntilKilled(folder, 'too-early', 40 + Math.random() * 100))
    }
    expect(lost).toBeGreaterThan(0)
  }, 120_000)
})
