import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { wrapFileKey } from '../../electron/sealed/file-wrapping.ts'
import { newKey } from '../../electron/sealed/sealed-box.ts'
import { sealBytes } from '../../electron/sealed/sealed-file.ts'
import type { PhotoInspection, SourceFile } from '../../shared/ipc/engine-tasks.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const videoPath = (name: string) => join(import.meta.dirname, '../fixtures/videos', name)
const inspect = (source: SourceFile): Promise<PhotoInspection> => {
  const [thumb, work] = ['thumb.webp', 'work.jpg'].map((name) => ({ path: temporary(name), seal: null }))
  return inspectPhoto({ source, fileName: 'client.mp4', thumb: thumb!, work: work! }, idleContext)
}
const inspectBytes = async (bytes: Uint8Array): Promise<PhotoInspection> => {
  await writeFile(temporary('inspected'), bytes)
  return await inspect({ path: temporary('inspected'), key: null })
}
const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('a video', () => {
  test('tells its size upright, its duration, and the camera’s own date with its offset', async () => {
    const found = await inspect({ path: videoPath('counted-portrait.mov'), key: null })
    expect(found).toMatchObject({
      format: 'mov',
      widthPx: 180,
      heightPx: 320,
      capture: { local: '2026-03-14T09:26:53', offset: '+02:00', source: 'exif' },
      isDamaged: false,
    })
    expect(found.video?.durationSeconds).toBeCloseTo(3, 2)
  })

  test.each([
    ['America/Los_Angeles', '2026-03-14T00:26:53'],
    ['Asia/Tokyo', '2026-03-14T16:26:53'],
  ])('that tells only a moment is dated by the clock of %s, to be checked', async (timeZone, local) => {
    process.env.TZ = timeZone
    const found = await inspect({ path: videoPath('counted.mp4'), key: null })
    expect(found).toMatchObject({ format: 'mp4', widthPx: 320, heightPx: 180 })
    expect(found.capture).toEqual({ local, offset: null, source: 'utc' })
  })

  test('that tells no date gets none', async () => {
    const found = await inspect({ path: videoPath('counted.webm'), key: null })
    expect(found).toMatchObject({ format: 'webm', widthPx: 320, heightPx: 180, capture: null })
    expect(found.video?.durationSeconds).toBeCloseTo(3, 2)
  })

  test('is read the same from a sealed file', async () => {
    const key = newKey()
    const seal = { key, wrapping: wrapFileKey(newKey(), '0'.repeat(32), 'sealed', key) }
    await writeFile(temporary('sealed'), sealBytes(seal, await readFile(videoPath('counted-portrait.mov'))))
    const plain = await inspect({ path: videoPath('counted-portrait.mov'), key: null })
    expect(await inspect({ path: temporary('sealed'), key })).toEqual(plain)
  })

  test('whose coding this computer can’t play is read all the same', async () => {
    const found = await inspect({ path: videoPath('hevc.mp4'), key: null })
    expect(found).toMatchObject({ format: 'mp4', widthPx: 640, heightPx: 360, video: { durationSeconds: 1 } })
  })

  test('that was cut off before its index is damaged', async () => {
    const video = await readFile(videoPath('counted-portrait.mov'))
    const refused = inspectBytes(video.subarray(0, 3000))
    await expect(refused).rejects.toMatchObject({ code: 'picture-damaged', details: { fileName: 'client.mp4' } })
  })

  test('that ends anywhere is read or refused with a code', async () => {
    for (const name of ['counted.mp4', 'counted.webm']) {
      const video = await readFile(videoPath(name))
      for (let end = 40; end < video.length; end += 401) {
        const code = await inspectBytes(video.subarray(0, end)).then(
          () => 'read',
          (error: { code?: string }) => error.code,
        )
        expect(['read', 'picture-damaged', 'unsupported-format']).toContain(code)
      }
    }
  })

  test('is no photo for those who want pixels', async () => {
    const read = readUprightPixels({ path: videoPath('counted.mp4'), key: null, quarterTurns: 0 }, null)
    await expect(read).rejects.toMatchObject({ code: 'unsupported-format' })
  })
})
