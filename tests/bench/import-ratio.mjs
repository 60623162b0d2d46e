// Import through the library against bare sharp decode + hash + fsync.
// Usage: node tests/bench/import-ratio.mjs [photo.jpg …] (without any: sample photos enlarged to 12 megapixels, and telephones' own photos where STIPPLE_DATA has them)
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { bundleScript, bundlesFolder } from '../bundle-script.mjs'

const sampleFolder = join(import.meta.dirname, '../../resources/sample-client')
const sampleNames = ['top_before', 'crown_session-3', 'front-top_healed-1', 'top_session-2']

/** @param {string} folder */
async function enlargedSamples(folder) {
  const paths = sampleNames.map((name) => join(folder, `${name}.jpg`))
  for (const [index, name] of sampleNames.entries()) {
    const sample = sharp(join(sampleFolder, `${name}.jpg`))
    await sample.resize(4000, 3000, { fit: 'fill' }).jpeg({ quality: 92 }).toFile(paths[index])
  }
  return paths
}

function telephonePhotos() {
  if (!process.env.STIPPLE_DATA) return []
  const folder = join(process.env.STIPPLE_DATA, 'exif/phones')
  return readdirSync(folder)
    .filter((name) => /^(Apple|Samsung|Blackberry).*\.jpg$/.test(name))
    .map((name) => join(folder, name))
}

const script = await bundleScript(join(import.meta.dirname, 'import-ratio-run.ts'), bundlesFolder)
const folder = await mkdtemp(join(tmpdir(), 'stipple-bench-photos-'))
try {
  const named = process.argv.slice(2).map((path) => resolve(path))
  const photos = named.length > 0 ? named : [...(await enlargedSamples(folder)), ...telephonePhotos()]
  const run = spawnSync(process.execPath, [script, ...photos], { stdio: 'inherit' })
  process.exitCode = run.status ?? 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
