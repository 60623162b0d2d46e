import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { temporaryFolder } from '../library/temporary-library.ts'

const rounds = process.env.STIPPLE_LONG_FAULTS ? 200 : 8
const root = join(import.meta.dirname, '../..')
const writerFolder = join(root, '.cache/faults')
const writer = join(writerFolder, 'library-writer.mjs')

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'library-writer.ts'),
      outDir: writerFolder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'library-writer.mjs' } },
    },
  })
}, 60_000)

/** Lets the writer import until it is killed `afterMs` after it was ready, and gives the photos that it said were safe. */
async function writeUntilKilled(libraryFolder: string, when: string, afterMs: number): Promise<string[]> {
  const sources = await temporaryFolder()
  const child = spawn(process.execPath, [writer, libraryFolder, sources, when], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  return said.split('\n').filter((line) => /^[0-9a-f]{64}$/.test(line))
}

/** How many of the photos the library doesn’t have any more, or has with other bytes. */
async function lostOf(libraryFolder: string, photoIds: readonly string[]): Promise<number> {
  const library = await Library.open(libraryFolder, deviceKeysOf())
  try {
    let lost = 0
    for (const photoId of photoIds) {
      const isThere = library.facts.photos.has(photoId) && (await isOriginalIntact(library, photoId))
      if (!isThere) lost++
    }
    return lost
  } finally {
    await library.close()
  }
}

describe('kill -9 in the middle of importing', () => {
  test(`loses nothing that was said to be safe, ${rounds} times`, async () => {
    const folder = join(await temporaryFolder(), 'library')
    await mkdir(folder)
    const safe: string[] = []
    for (let round = 0; round < rounds; round++) {
      safe.push(...(await writeUntilKilled(folder, 'when-safe', 40 + Math.random() * 250)))
      expect(await lostOf(folder, safe)).toBe(0)
    }
    expect(safe.length).toBeGreaterThan(0)
  }, 1_200_000)

  test('control: photos said to be safe too early are found to be lost', async () => {
    let lost = 0
    for (let round = 0; round < 20 && lost === 0; round++) {
      const folder = join(await temporaryFolder(), 'library')
      await mkdir(folder)
      lost += await lostOf(folder, await writeUntilKilled(folder, 'too-early', 40 + Math.random() * 100))
    }
    expect(lost).toBeGreaterThan(0)
  }, 120_000)
})
