import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import sharp from 'sharp'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { taskTable } from '../../electron/engine/task-table.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { handOverFolder } from '../../electron/main/handed-folder.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { StagingArea } from '../../electron/main/staging-area.ts'
import { clientIdSchema, type PhotoId, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { canariesIn, photoCanaries, withCanaries } from '../canary-photo.ts'
import { profileName } from '../e2e/picture-metadata.ts'
import { fixturePath } from '../engine/photo-files.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { inProcessEngine } from '../library/in-process-engine.ts'
import { recordsIn } from '../library/library-content.ts'
import { clientAdded, temporaryFolder } from '../library/temporary-library.ts'
import { type DiskCall, diskCallCount, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)
const chosen = { folder: '' }
vi.mock('electron', () => ({
  app: { getPath: () => chosen.folder },
  dialog: { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen.folder] }) },
}))

afterEach(() => watchDisk({}))

/** A library with two real photos, whose files tell everything, and a place for what is handed over. */
async function studio(home: string) {
  const library = await Library.open(join(home, 'library'), deviceKeysOf())
  const pool = new EnginePool(() => inProcessEngine(taskTable), 1)
  const renditions = new Renditions(library, pool)
  const staging = new StagingArea(library, pool, renditions)
  onTestFinished(async () => {
    pool.close()
    await library.close().catch(() => undefined)
  })
  const client = clientAdded('Anna Beispiel')
  const clientId = clientIdSchema.parse(client.data.clientId)
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const { addedAt } = client.data
  const treatment = { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])
  const photoIds: PhotoId[] = []
  for (const [stage, name] of [
    ['before', 'landscape-1.jpg'],
    ['healed-1', 'landscape-6.jpg'],
  ] as const) {
    const path = join(home, name)
    await writeFile(path, await withCanaries(fixturePath(name)))
    const { photoId } = await staging.stage(path)
    await staging.accept(clientId, treatmentId, [{ photoId, stage, angle: 'top', capture: null, quarterTurns: 0 }])
    photoIds.push(photoId)
  }
  chosen.folder = join(home, 'for Anna')
  await mkdir(chosen.folder)
  const save = (signal = new AbortController().signal) =>
    handOverFolder(
      { library, pool, renditions },
      {} as BrowserWindow,
      { clientId, photoIds, size: 'original' },
      { signal },
    )
  return { library, photoIds, save }
}

test('pictures that are handed over have pixels only, and the record knows them by their hashes', async () => {
  const home = await temporaryFolder()
  const { library, save } = await studio(home)
  // control: the photos that came in tell everything
  expect(canariesIn(await readFile(join(home, 'landscape-1.jpg')))).toEqual(Object.values(photoCanaries))
  expect(await save()).toBe('Treatment in pictures')
  const folder = join(chosen.folder, 'Treatment in pictures')
  const names = (await readdir(folder)).toSorted()
  expect(names).toEqual(['01 Before, Top.jpg', '02 Healed 1, Top.jpg'])
  const recorded = (await recordsIn(library)).flatMap(({ event }) =>
    event.type === 'pictures-handed-over' ? [event.data] : [],
  )
  expect(recorded).toHaveLength(1)
  for (const [index, name] of names.entries()) {
    const bytes = await readFile(join(folder, name))
    expect(canariesIn(bytes)).toEqual([])
    const { icc, exif, xmp, iptc } = await sharp(bytes).metadata()
    expect([profileName(icc), exif, xmp, iptc]).toEqual(['sRGB', undefined, undefined, undefined])
    const outputSha256 = createHash('sha256').update(bytes).digest('hex')
    expect(recorded[0]?.files[index]).toEqual({ fileName: name, outputSha256 })
  }
})

test('a disk that is full and a stop leave nothing behind and nothing in the record', async () => {
  const home = await temporaryFolder()
  const { library, save } = await studio(home)
  const stopped = new AbortController()
  stopped.abort()
  await expect(save(stopped.signal)).rejects.toMatchObject({ code: 'cancelled' })
  watchDisk({
    before: ({ name, path }: DiskCall) => {
      if (name === 'open' && path.includes('02 Healed')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    },
  })
  await expect(save()).rejects.toMatchObject({ code: 'disk-full' })
  watchDisk({})
  expect(await readdir(chosen.folder)).toEqual([])
  expect((await recordsIn(library)).filter(({ event }) => event.type === 'pictures-handed-over')).toEqual([])
  expect(await save()).toBe('Treatment in pictures')
})

test('a process that ends at any call leaves a whole folder that is recorded, or none', {
  timeout: 240_000,
}, async () => {
  const left = { whole: 0, none: 0 }
  for (let at = 1; ; at++) {
    const home = await temporaryFolder()
    const { library, save } = await studio(home)
    watchDisk({
      before: ({ number }: DiskCall) => {
        if (number >= at) throw Object.assign(new Error('EDEAD'), { code: 'EDEAD' })
      },
    })
    await save().catch(() => undefined)
    const calls = diskCallCount()
    watchDisk({})
    await library.close().catch(() => undefined)
    await rm(library.layout.lock, { force: true })
    const folder = join(chosen.folder, 'Treatment in pictures')
    if (existsSync(folder)) {
      const again = await Library.open(join(home, 'library'), deviceKeysOf())
      const files = (await recordsIn(again)).flatMap(({ event }) =>
        event.type === 'pictures-handed-over' ? event.data.files : [],
      )
      await again.close()
      expect(files).toHaveLength(2)
      for (const { fileName, outputSha256 } of files)
        expect(
          createHash('sha256')
            .update(readFileSync(join(folder, fileName)))
            .digest('hex'),
        ).toBe(outputSha256)
      left.whole++
    } else left.none++
    if (calls < at) break
  }
  expect(left.none).toBeGreaterThan(5)
  expect(left.whole).toBeGreaterThan(0)
})
