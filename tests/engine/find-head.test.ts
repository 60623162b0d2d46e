import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { facePointsOf } from '../../electron/engine/face-vision.ts'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { findHead } from '../../electron/engine/tasks/find-head.ts'
import { ellipseExtent } from '../../shared/domain/registration/ellipse-mask.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `${name}.jpg`)
const find = (path: string, quarterTurns = 0) => findHead({ photo: { path, key: null, quarterTurns } }, idleContext)
const topBefore = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')

describe('find-head', () => {
  test.each([
    // crown, chin or nape, and either side without the ears, read off the pictures by eye; the side view without its nose
    ['london-042_03', { left: 208, right: 486, top: 115, bottom: 500 }],
    ['london-061_03', { left: 211, right: 491, top: 115, bottom: 493 }],
    ['side', { left: 28, right: 428, top: 47, bottom: 485 }],
    ['top', { left: 77, right: 371, top: 93, bottom: 470 }],
    ['far', { left: 163, right: 298, top: 180, bottom: 384 }],
  ])('finds the head of %s within 8 %% of its width', async (name, box) => {
    const found = await find(head(name))
    const { x, y } = ellipseExtent(found)
    const tolerance = 0.08 * (box.right - box.left)
    expect(Math.abs(found.centreX - (box.left + box.right) / 2)).toBeLessThan(tolerance)
    expect(Math.abs(found.centreY - (box.top + box.bottom) / 2)).toBeLessThan(tolerance)
    expect(Math.abs(2 * x - (box.right - box.left))).toBeLessThan(tolerance)
    expect(Math.abs(2 * y - (box.bottom - box.top))).toBeLessThan(0.08 * (box.bottom - box.top))
  })

  test('cuts the head at the nape when it is seen from behind', async () => {
    const { centreX, centreY, radiusX, radiusY } = await find(head('back'))
    expect(Math.abs(centreX - 222)).toBeLessThan(21)
    expect(Math.abs(2 * radiusX - 264)).toBeLessThan(45)
    expect(Math.abs(centreY - radiusY - 104)).toBeLessThan(21)
    // between the lower end of the ears and the middle of the neck
    expect(centreY + radiusY).toBeGreaterThan(370)
    expect(centreY + radiusY).toBeLessThan(480)
  })

  test('is as large on two photos of a person as the person is', async () => {
    const eyesOf = async (name: string) => {
      const face = (await facePointsOf(
        await readUprightPixels({ path: head(name), key: null, quarterTurns: 0 }, null),
      ))!
      const [right, left] = ['right-eye-outer', 'left-eye-outer'].map((eye) => face.points.find((p) => p.name === eye)!)
      return Math.hypot(right!.x - left!.x, right!.y - left!.y)
    }
    const neutral = await find(head('london-042_03'))
    const nearer = await find(head('london-042_08'))
    const growth = (await eyesOf('london-042_08')) / (await eyesOf('london-042_03'))
    expect(nearer.radiusX / neutral.radiusX / growth).toBeCloseTo(1, 1)
    expect(nearer.radiusY / neutral.radiusY / growth).toBeCloseTo(1, 1)
  })

  test('follows the photo when it is turned by hand', async () => {
    const upright = await find(head('side'))
    const turned = await find(head('side'), 2)
    expect(Math.abs(449 - turned.centreX - upright.centreX)).toBeLessThan(90)
    expect(turned.radiusX).toBeGreaterThan(100)
  })

  test('speaks of full-size pixels whatever the size', async () => {
    const large = temporary('large.png')
    await sharp(head('london-042_03')).resize(2100).png().toFile(large)
    const small = await find(head('london-042_03'))
    const found = await find(large)
    expect(Math.abs(found.centreX / 3 - small.centreX)).toBeLessThan(8)
    expect(Math.abs(found.radiusY / 3 - small.radiusY)).toBeLessThan(12)
  })

  test.skipIf(!existsSync(topBefore))('finds a head seen from above', async () => {
    const { width } = await sharp(topBefore).metadata()
    const { centreX, radiusX, radiusY } = await find(topBefore)
    expect(Math.abs(centreX / width! - 0.5)).toBeLessThan(0.05)
    expect(radiusX / width!).toBeGreaterThan(0.28)
    expect(radiusX / width!).toBeLessThan(0.38)
    expect(radiusY).toBeGreaterThan(radiusX)
  })

  test('takes the middle of a picture that shows nothing', async () => {
    const empty = temporary('empty.png')
    await sharp({ create: { width: 400, height: 300, channels: 3, background: '#777' } })
      .png()
      .toFile(empty)
    const { centreX, centreY, radiusX } = await find(empty)
    expect(Math.abs(centreX - 199.5)).toBeLessThan(10)
    expect(Math.abs(centreY - 149.5)).toBeLessThan(40)
    expect(radiusX).toBeGreaterThan(40)
  })

  test.each([
    [8, 8],
    [1, 1],
    [3, 900],
  ])('doesn’t fail on a picture of %i × %i', async (width, height) => {
    const tiny = temporary('tiny.png')
    await sharp({ create: { width, height, channels: 3, background: '#c96' } })
      .png()
      .toFile(tiny)
    const { radiusX, radiusY } = await find(tiny)
    expect(radiusX).toBeGreaterThan(0)
    expect(radiusY).toBeGreaterThan(0)
  })
})
