import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { findHead } from '../../electron/engine/tasks/find-head.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `london-${name}.jpg`)
const find = (path: string, quarterTurns = 0) => findHead({ photo: { path, quarterTurns } }, idleContext)
const topBefore = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')

describe('find-head', () => {
  test.each([
    // crown, chin and the middle between face and ear on either side, read off the pictures by eye
    ['042_03', { left: 208, right: 486, top: 115, bottom: 500 }],
    ['061_03', { left: 211, right: 491, top: 115, bottom: 493 }],
  ])('finds the head of %s', async (name, box) => {
    const { centreX, centreY, radiusX, radiusY } = await find(head(name))
    expect(Math.abs(centreX - radiusX - box.left)).toBeLessThan(35)
    expect(Math.abs(centreX + radiusX - box.right)).toBeLessThan(35)
    expect(Math.abs(centreY - radiusY - box.top)).toBeLessThan(35)
    expect(Math.abs(centreY + radiusY - box.bottom)).toBeLessThan(60)
  })

  test('speaks of full-size pixels whatever the size', async () => {
    const large = temporary('large.png')
    await sharp(head('042_03')).resize(2100).png().toFile(large)
    const small = await find(head('042_03'))
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
