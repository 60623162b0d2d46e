// Prints how long an assessment takes beside reading the same photo with sharp, in one run: a rendered piece of a head, enlarged to 12 megapixels.
// Uses the built engine: npm run build && node tests/bench/assessment.mjs
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { startEngine } from './engine-client.mjs'

const fixture = fileURLToPath(new URL('../fixtures/assessment/patched.jpg', import.meta.url))
const [widthPx, heightPx] = [4000, 3000]
const rounds = 5

const folder = mkdtempSync(join(tmpdir(), 'stipple-assess-'))
const engine = await startEngine()
try {
  const path = join(folder, 'twelve.jpg')
  // tiles at the size of a head: 12 px/mm, a zone of 180 × 160 mm
  const tile = await sharp(fixture).extract({ left: 20, top: 20, width: 800, height: 800 }).toBuffer()
  await sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#808080' } })
    .composite([{ input: tile, tile: true, left: 0, top: 0 }])
    .jpeg({ quality: 92 })
    .toFile(path)
  const zone = [
    { x: 900, y: 500 },
    { x: 3060, y: 500 },
    { x: 3060, y: 2420 },
    { x: 900, y: 2420 },
  ]
  const input = {
    photo: { path, key: null, quarterTurns: 0 },
    zones: { treated: [zone], reference: [], blend: [], avoid: [] },
    head: null,
    scale: { pixelsPerMm: 12, source: 'known-length' },
    daysSinceSession: 42,
    cameraDistanceMm: null,
    reference: null,
  }
  const rows = []
  for (let round = 0; round < rounds; round++) {
    const reading = performance.now()
    await sharp(path).raw().toBuffer()
    const started = performance.now()
    const { output } = await engine.run('assess-zone', input)
    const done = performance.now()
    rows.push({
      'sharp alone reads it (ms)': Math.round(started - reading),
      'assess-zone (ms)': Math.round(done - started),
      dots: output.assessment.dots.length / 3,
    })
  }
  console.table(rows)
} finally {
  engine.stop()
  rmSync(folder, { recursive: true, force: true })
}
