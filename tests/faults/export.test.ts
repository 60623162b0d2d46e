import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import sharp from 'sharp'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { taskTable } from '../../electron/engine/task-table.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { saveExport } from '../../electron/main/export-picture.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { canariesIn, photoCanaries, withCanaries } from '../canary-photo.ts'
import { profileName } from '../e2e/picture-metadata.ts'
import { fixturePath } from '../engine/photo-files.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { addPhotos } from '../library/filled-library.ts'
import { inProcessEngine } from '../library/in-process-engine.ts'
import { recordsIn } from '../library/library-content.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { consentGiven } from '../unit/domain/consent/consent-samples.ts'
import { type DiskCall, diskCallCount, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)
const chosen = { filePath: '' }
vi.mock('electron', () => ({
  dialog: { showSaveDialog: async () => ({ canceled: false, filePath: chosen.filePath }) },
  nativeImage: { createFromBuffer: () => ({ getSize: () => ({ width: 60, height: 40 }) }) },
}))

afterEach(() => watchDisk({}))

interface Studio {
  readonly library: Library
  readonly pool: EnginePool
  readonly photoId: PhotoId
  readonly picture: Uint8Array
}

async function studio(home: string): Promise<Studio> {
  const library = await Library.open(join(home, 'library'), deviceKeysOf())
  const [photoId] = await addPhotos(library, 1)
  const pool = new EnginePool(() => inProcessEngine(taskTable), 1)
  onTestFinished(async () => {
    pool.close()
    await library.close().catch(() => undefined)
  })
  await mkdir(join(home, 'pictures'))
  return { library, pool, photoId: photoId!, picture: await withCanaries(fixturePath('landscape-1.jpg')) }
}

/** Saves as the app does. */
async function save({ library, pool, photoId, picture }: Studio, filePath: string): Promise<void> {
  chosen.filePath = filePath
  const about = { photoIds: [photoId], purpose: 'for-the-client' as const }
  const input = { ...about, kind: 'picture' as const, format: 'jpeg' as const, suggestedName: 'comparison.jpg' }
  await saveExport(library, pool, {} as BrowserWindow, '', { ...input, file: new Uint8Array(picture) })
}

/** Saves the same with the last two steps swapped: the file first, then its record. The test's control. */
async function saveThenRecord({ library, photoId, picture }: Studio, filePath: string): Promise<void> {
  await writeFile(`${filePath}.new`, picture)
  await rename(`${filePath}.new`, filePath)
  const outputSha256 = createHash('sha256').update(picture).digest('hex')
  const size = { kind: 'picture', format: 'jpeg', widthPx: 60, heightPx: 40, durationSeconds: null } as const
  const purpose = 'for-the-client' as const
  const data = { photoIds: [photoId], purpose, consentVersion: null, fileName: null, ...size, outputSha256 }
  await library.record([{ type: 'comparison-exported', version: 3, data }])
}

/** Ends the process at every call of a save in turn: at how many of them a file was left that nothing is recorded of, and at how many one that is. */
async function filesLeft(saving: typeof save): Promise<{ unrecorded: number; recorded: number; calls: number }> {
  const left = { unrecorded: 0, recorded: 0, calls: 0 }
  for (let at = 1; ; at++) {
    const home = await temporaryFolder()
    const filePath = join(home, 'pictures/comparison.jpg')
    const open = await studio(home)
    const before = ({ number }: DiskCall) => {
      if (number >= at) throw Object.assign(new Error('EDEAD'), { code: 'EDEAD' })
    }
    watchDisk({ before })
    await saving(open, filePath).catch(() => undefined)
    const calls = diskCallCount()
    watchDisk({})
    await open.library.close().catch(() => undefined)
    await rm(open.library.layout.lock, { force: true })
    const again = await Library.open(join(home, 'library'), deviceKeysOf())
    const records = await recordsIn(again)
    await again.close()
    if (existsSync(filePath)) {
      const sha256 = createHash('sha256').update(readFileSync(filePath)).digest('hex')
      const isRecorded = records.some(
        ({ event }) => event.type === 'comparison-exported' && event.data.outputSha256 === sha256,
      )
      left[isRecorded ? 'recorded' : 'unrecorded']++
    }
    if (calls < at) return { ...left, calls }
  }
}

test.each([
  ['jpeg', 'for-the-client'],
  ['png', 'for-the-client'],
  ['jpeg', 'instagram'],
] as const)(
  'of a picture with names and places in it, the %s that is saved %s has pixels only',
  async (format, purpose) => {
    const home = await temporaryFolder()
    const open = await studio(home)
    expect(canariesIn(Buffer.from(open.picture))).toEqual(Object.values(photoCanaries))
    const { clientId } = open.library.facts.photos.get(open.photoId)!
    await open.library.record([consentGiven({ clientId, expiresOn: null })])
    chosen.filePath = join(home, 'pictures/saved')
    const input = {
      photoIds: [open.photoId],
      purpose,
      kind: 'picture' as const,
      format,
      suggestedName: 'comparison',
      file: new Uint8Array(open.picture),
    }
    await saveExport(open.library, open.pool, {} as BrowserWindow, '', input)
    expect(await readdir(join(home, 'pictures'))).toEqual(['saved'])
    const bytes = await readFile(chosen.filePath)
    expect(canariesIn(bytes)).toEqual([])
    const { exif, xmp, iptc, icc, comments, space } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, comments]).toEqual(Array(4).fill(undefined))
    expect(profileName(icc)).toBe('sRGB')
    expect(space).toBe('srgb')
    expect(statSync(chosen.filePath).size).toBeGreaterThan(1000)
  },
)

test('control: the same picture tells everything, and still does most of it when it is encoded again without stripping', async () => {
  const picture = await withCanaries(fixturePath('landscape-1.jpg'))
  const { exif, xmp, iptc, icc } = await sharp(picture).metadata()
  for (const carried of [exif, xmp, iptc, icc]) expect(carried).toBeDefined()
  const { artist, serial, place, xmp: inXmp, iptc: inIptc, profile } = photoCanaries
  const again = canariesIn(await sharp(picture).keepMetadata().jpeg().toBuffer())
  expect(again).toEqual(expect.arrayContaining([artist, serial, place, inXmp, inIptc, profile]))
})

test('whenever the process ends, a file that was saved is in the record', async () => {
  const { unrecorded, recorded, calls } = await filesLeft(save)
  expect(calls).toBeGreaterThan(20)
  expect(unrecorded).toBe(0)
  expect(recorded).toBeGreaterThan(0)
}, 120_000)

test('control: with the file first and the record after it, an end in between leaves a file that nobody recorded', async () => {
  expect((await filesLeft(saveThenRecord)).unrecorded).toBeGreaterThan(0)
}, 120_000)
