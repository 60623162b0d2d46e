import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { chunkByteLength, sealedChunkByteLength } from '../../electron/sealed/chunks.ts'
import { keyIdOfWrapping, unwrapFileKey, wrapFileKey, wrappingByteLength } from '../../electron/sealed/file-wrapping.ts'
import { newKey, openBox, sealBox } from '../../electron/sealed/sealed-box.ts'
import {
  beginSealedFile,
  openSealedFile,
  readSealedFile,
  sealBytes,
  sealedByteSize,
} from '../../electron/sealed/sealed-file.ts'
import { temporaryFolder } from './temporary-library.ts'

const keyId = 'ab'.repeat(16)
const headByteLength = wrappingByteLength + 32

function sealFor(fileName: string) {
  const [ownerKey, key] = [newKey(), newKey()]
  return { ownerKey, seal: { key, wrapping: wrapFileKey(ownerKey, keyId, fileName, key) } }
}

async function sealedFile(content: Uint8Array) {
  const path = join(await temporaryFolder(), 'a-photo')
  const { seal } = sealFor('a-photo')
  await writeFile(path, sealBytes(seal, content))
  return { path, key: seal.key, read: () => readSealedFile(path, seal.key), sealed: await readFile(path) }
}

const isRefused = (path: string) => ({ code: 'picture-damaged', details: { fileName: basename(path) } })

/** Lengths where something could go wrong: nothing, and one byte to either side of one, two and three chunks. */
const borders = [0, 1, ...[1, 2, 3].flatMap((n) => [-1, 0, 1].map((by) => n * chunkByteLength + by))]

describe('a sealed file', () => {
  test.each(borders)('of %i bytes opens to the same bytes, at the length that was told', async (byteSize) => {
    const content = randomBytes(byteSize)
    const { read, sealed } = await sealedFile(content)
    expect(content.equals(await read())).toBe(true)
    expect(sealed.length).toBe(sealedByteSize(byteSize))
  })

  property.prop([fc.uint8Array({ maxLength: 3000 })], { numRuns: 30 })(
    'opens to whatever was sealed',
    async (bytes) => {
      const { read } = await sealedFile(bytes)
      expect(Buffer.from(bytes).equals(await read())).toBe(true)
    },
  )

  property.prop([fc.array(fc.nat({ max: 700_000 }), { minLength: 1, maxLength: 6 })], { numRuns: 10 })(
    'is the same however its content comes in',
    async (lengths) => {
      const parts = lengths.map((length) => randomBytes(length))
      const { seal } = sealFor('streamed')
      const { head, sealer } = beginSealedFile(seal)
      const path = join(await temporaryFolder(), 'streamed')
      await writeFile(path, Buffer.concat([head, ...parts.flatMap((part) => sealer.push(part)), ...sealer.finish()]))
      expect(Buffer.concat(parts).equals(await readSealedFile(path, seal.key))).toBe(true)
    },
  )

  test('holds nothing of its content, and is another one each time, with the same seal too', async () => {
    const content = Buffer.alloc(5000, 'a head seen from above ')
    const { seal } = sealFor('a-photo')
    const [one, other] = [sealBytes(seal, content), sealBytes(seal, content)]
    expect(one.includes('head')).toBe(false)
    expect(one.subarray(headByteLength).equals(other.subarray(headByteLength))).toBe(false)
  })

  property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 60 })(
    'with one changed byte of salt or content is refused, by name',
    async (at, by) => {
      const { path, sealed, read } = await sealedFile(randomBytes(2000))
      sealed[wrappingByteLength + (at % (sealed.length - wrappingByteLength))]! ^= by
      await writeFile(path, sealed)
      await expect(read()).rejects.toMatchObject(isRefused(path))
    },
  )

  test.each([0, 50, wrappingByteLength, headByteLength, headByteLength + 1, -1, -16, -17])(
    'cut at %i is refused',
    async (at) => {
      const { path, sealed, read } = await sealedFile(randomBytes(2000))
      await writeFile(path, sealed.subarray(0, at < 0 ? sealed.length + at : at))
      await expect(read()).rejects.toMatchObject(isRefused(path))
    },
  )

  test('with chunks cut off, added, swapped, repeated or taken from another file is refused', async () => {
    const { path, sealed, read, key } = await sealedFile(randomBytes(3 * chunkByteLength))
    const other = await sealedFile(randomBytes(3 * chunkByteLength))
    const sameKey = sealBytes({ key, wrapping: new Uint8Array(wrappingByteLength) }, randomBytes(3 * chunkByteLength))
    const chunkOf = (file: Buffer, n: number) =>
      file.subarray(headByteLength + n * sealedChunkByteLength, headByteLength + (n + 1) * sealedChunkByteLength)
    const head = sealed.subarray(0, headByteLength)
    const [a, b, c] = [0, 1, 2].map((n) => chunkOf(sealed, n)) as [Buffer, Buffer, Buffer]
    const damaged: Record<string, Buffer[]> = {
      'the last cut off': [a, b],
      'all but the first cut off': [a],
      'none left': [],
      'one left out': [a, c],
      swapped: [b, a, c],
      repeated: [a, b, b, c],
      'one added': [a, b, c, c],
      'one of another file': [a, chunkOf(other.sealed, 1), c],
      'one of another file with the same key': [a, chunkOf(sameKey, 1), c],
      'a byte added': [a, b, c, Buffer.of(0)],
    }
    for (const [name, chunks] of Object.entries(damaged)) {
      await writeFile(path, Buffer.concat([head, ...chunks]))
      await expect(read(), name).rejects.toMatchObject(isRefused(path))
    }
    await writeFile(path, Buffer.concat([head, a, b, c]))
    expect(await read()).toHaveLength(3 * chunkByteLength)
  })

  test('doesn’t open with another key', async () => {
    const { path } = await sealedFile(randomBytes(100))
    await expect(readSealedFile(path, newKey())).rejects.toMatchObject(isRefused(path))
  })
})

