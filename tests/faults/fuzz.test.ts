import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { AppError } from '../../shared/errors.ts'
import { fixturePath, idleContext, temporaryFolder } from '../engine/photo-files.ts'
import { numbers } from '../numbers.ts'

const rounds = process.env.STIPPLE_LONG_FAULTS ? 10_000 : 120
const temporary = temporaryFolder()

/** A picture with bytes flipped, cut out, doubled or overwritten, as broken cards and hostile senders make them. */
function mutated(picture: Buffer, luck: () => number): Buffer {
  const bytes = Buffer.from(picture)
  const place = () => Math.floor(luck() * bytes.length)
  for (let change = 0; change <= luck() * 8; change++) {
    const kind = luck()
    if (kind < 0.5) bytes[place()] = Math.floor(luck() * 256)
    else if (kind < 0.7) bytes.fill(luck() < 0.5 ? 0 : 255, place(), place())
    else if (kind < 0.85) bytes.copy(bytes, place(), place(), place())
    else return bytes.subarray(0, place())
  }
  return bytes
}

test('control: a decoder that forgives everything (failOn: none) takes pictures for whole of which a part is lost', async () => {
  const picture = await readFile(fixturePath('landscape-8.jpg'))
  const luck = numbers(20_261_122)
  const path = temporary('broken')
  const outputs = {
    thumb: { path: temporary('thumb.webp'), seal: null },
    work: { path: temporary('work.jpg'), seal: null },
  }
  let overlooked = 0
  for (let round = 0; round < 40; round++) {
    const bytes = mutated(picture, luck)
    await writeFile(path, bytes)
    const isWhole = await inspectPhoto(
      { source: { path, key: null }, fileName: 'broken', ...outputs },
      idleContext,
    ).then(
      ({ isDamaged }) => !isDamaged,
      () => false,
    )
    const isTakenForWhole = await sharp(bytes, { failOn: 'none' })
      .raw()
      .toBuffer()
      .then(
        () => true,
        () => false,
      )
    if (isTakenForWhole && !isWhole) overlooked++
  }
  expect(overlooked).toBeGreaterThan(5)
})

test(`${rounds} broken pictures are read or refused with a reason, within the memory of a studio’s computer`, async () => {
  const pictures = await Promise.all(
    ['landscape-8.jpg', 'p3.png', 'big-height.webp', 'rainbow-451x461.heic', 'cmyk.jpg'].map((name) =>
      readFile(fixturePath(name)),
    ),
  )
  // libheif says on the console what it refuses
  vi.spyOn(console, 'log').mockReturnValue()
  const luck = numbers(20_261_122)
  const path = temporary('broken')
  const outputs = {
    thumb: { path: temporary('thumb.webp'), seal: null },
    work: { path: temporary('work.jpg'), seal: null },
  }
  const outcomes = { read: 0, refused: 0 }
  let mostBytesForOne = 0
  for (let round = 0; round < rounds; round++) {
    const bytesBefore = process.memoryUsage.rss()
    await writeFile(path, mutated(pictures[round % pictures.length]!, luck))
    try {
      await inspectPhoto({ source: { path, key: null }, fileName: 'broken', ...outputs }, idleContext)
      outcomes.read++
    } catch (error) {
      expect(error, `round ${round}`).toBeInstanceOf(AppError)
      outcomes.refused++
    }
    mostBytesForOne = Math.max(mostBytesForOne, process.memoryUsage.rss() - bytesBefore)
  }
  expect(outcomes.read).toBeGreaterThan(0)
  expect(outcomes.refused).toBeGreaterThan(0)
  // what leaks is given back with the engine’s process, which is replaced when it has grown
  expect(mostBytesForOne).toBeLessThan(500 * 1024 ** 2)
}, 3_600_000)
