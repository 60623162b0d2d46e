// Prints how long the steps of an alignment take, and how exactly flat pairs (known homographies of real pictures) are aligned, beside native OpenCV where
// Python has it. Uses the built engine: npm run build && npm run bench
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEngine } from './engine-client.mjs'
import { drawRetaken, homographies } from './flat-pairs.mjs'

const sample = (name) => fileURLToPath(new URL(`../../resources/sample-client/${name}.jpg`, import.meta.url))
const photo = (path) => ({ path, quarterTurns: 0, head: null })
const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1]

const engine = await startEngine()
const align = (reference, moving) =>
  engine.run('align-pair', { reference: photo(reference), moving: photo(moving), landmarks: [], starts: [] })

async function timeSteps() {
  // the first alignment also loads the networks and OpenCV
  await align(sample('top_before'), sample('top_post-cut'))
  const rows = []
  for (const [one, other] of [
    ['top_before', 'top_healed-3'],
    ['front-top_before', 'front-top_post-cut'],
    ['crown_post-cut', 'crown_session-2'],
    ['crown_before', 'top_before'],
  ]) {
    const { output, steps } = await align(sample(one), sample(other))
    const milliseconds = [...steps].map(([step, value]) => [step, Math.round(value)])
    const all = milliseconds.reduce((sum, [, value]) => sum + value, 0)
    rows.push({ pair: `${one} → ${other}`, outcome: output.outcome, all, ...Object.fromEntries(milliseconds) })
  }
  console.log('Milliseconds of the steps of an alignment')
  console.table(rows)
}

async function measureFlatPairs(folder) {
  const cases = []
  for (const name of ['top_before', 'front-top_session-1', 'crown_healed-2']) {
    const { output: head } = await engine.run('find-head', { photo: { path: sample(name), quarterTurns: 0 } })
    const corners = [-1, 1].flatMap((right) =>
      [-1, 1].map((down) => ({
        x: head.centreX + 0.7 * right * head.radiusX,
        y: head.centreY + 0.7 * down * head.radiusY,
      })),
    )
    for (const index of [0, 1, 2]) {
      const moving = join(folder, `${name}-${index}.jpg`)
      const size = await drawRetaken(sample(name), moving, homographies(...(await sizeOf(sample(name))))[index])
      const { forward } = homographies(size.widthPx, size.heightPx)[index]
      const { output } = await align(sample(name), moving)
      const diagonal = Math.hypot(size.widthPx, size.heightPx)
      const found = output.transform && corners.map((corner) => placed(output.transform, corner))
      cases.push({ name, index, moving, corners, truth: corners.map(forward), diagonal, found })
    }
  }
  const native = nativeOpenCv(cases)
  const missOf = ({ truth, diagonal }, points) =>
    points
      ? (median(points.map(({ x, y }, i) => Math.hypot(x - truth[i].x, y - truth[i].y))) / diagonal) * 100
      : Number.NaN
  const rows = cases.map((one, i) => {
    const own = missOf(one, one.found)
    const other =
      native &&
      missOf(
        one,
        native[i].map(([x, y]) => ({ x, y })),
      )
    return {
      picture: one.name,
      pose: one.index,
      'stipple, % of diagonal': own.toFixed(4),
      'native OpenCV': other?.toFixed(4) ?? '–',
      ratio: other ? (own / other).toFixed(2) : '–',
    }
  })
  console.log('Error at the corners of the head, flat pairs')
  console.table(rows)
  if (!native) console.log('Native OpenCV (python3-opencv) isn’t installed here: nothing to compare with.')
}

async function sizeOf(path) {
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(path).metadata()
  return [width, height]
}

/** The stored transform at a point; bilinear between nodes is exact enough for a smooth field. */
function placed({ similarity: { a, b, tx, ty }, field }, { x, y }) {
  const moved = { x: a * x - b * y + tx, y: b * x + a * y + ty }
  if (!field) return moved
  const column = (x - field.originX) / field.spacingPx
  const row = (y - field.originY) / field.spacingPx
  const [left, top] = [Math.floor(column), Math.floor(row)]
  const [fx, fy] = [column - left, row - top]
  const value = (values) => {
    const at = (dx, dy) => values[(top + dy) * field.columns + left + dx] / 100
    return (1 - fy) * ((1 - fx) * at(0, 0) + fx * at(1, 0)) + fy * ((1 - fx) * at(0, 1) + fx * at(1, 1))
  }
  const [dx, dy] = nodesOf(field)
  return { x: moved.x + value(dx), y: moved.y + value(dy) }
}

/** A field's nodes from their packed text, as shared/domain/geometry/packed-nodes.ts writes it. */
function nodesOf({ columns, rows, nodes }) {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const both = [...nodes.matchAll(/[g-z0-9+/]*[A-Za-f]/g)].map(([number]) => {
    const sum = [...number].reduceRight((rest, digit) => rest * 32 + (digits.indexOf(digit) % 32), 0)
    return sum % 2 === 0 ? sum / 2 : -(sum + 1) / 2
  })
  const count = columns * rows
  return [both.slice(0, count), both.slice(count)].map((values) => {
    for (const [at, difference] of values.entries()) {
      const [left, above] = [at % columns > 0 ? values[at - 1] : 0, at >= columns ? values[at - columns] : 0]
      const both = at % columns > 0 && at >= columns ? values[at - columns - 1] : 0
      values[at] = difference + left + above - both
    }
    return values
  })
}

function nativeOpenCv(cases) {
  const script = fileURLToPath(new URL('native-opencv.py', import.meta.url))
  const input = cases.map(({ name, moving, corners }) => ({
    reference: sample(name),
    moving,
    points: corners.map(({ x, y }) => [x, y]),
  }))
  // Debian’s OpenCV belongs to Debian’s own Python, which isn’t always the first one found
  for (const python of ['python3', '/usr/bin/python3']) {
    const run = spawnSync(python, [script], { input: JSON.stringify(input), encoding: 'utf8' })
    if (run.status === 0) return JSON.parse(run.stdout)
  }
  return undefined
}

const folder = mkdtempSync(join(tmpdir(), 'stipple-bench-'))
try {
  await timeSteps()
  await measureFlatPairs(folder)
} finally {
  engine.stop()
  rmSync(folder, { recursive: true })
}