describe('a sealed file that is read in places', () => {
  test.each(borders)('of %i bytes tells its length and gives its ends', async (byteSize) => {
    const content = randomBytes(byteSize)
    const { path, key } = await sealedFile(content)
    const reader = await openSealedFile(path, key)
    expect(reader.byteSize).toBe(byteSize)
    expect(content.equals(await reader.read(0, byteSize))).toBe(true)
    expect(content.subarray(-3).equals(await reader.read(Math.max(0, byteSize - 3), byteSize + 9))).toBe(true)
    expect(await reader.read(byteSize, byteSize + 1)).toHaveLength(0)
    await reader.close()
  })

  const length = 2 * chunkByteLength + 700
  const place = fc.nat({ max: length + 10 })
  property.prop([fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 8 })], { numRuns: 15 })(
    'gives any part, in any order',
    async (parts) => {
      const content = randomBytes(length)
      const { path, key } = await sealedFile(content)
      const reader = await openSealedFile(path, key)
      for (const [start, end] of parts)
        expect(content.subarray(start, Math.max(start, end)).equals(await reader.read(start, end))).toBe(true)
      await reader.close()
    },
  )

  test('refuses a chunk that was changed, and a file that was cut, but gives what is whole', async () => {
    const content = randomBytes(2 * chunkByteLength + 5)
    const { path, key, sealed } = await sealedFile(content)
    sealed[headByteLength + sealedChunkByteLength + 10]! ^= 1
    await writeFile(path, sealed)
    const reader = await openSealedFile(path, key)
    expect(content.subarray(0, 9).equals(await reader.read(0, 9))).toBe(true)
    await expect(reader.read(chunkByteLength - 1, chunkByteLength + 1)).rejects.toMatchObject(isRefused(path))
    await reader.close()
    await writeFile(path, sealed.subarray(0, headByteLength + sealedChunkByteLength))
    const cut = await openSealedFile(path, key)
    await expect(cut.read(0, 9)).rejects.toMatchObject(isRefused(path))
    await cut.close()
  })
})

describe('a file’s key', () => {
  test('is unwrapped by its owner’s key under its own name only', () => {
    const { ownerKey, seal } = sealFor('its-name')
    expect(keyIdOfWrapping(seal.wrapping)).toBe(keyId)
    expect(unwrapFileKey(ownerKey, 'its-name', seal.wrapping)).toEqual(seal.key)
    expect(unwrapFileKey(ownerKey, 'another-name', seal.wrapping)).toBeUndefined()
    expect(unwrapFileKey(newKey(), 'its-name', seal.wrapping)).toBeUndefined()
  })

  test('isn’t unwrapped when any byte was changed or is missing', () => {
    const { ownerKey, seal } = sealFor('its-name')
    for (let at = 0; at < wrappingByteLength; at++) {
      const changed = seal.wrapping.map((byte, index) => (index === at ? byte ^ 0x10 : byte))
      expect(unwrapFileKey(ownerKey, 'its-name', changed)).toBeUndefined()
      expect(unwrapFileKey(ownerKey, 'its-name', seal.wrapping.subarray(0, at))).toBeUndefined()
    }
  })

  test('has memory of its own, so that nothing beside it is sent along', () => {
    const { ownerKey, seal } = sealFor('its-name')
    for (const bytes of [seal.key, seal.wrapping, unwrapFileKey(ownerKey, 'its-name', seal.wrapping)!])
      expect(bytes.buffer.byteLength).toBe(bytes.byteLength)
  })
})

test('a box opens with its key and context only, and not when it was cut', () => {
  const key = newKey()
  const box = sealBox(key, Buffer.from('a name'), 'context')
  expect(openBox(key, box, 'context')?.toString()).toBe('a name')
  expect(openBox(key, box, 'other context')).toBeUndefined()
  expect(openBox(newKey(), box, 'context')).toBeUndefined()
  for (const length of [0, 12, 27, box.length - 1])
    expect(openBox(key, box.subarray(0, length), 'context')).toBeUndefined()
})
