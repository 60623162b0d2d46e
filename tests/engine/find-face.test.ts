import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { findFace } from '../../electron/engine/tasks/find-face.ts'
import { type FaceCover, partOf } from '../../shared/domain/covers/cover.ts'
import { coverFace } from '../../shared/domain/covers/cover-pixels.ts'
import { atPlace, type CoverPlace } from '../../shared/domain/covers/cover-place.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `${name}.jpg`)
const find = (path: string, quarterTurns = 0) => findFace({ photo: { path, key: null, quarterTurns } }, idleContext)

/** Whether a point lies in a place, by at least a share of its half sides. */
function isWithin(place: CoverPlace, x: number, y: number, atMost = 1): boolean {
  const angle = (place.angleDegrees * Math.PI) / 180
  const [dx, dy] = [x - place.centreX, y - place.centreY]
  const u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / place.halfWidth
  const v = (-dx * Math.sin(angle) + dy * Math.cos(angle)) / place.halfHeight
  return Math.max(Math.abs(u), Math.abs(v)) <= atMost
}

async function pixelsOf(path: string) {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), left: 0, top: 0, widthPx: info.width, heightPx: info.height }
}

async function coveredFile(name: string, cover: FaceCover) {
  const places = (await find(head(name)))!
  const before = await pixelsOf(head(name))
  const after = { ...before, data: before.data.slice() }
  coverFace(after, places[partOf(cover)], cover)
  const path = temporary(`${name}-${cover}.png`)
  const raw = { width: after.widthPx, height: after.heightPx, channels: 4 } as const
  await sharp(after.data, { raw }).png().toFile(path)
  return { path, before, after, place: places[partOf(cover)] }
}

/** Mean step from a pixel to the next one within a place: the detail that is seen. */
function detailIn({ data, widthPx, heightPx }: Awaited<ReturnType<typeof pixelsOf>>, place: CoverPlace): number {
  let [sum, count] = [0, 0]
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x + 1 < widthPx; x++) {
      if (!isWithin(place, x, y, 0.9) || !isWithin(place, x + 1, y, 0.9)) continue
      const at = 4 * (y * widthPx + x)
      sum += Math.abs(data[at + 1]! - data[at + 5]!)
      count++
    }
  }
  return sum / count
}

describe('the places of a face in a photo', () => {
  test('cover both eyes with their brows, and the face from the brows to the chin', async () => {
    const { eyes, face } = (await find(head('london-042_03')))!
    // read off the picture by eye: corners of the eyes, mouth, hairline
    for (const [x, y] of [
      [260, 288],
      [315, 297],
      [361, 300],
      [418, 302],
    ] as const)
      expect(isWithin(eyes, x, y, 0.75)).toBe(true)
    expect(isWithin(eyes, 329, 416)).toBe(false)
    expect(isWithin(face, 281, 416, 0.8)).toBe(true)
    expect(isWithin(face, 374, 418, 0.8)).toBe(true)
    expect(isWithin(face, 345, 180)).toBe(false)
  })

  test('turn with the photo', async () => {
    const straight = (await find(head('london-042_03')))!.eyes
    const turned = (await find(head('london-042_03'), 1))!.eyes
    const middle = { x: 699 - straight.centreY, y: straight.centreX }
    expect(Math.hypot(turned.centreX - middle.x, turned.centreY - middle.y)).toBeLessThan(12)
    const top = atPlace(turned, 0, -1)
    expect(top.x - turned.centreX).toBeGreaterThan(0.9 * turned.halfHeight)
  })

  test('are found small and from the side, where the eye and the nose are', async () => {
    expect(await find(head('far'))).not.toBeNull()
    const { eyes } = (await find(head('side')))!
    expect(isWithin(eyes, 60, 285)).toBe(true)
  })

  test.each(['top', 'back'])('are none on a head from %s', async (name) => {
    expect(await find(head(name))).toBeNull()
  })
})

describe('a face that is covered', () => {
  test.each(['london-042_03', 'london-061_03', 'far', 'side'])('isn’t found any more: %s', async (name) => {
    expect(await find((await coveredFile(name, 'face-blurred')).path)).toBeNull()
  })

  test.each([
    ['london-042_03', 'eyes-blurred'],
    ['london-061_03', 'eyes-blurred'],
    ['london-042_03', 'face-blurred'],
    ['london-061_03', 'face-blurred'],
  ] as const)('shows a small part of the detail that there was: %s, %s', async (name, cover) => {
    const { before, after, place } = await coveredFile(name, cover)
    const inner = { ...place, halfWidth: place.halfWidth * 0.7, halfHeight: place.halfHeight * 0.7 }
    expect(detailIn(before, inner)).toBeGreaterThan(2)
    expect(detailIn(after, inner)).toBeLessThan(0.25 * detailIn(before, inner))
  })

  test.each(['london-042_03', 'far'])('behind a bar has no eyes left: %s', async (name) => {
    const { after, place } = await coveredFile(name, 'eyes-bar')
    expect(detailIn(after, place)).toBe(0)
  })
})
