import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesBelow } from '../../electron/library/erasure/gone-files.ts'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { keyIdOfFile } from '../../electron/sealed/read-wrapping.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { countHolding, readableContent } from '../library/readable-content.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { bundleWriter, runUntilKilled } from './writer-process.ts'

const rounds = process.env.STIPPLE_LONG_FAULTS ? 200 : 8
let writer = ''

beforeAll(async () => {
  writer = await bundleWriter('erasing-writer')
}, 60_000)

const isId = (line: string) => /^[0-9a-f-]{36}$/.test(line)

/** How many of the clients that were said to be erased are still there after the next start; everything else about the library is expected to be in order. */
async function leftOf(folder: string, erased: readonly string[]): Promise<number> {
  const library = await Library.open(folder, deviceKeysOf())
  try {
    const { facts, layout } = library
    expect(library.notices.filter(({ kind }) => kind === 'originals-missing')).toEqual([])
    const [stays] = facts.clients.values()
    expect(stays?.name).toBe('Bea Bleibt')
    for (const { photoId } of facts.photos.values()) expect(await isOriginalIntact(library, photoId)).toBe(true)
    // a file or a key of somebody who was erased may not be left, however far the erasure had come
    const files = [...(await filesBelow(layout.objects)), ...(await filesBelow(layout.quarantine))]
    expect(files.filter((path) => facts.erasures.has(keyIdOfFile(path) ?? ''))).toEqual([])
    const keysFile = await readFile(layout.keys, 'utf8')
    expect([...facts.erasures.keys()].filter((keyId) => keysFile.includes(keyId))).toEqual([])
    return erased.filter((clientId) => facts.clients.has(clientId)).length
  } finally {
    await library.close()
  }
}

describe('kill -9 in the middle of erasing', () => {
  test(`whoever was said to be erased is, and nobody else loses anything, ${rounds} times`, async () => {
    const folder = join(await temporaryFolder(), 'library')
    await mkdir(folder)
    const erased: string[] = []
    for (let round = 0; round < rounds; round++) {
      erased.push(...(await runUntilKilled(writer, folder, 'when-safe', 40 + Math.random() * 250)).filter(isId))
      expect(await leftOf(folder, erased)).toBe(0)
    }
    expect(erased.length).toBeGreaterThan(0)
    const library = await Library.open(folder, deviceKeysOf())
    const waiting = [...library.facts.clients.values()].filter(({ name }) => name === 'Gerd Geht').length
    await library.close()
    const holding = countHolding(await readableContent(folder), Buffer.from('Gerd Geht'))
    expect(holding > 0).toBe(waiting > 0)
    expect((await readFile(libraryPlaces(folder).erased, 'utf8')).length).toBeGreaterThan(0)
  }, 1_200_000)

  test('control: a client said to be erased too early is found to be there still', async () => {
    let left = 0
    for (let round = 0; round < 20 && left === 0; round++) {
      const folder = join(await temporaryFolder(), 'library')
      await mkdir(folder)
      const said = (await runUntilKilled(writer, folder, 'too-early', 40 + Math.random() * 100)).filter(isId)
      left += await leftOf(folder, said)
    }
    expect(left).toBeGreaterThan(0)
  }, 120_000)
})
