import { mkdir, readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import type { PhotoInspection } from '../../shared/ipc/engine-tasks.ts'
import { fixturePath, idleContext, meanDifference, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const inspect = (path: string): Promise<PhotoInspection> => {
  const [thumb, work] = ['thumb.webp', 'work.jpg'].map((name) => ({ path: temporary(name), seal: null }))
  const input = { source: { path, key: null }, fileName: 'client.jpg', thumb: thumb!, work: work! }
  return inspectPhoto(input, idleContext)
}
const inspectBytes = async (bytes: Uint8Array): Promise<PhotoInspection> => {
  await writeFile(temporary('inspected'), bytes)
  return await inspect(temporary('inspected'))
}

describe('an intact photo', () => {
  test.each<[string, Partial<PhotoInspection>]>([
    ['landscape-8.jpg', { format: 'jpeg', widthPx: 180, heightPx: 120 }],
    ['cmyk.jpg', { format: 'jpeg', widthPx: 500, heightPx: 333 }],
    ['p3.png', { format: 'png', widthPx: 8, heightPx: 8 }],
    ['big-height.webp', { format: 'webp', widthPx: 13, heightPx: 169 }],
    ['rainbow-451x461.heic', { format: 'heic', widthPx: 451, heightPx: 461 }],
    ['avif-orientation-6.avif', { format: 'avif', widthPx: 3024, heightPx: 4032 }],
    ['invalid-exif.jpg', { format: 'jpeg' }],
    ['invalid-exif-without-x-resolution.jpg', { format: 'jpeg' }],
    ['photoshop-200dpi-broken.jpg', { format: 'jpeg' }],
    ['truncated_end_chunk.png', { format: 'png' }],
  ])('%s', async (name, expected) => {
    expect(await inspect(fixturePath(name))).toMatchObject({ ...expected, isDamaged: false })
  })

  test('gets an upright thumbnail and working copy', async () => {
    await inspect(fixturePath('landscape-6.jpg'))
    const upright = await readUprightPixels({ path: fixturePath('landscape-6.jpg'), key: null, quarterTurns: 0 }, null)
    for (const name of ['thumb.webp', 'work.jpg']) {
      const copy = await readUprightPixels({ path: temporary(name), key: null, quarterTurns: 0 }, null)
      expect(meanDifference(copy, upright)).toBeLessThan(4)
    }
    await inspect(fixturePath('avif-orientation-6.avif'))
    const sizes = await Promise.all(['thumb.webp', 'work.jpg'].map((name) => sharp(temporary(name)).metadata()))
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 300, 400],
      ['jpeg', 1920, 2560],
    ])
  })

  test('is known by its content, whatever its name says', async () => {
    expect((await inspectBytes(await readFile(fixturePath('rainbow-451x461.heic')))).format).toBe('heic')
  })
})

