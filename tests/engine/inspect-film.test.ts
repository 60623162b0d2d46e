import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readGif } from '../../electron/engine/gif-blocks.ts'
import { inspectFilm } from '../../electron/engine/tasks/inspect-film.ts'
import { temporaryFolder } from '../library/temporary-library.ts'

/** A grey and a white picture that take turns. */
async function blinking(width: number, height: number): Promise<Uint8Array> {
  const pictures = await Promise.all(
    ['#444444', '#ffffff'].map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(pictures, { join: { animated: true } })
    .gif({ delay: [900, 900], loop: 0 })
    .toBuffer()
}

test('a blinking picture says how large it is and how long a round lasts', async () => {
  const path = join(await temporaryFolder(), 'blink.gif')
  await writeFile(path, await blinking(34, 20))
  const facts = await inspectFilm({ file: { path, key: null }, format: 'gif' })
  expect(facts).toEqual({ widthPx: 34, heightPx: 20, durationSeconds: 1.8 })
})

test('one that was cut off anywhere, or is none, is refused', async () => {
  const whole = await blinking(34, 20)
  for (let length = 0; length < whole.length; length++)
    expect(() => readGif(whole.subarray(0, length)), `${length}`).toThrow(/picture-damaged/)
  expect(() => readGif(Uint8Array.from({ length: 500 }, (_, index) => index % 251))).toThrow(/picture-damaged/)
})

test('a video of another kind than it is called is refused', async () => {
  const path = join(await temporaryFolder(), 'film.mp4')
  await writeFile(path, await readFile(new URL(import.meta.url)))
  await expect(inspectFilm({ file: { path, key: null }, format: 'mp4' })).rejects.toMatchObject({
    code: 'picture-damaged',
  })
})
