import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { fixturePath, idleContext, temporaryFolder } from '../engine/photo-files.ts'

const temporary = temporaryFolder()
const root = join(import.meta.dirname, '../..')
const bytesAllowed = 500 * 1024 ** 2

/** A PNG of one bit a pixel, all of it black: a side of 24,000 takes 70 KB on the disk and 576 MB once it is decoded. */
function bomb(sidePx: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(sidePx, 0)
  header.writeUInt32BE(sidePx, 4)
  const rows = Buffer.alloc(sidePx * (1 + Math.ceil(sidePx / 8)))
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const xml = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'

async function inspected(path: string): Promise<string> {
  const [thumb, work] = ['thumb.webp', 'work.jpg'].map((name) => ({ path: temporary(name), seal: null }))
  const input = { source: { path, key: null }, fileName: 'picture', thumb: thumb!, work: work! }
  return inspectPhoto(input, idleContext).then(
    () => 'decoded',
    ({ code }: { code: string }) => code,
  )
}

/** What the same decoder does in a process of its own without Stipple's limits: the picture's bytes once decoded, and the most memory that it took. */
async function decodedBare(path: string): Promise<{ format: string; decodedBytes: number; mostBytes: number }> {
  const script = `
    const sharp = require('sharp')
    const picture = () => sharp(process.argv[1], { limitInputPixels: false, unlimited: true })
    picture().metadata().then(async ({ format }) => {
      const { length } = await picture().raw().toBuffer()
      const mostBytes = process.resourceUsage().maxRSS * 1024
      console.log(JSON.stringify({ format, decodedBytes: length, mostBytes }))
    })`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, path], { cwd: root })
  return JSON.parse(stdout)
}

test('a bomb is refused by its header, an SVG and a GIF by their first bytes, and none takes memory', async () => {
  const [bombPath, svgPath] = [temporary('bomb.png'), temporary('drawing.jpg')]
  await writeFile(bombPath, bomb(24_000))
  await writeFile(svgPath, xml)
  const bytesBefore = process.memoryUsage.rss()
  expect(await inspected(bombPath)).toBe('picture-too-large')
  expect(await inspected(svgPath)).toBe('unsupported-format')
  expect(await inspected(fixturePath('decompression_bomb.gif'))).toBe('unsupported-format')
  expect(process.memoryUsage.rss() - bytesBefore).toBeLessThan(bytesAllowed / 5)
})

test('control: without the limit of pixels the same bomb is decoded, and takes more memory than is allowed', async () => {
  const path = temporary('bomb.png')
  await writeFile(path, bomb(24_000))
  const { decodedBytes, mostBytes } = await decodedBare(path)
  expect(decodedBytes).toBeGreaterThan(bytesAllowed)
  expect(mostBytes).toBeGreaterThan(bytesAllowed)
}, 120_000)

test('control: a decoder that isn’t told what it may open draws the same SVG', async () => {
  const path = temporary('drawing.jpg')
  await writeFile(path, xml)
  expect(await decodedBare(path)).toMatchObject({ format: 'svg', decodedBytes: 40 * 30 * 4 })
})
