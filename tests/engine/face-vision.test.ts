import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { facePointsOf } from '../../electron/engine/face-vision.ts'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { guessAngleOfPhoto } from '../../electron/engine/tasks/guess-angle.ts'
import type { FacePointName } from '../../shared/domain/registration/face-points.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `${name}.jpg`)
const guess = (path: string, quarterTurns = 0) =>
  guessAngleOfPhoto({ photo: { path, key: null, quarterTurns } }, idleContext)

async function pointsOf(path: string, longestSidePx: number | null = null) {
  const face = await facePointsOf(await readUprightPixels({ path, key: null, quarterTurns: 0 }, longestSidePx))
  return new Map(face?.points.map((point) => [point.name, point]))
}

describe('landmarks of a face', () => {
  test('lie where they are seen', async () => {
    const points = await pointsOf(head('london-042_03'))
    // read off the picture by eye
    const seen: [FacePointName, number, number][] = [
      ['right-eye-outer', 260, 288],
      ['right-eye-inner', 315, 297],
      ['left-eye-inner', 361, 300],
      ['left-eye-outer', 418, 302],
      ['nose-tip', 330, 350],
      ['nose-base', 329, 370],
      ['right-mouth-corner', 281, 416],
      ['left-mouth-corner', 374, 418],
    ]
    for (const [name, x, y] of seen) {
      const point = points.get(name)!
      expect(Math.hypot(point.x - x, point.y - y), name).toBeLessThan(12)
    }
  })

  test('keep to the face when the photo is turned, scaled and darkened', async () => {
    const path = temporary('turned.png')
    const { width, height } = await sharp(head('london-042_03')).metadata()
    const degrees = 9
    const info = await sharp(head('london-042_03'))
      .rotate(degrees, { background: '#ddd' })
      .linear(0.8, -10)
      .png()
      .toFile(path)
    const straight = await pointsOf(head('london-042_03'))
    const turned = await pointsOf(path, 600)
    const radians = (degrees * Math.PI) / 180
    const eyes = Math.hypot(
      straight.get('left-eye-outer')!.x - straight.get('right-eye-outer')!.x,
      straight.get('left-eye-outer')!.y - straight.get('right-eye-outer')!.y,
    )
    for (const name of ['right-eye-outer', 'left-eye-outer', 'nose-bridge', 'nose-base'] as const) {
      const dx = straight.get(name)!.x - (width! - 1) / 2
      const dy = straight.get(name)!.y - (height! - 1) / 2
      const x = Math.cos(radians) * dx - Math.sin(radians) * dy + (info.width - 1) / 2
      const y = Math.sin(radians) * dx + Math.cos(radians) * dy + (info.height - 1) / 2
      const found = turned.get(name)!
      expect(Math.hypot(found.x - x, found.y - y) / eyes, name).toBeLessThan(0.04)
    }
  })

  test('are not found from behind and above', async () => {
    expect(await pointsOf(head('back'))).toEqual(new Map())
    expect(await pointsOf(head('top'))).toEqual(new Map())
  })

  test('from the side there are only the detector’s own, little trusted', async () => {
    const points = await pointsOf(head('side'))
    expect([...points.keys()]).toEqual(['nose-tip', 'right-ear', 'left-ear'])
    for (const { confidence } of points.values()) expect(confidence).toBeLessThan(0.4)
    expect(Math.hypot(points.get('left-ear')!.x - 215, points.get('left-ear')!.y - 335)).toBeLessThan(40)
  })
})

describe('guess-angle', () => {
  test.each([
    ['london-042_03', 'front'],
    ['far', 'front'],
    ['side', 'left'],
  ])('%s is %s', async (name, angle) => {
    const found = await guess(head(name))
    expect(found).toMatchObject({ angle, hasFace: true })
    expect(found.confidence).toBeGreaterThan(0.4)
  })

  test('a mirrored left side is a right side', async () => {
    const path = temporary('mirrored.png')
    await sharp(head('side')).flop().png().toFile(path)
    const found = await guess(path)
    expect(found.angle).toBe('right')
    expect(found.faceYawDegrees).toBeGreaterThan(68)
  })

  test.each(['back', 'top'])('%s tells nothing', async (name) => {
    expect(await guess(head(name))).toEqual({ angle: null, confidence: 0, faceYawDegrees: null, hasFace: false })
  })
})
