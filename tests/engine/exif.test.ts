import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { captureDateOf, readCaptureDate } from '../../electron/engine/exif.ts'
import { fixturePath } from './photo-files.ts'

const now = new Date('2026-06-01T12:00:00Z')

async function jpegWith(tags: Record<string, string>, changed?: string): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  return await picture
    .withExif({ IFD0: changed ? { DateTime: changed } : {}, IFD2: tags })
    .jpeg()
    .toBuffer()
}

describe('the capture date of a file', () => {
  test('is DateTimeOriginal with the camera’s offset', async () => {
    const jpeg = await jpegWith({
      DateTimeOriginal: '2026:03:14 09:26:53',
      OffsetTimeOriginal: '+02:00',
      DateTimeDigitized: '2026:04:01 00:00:00',
    })
    expect(readCaptureDate(jpeg, now)).toEqual({ local: '2026-03-14T09:26:53', offset: '+02:00', source: 'exif' })
  })

  test('is DateTimeDigitized where there is no original date', async () => {
    const jpeg = await jpegWith({ DateTimeDigitized: '2026:04:01 10:00:00' })
    expect(readCaptureDate(jpeg, now)).toEqual({ local: '2026-04-01T10:00:00', offset: null, source: 'exif' })
  })

  test('is never the date of a change', async () => {
    expect(readCaptureDate(await jpegWith({}, '2026:04:01 10:00:00'), now)).toBeNull()
  })

  test('is read from an AVIF', async () => {
    const avif = await readFile(fixturePath('avif-orientation-6.avif'))
    expect(readCaptureDate(avif, now)).toEqual({ local: '2020-03-05T11:28:10', offset: null, source: 'exif' })
  })

  test.each(['invalid-exif.jpg', 'p3.png', 'decompression_bomb.gif', 'damaged-hevc.heif'])(
    'is unknown, not an error, for %s',
    async (name) => {
      expect(readCaptureDate(await readFile(fixturePath(name)), now)).toBeNull()
    },
  )
})

describe('a date that can’t be true', () => {
  test.each([
    ['0000:00:00 00:00:00'],
    ['1980:01:01 00:00:00'],
    ['2026:02:30 10:00:00'],
    ['2026:13:01 10:00:00'],
    ['2026:03:01 25:00:00'],
    ['2026:06:04 12:00:00'],
    ['    :  :     :  :  '],
    ['yesterday'],
  ])('%s is left out', (original) => {
    expect(captureDateOf({ original }, now)).toBeNull()
  })

  test('a clock up to two days ahead is believed', () => {
    expect(captureDateOf({ original: '2026:06:03 11:00:00' }, now)?.local).toBe('2026-06-03T11:00:00')
  })

  test('a bad original date gives way to a good digitized one', () => {
    const texts = { original: '0000:00:00 00:00:00', digitized: '2026:03:01 10:00:00' }
    expect(captureDateOf(texts, now)?.local).toBe('2026-03-01T10:00:00')
  })

  test.each([
    ['Z', '+00:00'],
    ['-04:00', '-04:00'],
    ['+99:00', null],
    ['   :  ', null],
  ])('offset %s', (originalOffset, expected) => {
    expect(captureDateOf({ original: '2026:03:01 10:00:00', originalOffset }, now)?.offset).toBe(expected)
  })
})
