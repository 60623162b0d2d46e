import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { renderView } from '../../electron/engine/tasks/render-view.ts'
import { packNodes } from '../../shared/domain/geometry/packed-nodes.ts'
import { similarityAbout } from '../../shared/domain/geometry/similarity.ts'
import type { Transform } from '../../shared/domain/geometry/transform.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = join(import.meta.dirname, '../fixtures/heads/london-042_03.jpg')

/** Red grows to the right, green downwards: a colour tells its place. One step a pixel up to 200 pixels. */
async function ramp(size: number): Promise<string> {
  const path = temporary(`ramp-${size}.png`)
  const data = Buffer.alloc(size * size * 3)
  for (let i = 0; i < size * size; i++) {
    data[3 * i] = 20 + (200 * (i % size)) / size
    data[3 * i + 1] = 20 + (200 * Math.floor(i / size)) / size
    data[3 * i + 2] = 60
  }
  await sharp(data, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toFile(path)
  return path
}

async function render(path: string, transform: Transform | null, view: Parameters<typeof renderView>[0]['view']) {
  const outputPath = temporary('view.png')
  await renderView(
    {
      photo: { path, key: null, quarterTurns: 0 },
      transform,
      view,
      output: { path: outputPath, seal: null },
      format: 'png',
    },
    idleContext,
  )
  const { data, info } = await sharp(outputPath).raw().toBuffer({ resolveWithObject: true })
  return {
    info,
    at: (x: number, y: number) => [...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3)],
  }
}

describe('render-view', () => {
  test('at scale 1 about the centre it is the photo itself, to a grey level', async () => {
    const { width, height } = await sharp(head).metadata()
    const view = { centreX: (width! - 1) / 2, centreY: (height! - 1) / 2, scale: 1, widthPx: width!, heightPx: height! }
    const outputPath = temporary('same.png')
    await renderView(
      {
        photo: { path: head, key: null, quarterTurns: 0 },
        transform: null,
        view,
        output: { path: outputPath, seal: null },
        format: 'png',
      },
      idleContext,
    )
    const [drawn, original] = await Promise.all(
      [outputPath, head].map((path) => sharp(path).removeAlpha().raw().toBuffer()),
    )
    let largest = 0
    for (let i = 0; i < drawn!.length; i++) largest = Math.max(largest, Math.abs(drawn![i]! - original![i]!))
    expect(largest).toBeLessThanOrEqual(1)
  })

  test.each([0.2, 0.5, 1, 2.5])('at scale %f every pixel shows the place that the view promises', async (scale) => {
    const size = 800
    const path = await ramp(size)
    const view = { centreX: 300, centreY: 420, scale, widthPx: 81, heightPx: 61 }
    const { at, info } = await render(path, null, view)
    expect([info.width, info.height]).toEqual([81, 61])
    for (const [x, y] of [
      [40, 30],
      [10, 50],
      [75, 5],
    ] as const) {
      const place = { x: 300 + (x - 40) / scale, y: 420 + (y - 30) / scale }
      const [red, green] = at(x, y)
      expect(Math.abs(red! - (20 + (200 * place.x) / size))).toBeLessThanOrEqual(1.2)
      expect(Math.abs(green! - (20 + (200 * place.y) / size))).toBeLessThanOrEqual(1.2)
    }
  })

  test('draws through a similarity and a local displacement', async () => {
    const size = 800
    const path = await ramp(size)
    const similarity = similarityAbout({ x: 400, y: 400 }, { x: 430, y: 380 }, 0.8, 30)
    const field = {
      originX: 0,
      originY: 0,
      spacingPx: 800,
      columns: 2,
      rows: 2,
      nodes: packNodes(2, [1600, 1600, 1600, 1600], [-800, -800, -800, -800]),
    }
    const view = { centreX: 400, centreY: 400, scale: 1, widthPx: 41, heightPx: 41 }
    const { at } = await render(path, { similarity, field }, view)
    const [red, green] = at(20, 20)
    expect(Math.abs(red! - (20 + (200 * 446) / size))).toBeLessThanOrEqual(1.2)
    expect(Math.abs(green! - (20 + (200 * 372) / size))).toBeLessThanOrEqual(1.2)
  })

  test('shows neutral grey beyond the photo', async () => {
    const { at } = await render(await ramp(200), null, {
      centreX: 0,
      centreY: 100,
      scale: 1,
      widthPx: 60,
      heightPx: 20,
    })
    expect(at(5, 10)).toEqual([118, 118, 118])
    expect(at(50, 10)).not.toEqual([118, 118, 118])
  })

  test('a strong reduction shows no false patterns', async () => {
    const path = temporary('stripes.png')
    const data = Buffer.alloc(1000 * 1000 * 3)
    for (let i = 0; i < data.length; i++) data[i] = Math.floor(i / 3) % 2 === 0 ? 255 : 0
    await sharp(data, { raw: { width: 1000, height: 1000, channels: 3 } })
      .png()
      .toFile(path)
    const { at } = await render(path, null, { centreX: 500, centreY: 500, scale: 0.13, widthPx: 60, heightPx: 60 })
    for (const x of [5, 20, 33, 47]) for (const value of at(x, 30)) expect(Math.abs(value - 127.5)).toBeLessThan(6)
  })

  test('names the file that can’t be read', async () => {
    const view = { centreX: 0, centreY: 0, scale: 1, widthPx: 10, heightPx: 10 }
    await expect(render(temporary('nowhere.jpg'), null, view)).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { fileName: 'nowhere.jpg' },
    })
  })
})