describe('a photo of which a part is lost', () => {
  const photo = async (isProgressive = false): Promise<Buffer> =>
    await sharp(fixturePath('cmyk.jpg')).jpeg({ progressive: isProgressive }).toBuffer()
  const upTo = (jpeg: Buffer, share: number): Buffer => jpeg.subarray(0, Math.round(jpeg.length * share))

  test.each(['truncated_image.png', 'broken_data_stream.png'])('%s is kept and flagged', async (name) => {
    expect((await inspect(fixturePath(name))).isDamaged).toBe(true)
  })

  test.each([0.6, 0.8, 0.95, 0.99])('a JPEG that ends at %d of its bytes is flagged', async (share) => {
    expect((await inspectBytes(upTo(await photo(), share))).isDamaged).toBe(true)
  })

  test('a progressive JPEG that ends early is flagged', async () => {
    expect((await inspectBytes(upTo(await photo(true), 0.8))).isDamaged).toBe(true)
  })

  test('a JPEG with 4,000 overwritten bytes within is flagged', async () => {
    const jpeg = await photo()
    const start = Math.round(jpeg.length * 0.7)
    for (let index = 0, value = 1; index < 4000; index += 1) {
      value = (value * 16807) % 2147483647
      jpeg[start + index] = value >> 8
    }
    expect((await inspectBytes(jpeg)).isDamaged).toBe(true)
  })

  test.each([1, 2, 16, 300])('a JPEG that lacks its last %i bytes is flagged', async (byteCount) => {
    const jpeg = await photo()
    expect((await inspectBytes(jpeg.subarray(0, -byteCount))).isDamaged).toBe(true)
  })

  test('a JPEG with stray bytes between its segments is intact', async () => {
    const jpeg = await photo()
    const tables = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    const stray = Buffer.concat([jpeg.subarray(0, tables), Buffer.alloc(50, 7), jpeg.subarray(tables)])
    expect((await inspectBytes(stray)).isDamaged).toBe(false)
  })

  test.each([0.05, 0.2])('a JPEG that ends at %d of its bytes is refused', async (share) => {
    await expect(inspectBytes(upTo(await photo(), share))).rejects.toMatchObject({
      code: 'picture-damaged',
      details: { fileName: 'client.jpg' },
    })
  })

  test('a HEIC that ends early is refused', async () => {
    const heic = await readFile(fixturePath('cheers_1440x960.heic'))
    await expect(inspectBytes(heic.subarray(0, 30_000))).rejects.toMatchObject({ code: 'picture-damaged' })
  })
})

describe('a file that is no photo for Stipple', () => {
  test.each([
    ['decompression_bomb.gif', 'unsupported-format', /^This is a GIF\. Stipple reads JPEG/],
    ['jpeg32.heif', 'unsupported-format', /^This is a HEIF of a rare kind\./],
    ['corrupt-header.jpg', 'picture-damaged', /JPEG can’t be decoded/],
    ['truncated-at-2-percent.jpg', 'picture-damaged', /first 2 %/],
    ['damaged-hevc.heif', 'picture-damaged', /HEIC can’t be decoded/],
    ['17000x17000.avif', 'picture-too-large', /80 megapixels/],
    ['no-such-file.jpg', 'file-unreadable', /isn’t there/],
  ])('%s is %s', async (name, code, reason) => {
    const failure = inspect(fixturePath(name))
    await expect(failure).rejects.toMatchObject({
      code,
      details: { fileName: 'client.jpg', reason: expect.stringMatching(reason) },
    })
  })

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', /an SVG/],
    ['%PDF-1.7', /a PDF/],
    ['', /an empty file/],
    ['notes', /a text file/],
  ])('%s', async (text, reason) => {
    await expect(inspectBytes(Buffer.from(text))).rejects.toMatchObject({
      code: 'unsupported-format',
      details: { reason: expect.stringMatching(reason) },
    })
  })

  test('a folder', async () => {
    await mkdir(temporary('folder'), { recursive: true })
    await expect(inspect(temporary('folder'))).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  test('pictures that would take too much memory are refused by their header', async () => {
    const big = sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#777' } })
    const small = sharp({ create: { width: 5200, height: 5200, channels: 3, background: '#777' } })
    const refused = {
      progressive: big.clone().jpeg({ progressive: true }),
      webp: big.webp({ effort: 0 }),
      avif: small.avif({ effort: 0 }),
    }
    for (const picture of Object.values(refused)) {
      await expect(inspectBytes(await picture.toBuffer())).rejects.toMatchObject({ code: 'picture-too-large' })
    }
  })
})

test('a cancelled inspection writes nothing', async () => {
  const input = {
    source: { path: fixturePath('p3.png'), key: null },
    fileName: 'a',
    thumb: { path: temporary('none.webp'), seal: null },
    work: { path: temporary('none.jpg'), seal: null },
  }
  const cancelled = inspectPhoto(input, { ...idleContext, signal: { aborted: true } })
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  await expect(readFile(temporary('none.jpg'))).rejects.toThrow()
})
