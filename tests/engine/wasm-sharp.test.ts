import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { fixturePath, meanDifference, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Reads each photo in a process of its own and writes its pixels; tells which sharp it was, and whether memory was shared. */
const program = `
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { readUprightPixels, writePicture } from ${JSON.stringify(join(root, 'electron/engine/sharp-images.ts'))}
const [output, ...paths] = process.argv.slice(2)
const pictures = []
for (const path of paths) {
  const pixels = await readUprightPixels({ path, key: null, quarterTurns: 1 }, 128)
  await writePicture(pixels, { path: output + '.webp', seal: null }, 'webp')
  pictures.push({ ...pixels, isShared: pixels.data.buffer instanceof SharedArrayBuffer, data: Buffer.from(pixels.data).toString('base64') })
}
const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => path.endsWith('.node') || path.includes('sharp-wasm32'))
writeFileSync(output, JSON.stringify({ pictures, isNative: loaded.some((path) => path.endsWith('.node')), isWasm: loaded.some((path) => path.includes('sharp-wasm32')) }))
`

const photos = ['landscape-6.jpg', 'rainbow-451x461.heic', 'avif-orientation-6.avif', 'p3.png', 'cmyk.jpg'].map(
  fixturePath,
)

async function readInOtherProcess(bundle: string, env: Record<string, string>, ...flags: string[]) {
  const output = temporary(`answer-${Object.keys(env).length}-${flags.length}.json`)
  await run(process.execPath, [...flags, bundle, output, ...photos], { env: { ...process.env, ...env }, cwd: root })
  const answer = JSON.parse(await readFile(output, 'utf8'))
  const pictures = answer.pictures.map((picture: { data: string }) => ({
    ...picture,
    data: Uint8Array.from(Buffer.from(picture.data, 'base64')),
  }))
  return { ...answer, pictures }
}

describe('sharp in WebAssembly, from one bundled file', () => {
  const bundle = join(root, '.cache/wasm-sharp-test/program.mjs')

  beforeAll(async () => {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      plugins: [
        {
          name: 'program',
          resolveId: (id) => (id === 'program' ? id : null),
          load: (id) => (id === 'program' ? program : null),
        },
      ],
      build: {
        ssr: true,
        outDir: join(root, '.cache/wasm-sharp-test'),
        minify: false,
        rolldownOptions: { input: { program: 'program' }, output: { entryFileNames: '[name].mjs' } },
      },
    })
  })

  test('plain Node keeps the native build', async () => {
    expect(await readInOtherProcess(bundle, {})).toMatchObject({ isNative: true, isWasm: false })
  })

  test('asked for, or on Linux inside Electron, it reads the same pictures in unshared memory', async () => {
    const asked = await readInOtherProcess(bundle, { STIPPLE_SHARP: 'wasm' })
    const expected = await Promise.all(
      photos.map((path) => readUprightPixels({ path, key: null, quarterTurns: 1 }, 128)),
    )
    expect(asked).toMatchObject({ isNative: false, isWasm: true })
    for (const [index, picture] of expected.entries()) {
      const { data, isShared, ...size } = asked.pictures[index]
      expect(isShared).toBe(false)
      expect({ data: undefined, ...size }).toEqual({ ...picture, data: undefined })
      expect(meanDifference({ ...picture, data }, picture), photos[index]).toBeLessThan(1)
    }
  })

  test.runIf(process.platform === 'linux')('Linux inside Electron gets it unasked', async () => {
    const pretence = "data:text/javascript,Object.defineProperty(process.versions,'electron',{value:'33.2.1'})"
    const inElectron = await readInOtherProcess(bundle, {}, '--import', pretence)
    expect(inElectron).toMatchObject({ isNative: false, isWasm: true })
  })
})
