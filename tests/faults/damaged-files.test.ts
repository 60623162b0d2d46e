import { chmod, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact, isOriginalPresent } from '../../electron/library/originals.ts'
import { healthReport } from '../../electron/main/health-report.ts'
import { LibraryCare } from '../../electron/main/library-care.ts'
import { besideLibrary } from '../../electron/main/library-restore.ts'
import { UpkeepRecord } from '../../electron/main/upkeep-record.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { addPhotos, openLibrary } from '../library/filled-library.ts'
import { temporaryFolder } from '../library/temporary-library.ts'

/** What may happen to a file on a failing disk. Flips are tried at places all over the file. */
const damages = {
  'a flipped bit': async (path: string, share: number) => {
    const bytes = await readFile(path)
    bytes[Math.floor(share * (bytes.length - 1))]! ^= 4
    await rewrite(path, bytes)
  },
  'its end cut off': async (path: string, share: number) => {
    const { length } = await readFile(path)
    await chmod(path, 0o600)
    await truncate(path, Math.floor(share * length))
  },
  'the file gone': async (path: string) => rm(path, { force: true }),
}
const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]

async function rewrite(path: string, bytes: Uint8Array): Promise<void> {
  await chmod(path, 0o600)
  await writeFile(path, bytes)
}

async function closedLibrary() {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  const photoIds = await addPhotos(library, 2)
  const original = library.layout.object(photoIds[0]!)
  await library.close()
  return { folder, photoIds, original }
}

describe.each(Object.entries(damages))('%s', (damage, happenTo) => {
  const places = damage === 'the file gone' ? [0] : shares

  test.each(['keys.json', 'format.json'])('in %s: the library says so, or opens with everything', async (name) => {
    for (const share of places) {
      const { folder, photoIds } = await closedLibrary()
      await happenTo(join(folder, name), share)
      const before = await readFile(join(folder, name)).catch(() => undefined)
      const opened = await Library.open(folder, deviceKeysOf()).catch((error: { code: string }) => error)
      if (!(opened instanceof Library)) {
        expect(opened.code, `at ${share}`).toMatch(/^library-(damaged|newer|key-missing)$/)
        expect(await readFile(join(folder, name)).catch(() => undefined)).toEqual(before)
        continue
      }
      for (const photoId of photoIds) expect(await isOriginalIntact(opened, photoId), `at ${share}`).toBe(true)
      expect(opened.facts.clients.size).toBe(1)
      await opened.close()
    }
  })

  test('in an original: told by name on the health page, never taken for whole, nothing marked removed', async () => {
    for (const share of places) {
      const { folder, photoIds, original } = await closedLibrary()
      await happenTo(original, share)
      const library = await openLibrary(folder)
      const record = await UpkeepRecord.open(besideLibrary(folder).upkeep)
      const care = new LibraryCare(library, record, besideLibrary(folder).test)
      await care.checkAll({})
      const { missing, damaged } = await healthReport(library, care, record)
      expect(missing.count + damaged.count, `at ${share}`).toBe(1)
      expect([...missing.photos, ...damaged.photos]).toMatchObject([
        { clientName: 'Anna Beispiel', fileName: 'photo-0.jpg' },
      ])
      expect(await isOriginalIntact(library, photoIds[0]!)).toBe(false)
      expect(await isOriginalIntact(library, photoIds[1]!)).toBe(true)
      expect([...library.facts.photos.values()].every(({ isRemoved }) => !isRemoved)).toBe(true)
      await library.close()
    }
  })

  test('in the record of the upkeep: everything in it is due again, and the library opens', async () => {
    for (const share of places) {
      const { folder } = await closedLibrary()
      const { upkeep, test: testFolder } = besideLibrary(folder)
      const library = await openLibrary(folder)
      const care = new LibraryCare(library, await UpkeepRecord.open(upkeep), testFolder)
      await care.backUp(join(await temporaryFolder(), 'all.stipple-backup'), {})
      await happenTo(upkeep, share)
      const again = new LibraryCare(library, await UpkeepRecord.open(upkeep), testFolder)
      const { last } = await again.backupStatus()
      if (last !== null) expect(last.fileName, `at ${share}`).toMatch(/backup/)
      await library.close()
    }
  })
})

test('control: a check of names and sizes alone takes an original with a flipped bit for whole', async () => {
  const { folder, photoIds, original } = await closedLibrary()
  const library = await openLibrary(folder)
  const { byteSize } = library.facts.photos.get(photoIds[0]!)!
  for (const share of shares) {
    await damages['a flipped bit'](original, share)
    expect(await isOriginalPresent(library.layout, photoIds[0]!, byteSize), `at ${share}`).toBe(true)
    expect(await isOriginalIntact(library, photoIds[0]!), `at ${share}`).toBe(false)
    await damages['a flipped bit'](original, share)
  }
  expect(await isOriginalIntact(library, photoIds[0]!)).toBe(true)
})

test('without damage nothing is reported', async () => {
  const { folder } = await closedLibrary()
  const library = await openLibrary(folder)
  const record = await UpkeepRecord.open(besideLibrary(folder).upkeep)
  const care = new LibraryCare(library, record, besideLibrary(folder).test)
  await care.checkAll({})
  expect(await healthReport(library, care, record)).toMatchObject({ missing: { count: 0 }, damaged: { count: 0 } })
})
