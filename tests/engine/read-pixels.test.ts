import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { attachIccProfile } from '../../electron/engine/icc-profile.ts'
import { readUprightPixels, writePicture } from '../../electron/engine/sharp-images.ts'
import { makeRendition } from '../../electron/engine/tasks/make-rendition.ts'
import { colourAt, fixturePath, idleContext, meanDifference, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const read = (path: string, longestSidePx: number | null = null, quarterTurns = 0) =>
  readUprightPixels({ path, key: null, quarterTurns }, longestSidePx)

function expectColour(actual: number[], expected: number[], tolerance: number): void {
  for (const [index, value] of expected.entries()) {
    expect(Math.abs((actual[index] ?? Number.NaN) - value), `${actual} against ${expected}`).toBeLessThanOrEqual(
      tolerance,
    )
  }
}

describe('upright', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i shows the same picture', async (orientation) => {
    const plain = await read(fixturePath('landscape-0.jpg'))
    const turned = await read(fixturePath(`landscape-${orientation}.jpg`))
    expect([turned.widthPx, turned.heightPx]).toEqual([180, 120])
    expect(meanDifference(plain, turned)).toBeLessThan(6)
  })

  test('an AVIF that turns itself is turned once', async () => {
    const picture = await read(fixturePath('avif-orientation-6.avif'), 256)
    expect([picture.widthPx, picture.heightPx]).toEqual([192, 256])
    expect([picture.fullWidthPx, picture.fullHeightPx]).toEqual([3024, 4032])
    const [window, shade] = [colourAt(picture, 182, 10), colourAt(picture, 10, 250)]
    expect(window[2]).toBeGreaterThan((shade[2] ?? 255) + 80)
  })

  test('a quarter turn by hand goes clockwise', async () => {
    const upright = await read(fixturePath('landscape-6.jpg'))
    const turned = await read(fixturePath('landscape-6.jpg'), null, 1)
    expect([turned.widthPx, turned.heightPx, turned.fullWidthPx]).toEqual([120, 180, 120])
    expect(colourAt(turned, 119 - 30, 50)).toEqual(colourAt(upright, 50, 30))
  })
})

describe('size', () => {
  test('is reduced to the longest side and remembers the full size', async () => {
    const { widthPx, heightPx, fullWidthPx, fullHeightPx, data } = await read(fixturePath('cheers_1440x960.heic'), 300)
    expect([widthPx, heightPx, fullWidthPx, fullHeightPx, data.length]).toEqual([300, 200, 1440, 960, 300 * 200 * 3])
  })

  test('is never enlarged', async () => {
    const { widthPx, heightPx } = await read(fixturePath('landscape-0.jpg'), 2560)
    expect([widthPx, heightPx]).toEqual([180, 120])
  })
})

describe('colours', () => {
  const profile = async (name: string): Promise<Uint8Array> => (await sharp(fixturePath(name)).metadata()).icc as Buffer

  test('Display P3 becomes sRGB: 200, 80, 80 is 216, 69, 76', async () => {
    const rgb = Uint8Array.from({ length: 90 * 70 * 3 }, (_, index) => [200, 80, 80][index % 3] as number)
    await writeFile(temporary('p3.tif'), attachIccProfile(rgb, 90, 70, await profile('p3.png')))
    const picture = await read(temporary('p3.tif'))
    for (const [x, y] of [
      [0, 0],
      [89, 69],
      [45, 64],
    ] as const)
      expectColour(colourAt(picture, x, y), [216, 69, 76], 1)
  })

  test('a profile is attached without changing a pixel', async () => {
    const rgb = Uint8Array.from({ length: 37 * 131 * 3 }, (_, index) => (index * 31) % 256)
    const tiff = attachIccProfile(rgb, 37, 131, await profile('p3.png'))
    const back = await sharp(tiff, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true })
    expect([back.info.width, back.info.height]).toEqual([37, 131])
    expect(Buffer.compare(back.data, rgb)).toBe(0)
    expect((await sharp(tiff).metadata()).icc).toEqual(await profile('p3.png'))
  })

  test('a HEIC’s rainbow stands where it should', async () => {
    const rainbow = await read(fixturePath('rainbow-451x461.heic'))
    const [topLeft, topRight] = [colourAt(rainbow, 3, 3), colourAt(rainbow, 447, 3)]
    const [bottomLeft, bottomRight] = [colourAt(rainbow, 3, 457), colourAt(rainbow, 447, 457)]
    expect(topLeft[2]).toBeGreaterThan((topLeft[1] ?? 0) + 100)
    expect(topRight[2]).toBeGreaterThan((topRight[0] ?? 0) + 80)
    expect(bottomLeft[0]).toBeGreaterThan((bottomLeft[2] ?? 0) + 100)
    expect(bottomRight[1]).toBeGreaterThan((bottomRight[0] ?? 0) + 80)
  })

  test('transparency lies on neutral grey', async () => {
    expect(colourAt(await read(fixturePath('with-alpha-512x512.heic')), 4, 4)).toEqual([128, 128, 128])
    const half = sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
    await half.png().toFile(temporary('clear.png'))
    expect(colourAt(await read(temporary('clear.png')), 1, 1)).toEqual([128, 128, 128])
  })

  test('CMYK goes through its own profile', async () => {
    const picture = await read(fixturePath('cmyk.jpg'))
    expect([picture.widthPx, picture.heightPx]).toEqual([500, 333])
    expectColour(colourAt(picture, 0, 0), [195, 211, 237], 6)
    const grass = colourAt(picture, 60, 260)
    expect(grass[1]).toBeGreaterThan((grass[2] ?? 255) + 20)
  })

  test('grey and 16 bits become 8-bit RGB', async () => {
    const grey = sharp({ create: { width: 4, height: 4, channels: 3, background: { r: 90, g: 90, b: 90 } } })
    await grey.clone().toColourspace('b-w').png().toFile(temporary('grey.png'))
    await grey.clone().toColourspace('rgb16').png().toFile(temporary('rgb16.png'))
    for (const name of ['grey.png', 'rgb16.png']) {
      expectColour(colourAt(await read(temporary(name)), 2, 2), [90, 90, 90], 1)
    }
  })
})

describe('a written picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s has no metadata and the same picture', async (format) => {
    const pixels = await read(fixturePath('landscape-6.jpg'))
    await writePicture(pixels, { path: temporary(`out.${format}`), seal: null }, format)
    const { exif, icc, xmp, orientation, chromaSubsampling } = await sharp(temporary(`out.${format}`)).metadata()
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined])
    if (format === 'jpeg') expect(chromaSubsampling).toBe('4:4:4')
    expect(meanDifference(await read(temporary(`out.${format}`)), pixels)).toBeLessThan(format === 'png' ? 0.001 : 3)
  })

  test('a rendition is upright, turned, small, and in the format of its name', async () => {
    const photo = { path: fixturePath('landscape-6.jpg'), key: null, quarterTurns: 1 }
    await makeRendition(
      { photo, longestSidePx: 90, output: { path: temporary('small.webp'), seal: null } },
      idleContext,
    )
    const { format, width, height } = await sharp(temporary('small.webp')).metadata()
    expect([format, width, height]).toEqual(['webp', 60, 90])
  })
})
