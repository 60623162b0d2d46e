import { writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { orientationOfPreview } from '../../electron/engine/raw-preview.ts'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { wrapFileKey } from '../../electron/sealed/file-wrapping.ts'
import { newKey } from '../../electron/sealed/sealed-box.ts'
import { sealBytes } from '../../electron/sealed/sealed-file.ts'
import type { PhotoInspection } from '../../shared/ipc/engine-tasks.ts'
import { colourAt, idleContext, temporaryFolder } from './photo-files.ts'
import { previewJpeg, rawFiles } from './raw-files.ts'

const temporary = temporaryFolder()
const output = (name: string) => ({ path: temporary(name), seal: null })
const inspect = async (bytes: Uint8Array): Promise<PhotoInspection> => {
  await writeFile(temporary('photo'), bytes)
  const source = { path: temporary('photo'), key: null }
  return await inspectPhoto(
    { source, fileName: 'client.raw', thumb: output('thumb.webp'), work: output('work.jpg') },
    idleContext,
  )
}
const searchPath = process.env.PATH
afterEach(() => {
  process.env.PATH = searchPath
})

describe('a camera RAW file', () => {
  test.each(Object.keys(rawFiles))('%s is shown by its preview, upright, with its own date', async (kind) => {
    const preview = await previewJpeg(1200, 800)
    const raw = rawFiles[kind]!({ preview, orientation: 6, taken: '2026:03:14 09:26:53', offset: '+02:00' })
    expect(await inspect(raw)).toEqual({
      format: 'raw',
      widthPx: 800,
      heightPx: 1200,
      capture: { local: '2026-03-14T09:26:53', offset: '+02:00', source: 'exif' },
      isDamaged: false,
    })
    const shown = await readUprightPixels({ path: temporary('work.jpg'), key: null, quarterTurns: 0 }, null)
    const [above, below] = [colourAt(shown, 400, 100), colourAt(shown, 400, 1100)]
    expect([above[0]! > above[2]!, below[0]! > below[2]!]).toEqual([true, false])
  })

  test('without a date or an orientation it gets none', async () => {
    const raw = rawFiles.dng!({ preview: await previewJpeg(900, 600) })
    expect(await inspect(raw)).toMatchObject({ widthPx: 900, heightPx: 600, capture: null })
  })

  test('is read at full size, turned by hand as well, from a sealed file', async () => {
    const key = newKey()
    const seal = { key, wrapping: wrapFileKey(newKey(), '0'.repeat(32), 'sealed', key) }
    const raw = rawFiles.nef!({ preview: await previewJpeg(1500, 1000) })
    await writeFile(temporary('sealed'), sealBytes(seal, raw))
    const shown = await readUprightPixels({ path: temporary('sealed'), key, quarterTurns: 1 }, null)
    expect([shown.fullWidthPx, shown.fullHeightPx]).toEqual([1000, 1500])
  })

  test('of several previews the largest is taken', async () => {
    const [small, large] = [await previewJpeg(700, 500, ['#00ff00', '#00ff00']), await previewJpeg(1400, 1000)]
    const raw = rawFiles.nef!({ preview: large, secondPreview: small })
    expect(await inspect(raw)).toMatchObject({ widthPx: 1400, heightPx: 1000 })
  })

  test('with only a small preview it is refused with its size', async () => {
    const refused = inspect(rawFiles.dng!({ preview: await previewJpeg(320, 200) }))
    const reason = expect.stringMatching(/only a preview of 320 × 200 pixels/)
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported-format',
      details: { fileName: 'client.raw', reason },
    })
  })

  test('with noise in place of its preview it is refused', async () => {
    const reason = expect.stringMatching(/no preview picture/)
    const refused = inspect(rawFiles.arw!({ preview: new Uint8Array(5000).fill(7) }))
    await expect(refused).rejects.toMatchObject({ code: 'unsupported-format', details: { reason } })
  })

  test('with a preview that is cut short it is kept and flagged', async () => {
    const preview = await previewJpeg(1200, 800)
    expect(await inspect(rawFiles.dng!({ preview: preview.subarray(0, preview.length - 300) }))).toMatchObject({
      isDamaged: true,
    })
  })

  test('that ends anywhere fails with a code, never with a bug', async () => {
    const raw = rawFiles.cr2!({ preview: await previewJpeg(800, 600), taken: '2026:03:14 09:26:53' })
    for (const share of [0.05, 0.3, 0.6]) {
      const refused = inspect(raw.subarray(0, Math.round(raw.length * share)))
      await expect(refused).rejects.toMatchObject({
        code: expect.stringMatching(/^(unsupported-format|picture-damaged)$/),
      })
    }
  })

  test('on a computer without Perl it is refused with what to do', async () => {
    process.env.PATH = temporary('no-programs')
    const refused = inspect(rawFiles.dng!({ preview: await previewJpeg(1200, 800) }))
    const reason = expect.stringMatching(/takes Perl.*apt install perl/)
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported-format',
      details: { fileName: 'client.raw', reason },
    })
  })
})

describe('the orientation of a preview', () => {
  const landscape = { widthPx: 1200, heightPx: 800 }
  const portrait = { widthPx: 800, heightPx: 1200 }
  const sensor = { sensorWidthPx: 6000, sensorHeightPx: 4000 }

  test.each([
    ['the RAW file’s where the preview names none', undefined, landscape, 8, 8],
    ['its own where it names one', 6, landscape, 6, 6],
    ['the RAW file’s where its own is the usual one', 1, landscape, 3, 3],
    ['none where the camera turned it already', undefined, portrait, 6, 1],
    ['half a turn however it stands', undefined, portrait, 3, 3],
  ])('is %s', (_, own, preview, orientation, expected) => {
    expect(orientationOfPreview(own, preview, { orientation, ...sensor })).toBe(expected)
  })
})
