import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { findHead } from '../../electron/engine/tasks/find-head.ts'
import { measurePhoto } from '../../electron/engine/tasks/measure-photo.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import type { PhotoMeasurements } from '../../shared/domain/measurement/photo-measurements.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const sample = join(import.meta.dirname, '../../resources/sample-client/crown_healed-1.jpg')
let head: HeadEllipse
let usual: PhotoMeasurements
beforeAll(async () => {
  head = await findHead({ photo: { path: sample, key: null, quarterTurns: 0 } }, idleContext)
  usual = await measure(sample)
})

function measure(path: string, ellipse = head, quarterTurns = 0): Promise<PhotoMeasurements> {
  return measurePhoto({ photo: { path, key: null, quarterTurns }, head: ellipse }, idleContext)
}

const toLinear = (level: number) => (level <= 10.3 ? level / 3294.6 : ((level / 255 + 0.055) / 1.055) ** 2.4)
const toLevel = (light: number) =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.min(light, 1) ** (1 / 2.4) - 0.055)

/** The sample photo with its light multiplied, red, green and blue. */
async function inLight(name: string, factors: readonly [number, number, number]): Promise<string> {
  const { data, info } = await sharp(sample).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const levels = factors.map((factor) =>
    Uint8Array.from({ length: 256 }, (_, level) => Math.round(toLevel(toLinear(level) * factor))),
  )
  for (let i = 0; i < data.length; i++) data[i] = levels[i % 3]![data[i]!]!
  const path = temporary(name)
  await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(path)
  return path
}

describe('measure-photo', () => {
  test('a shaved head shows skin, clear edges and room around it', () => {
    expect(usual.skinLuminance).toBeGreaterThan(0.2)
    expect(usual.skinRedToBlue).toBeGreaterThan(1.3)
    expect(usual.edgeWidthPercent).toBeLessThan(1.1)
    for (const room of Object.values(usual.headRoomPercent)) expect(room).toBeGreaterThan(5)
  })

  test.each([-2, -1, -0.5])('%f stop of light is measured as such, whatever the colours', async (stops) => {
    const factor = 2 ** stops
    const darker = await measure(await inLight('darker.jpg', [factor, factor, factor]))
    expect(Math.abs(Math.log2(darker.skinLuminance! / usual.skinLuminance!) - stops)).toBeLessThan(0.1)
    expect(Math.abs(Math.log(darker.skinRedToBlue! / usual.skinRedToBlue!))).toBeLessThan(0.05)
    expect(Math.abs(Math.log(darker.edgeWidthPercent! / usual.edgeWidthPercent!))).toBeLessThan(0.15)
  })

  test.each([
    ['warmer', [1, 0.9, 0.7], 1 / 0.7],
    ['cooler', [0.75, 0.9, 1], 0.75],
  ] as const)('%s light moves red against blue by as much', async (name, factors, ratio) => {
    const { skinRedToBlue } = await measure(await inLight(`${name}.jpg`, factors))
    expect(Math.abs(Math.log(skinRedToBlue! / usual.skinRedToBlue! / ratio))).toBeLessThan(0.06)
  })

  test('the more a photo is blurred, the wider its sharpest edges', async () => {
    const widths: number[] = []
    for (const sigma of [4, 6, 9]) {
      const path = temporary(`blurred-${sigma}.jpg`)
      await sharp(sample).blur(sigma).jpeg({ quality: 92 }).toFile(path)
      widths.push((await measure(path)).edgeWidthPercent ?? Number.POSITIVE_INFINITY)
    }
    expect(widths[0]).toBeGreaterThan(1.35 * usual.edgeWidthPercent!)
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    const { skinLuminance } = await measure(temporary('blurred-4.jpg'))
    expect(Math.abs(Math.log2(skinLuminance! / usual.skinLuminance!))).toBeLessThan(0.15)
  })

  test('a smaller copy of the photo has the same figures', async () => {
    const path = temporary('small.jpg')
    await sharp(sample).resize(900).jpeg({ quality: 92 }).toFile(path)
    const half = (value: number) => (value + 0.5) / 2 - 0.5
    const smaller = await measure(path, {
      centreX: half(head.centreX),
      centreY: half(head.centreY),
      radiusX: head.radiusX / 2,
      radiusY: head.radiusY / 2,
      angleDegrees: head.angleDegrees,
    })
    expect(Math.abs(Math.log2(smaller.skinLuminance! / usual.skinLuminance!))).toBeLessThan(0.1)
    expect(Math.abs(Math.log(smaller.edgeWidthPercent! / usual.edgeWidthPercent!))).toBeLessThan(0.15)
    expect(smaller.headRoomPercent.above).toBeCloseTo(usual.headRoomPercent.above, 0)
  })

  test('a crop through the head leaves no room on that side', async () => {
    const { width, height } = await sharp(sample).metadata()
    const left = Math.round(head.centreX - 0.8 * head.radiusX)
    const top = Math.round(head.centreY - 0.8 * head.radiusY)
    const path = temporary('cropped.jpg')
    await sharp(sample)
      .extract({ left, top, width: width - left, height: height - top })
      .jpeg()
      .toFile(path)
    const known = await measure(path, { ...head, centreX: head.centreX - left, centreY: head.centreY - top })
    expect(known.headRoomPercent.left).toBeCloseTo(-10, 0)
    expect(known.headRoomPercent.above).toBeLessThan(-9)
    expect(known.headRoomPercent.right).toBeCloseTo(usual.headRoomPercent.right, 0)
    const found = await measure(path, await findHead({ photo: { path, key: null, quarterTurns: 0 } }, idleContext))
    for (const side of ['above', 'left'] as const) expect(found.headRoomPercent[side]).toBeLessThan(2.5)
  })

  test('a photo turned by hand is measured as it is shown', async () => {
    const { width } = await sharp(sample).metadata()
    const turned: HeadEllipse = {
      centreX: head.centreY,
      centreY: width - 1 - head.centreX,
      radiusX: head.radiusY,
      radiusY: head.radiusX,
      angleDegrees: head.angleDegrees,
    }
    const { headRoomPercent, skinLuminance } = await measure(sample, turned, 3)
    expect(headRoomPercent.above).toBeCloseTo(usual.headRoomPercent.right, 3)
    expect(headRoomPercent.left).toBeCloseTo(usual.headRoomPercent.above, 3)
    expect(Math.abs(Math.log2(skinLuminance! / usual.skinLuminance!))).toBeLessThan(0.02)
  })

  test('where there is neither skin nor edges nothing is claimed', async () => {
    const path = temporary('grey.png')
    await sharp({ create: { width: 400, height: 400, channels: 3, background: '#777' } })
      .png()
      .toFile(path)
    const ellipse = { centreX: 200, centreY: 200, radiusX: 100, radiusY: 120, angleDegrees: 0 }
    expect(await measure(path, ellipse)).toMatchObject({
      skinLuminance: null,
      skinRedToBlue: null,
      edgeWidthPercent: null,
      headRoomPercent: { left: 50.25, right: 49.75 },
    })
  })

  test('names the file that can’t be read', async () => {
    await expect(measure(temporary('nowhere.jpg'))).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { fileName: 'nowhere.jpg' },
    })
  })
})
