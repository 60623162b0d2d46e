// Prints how exactly known changes of light are found again, how much two portraits under one light seem to differ, and what the skin between dots says beside
// ears and neck. Uses the built engine: npm run build && node tests/bench/light.mjs
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { startEngine } from './engine-client.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const sample = (name) => here(`../../resources/sample-client/${name}.jpg`)
const fixture = (name) => here(`../fixtures/heads/${name}.jpg`)
const dataFolder = [process.env.STIPPLE_DATA, here('../../../shared/data')].find((path) => path && existsSync(path))
const portrait = (name) => join(dataFolder ?? '', 'heads/london', `${name}.jpg`)

/** What the moving photo's light is changed by: gains of red, green and blue in linear light. */
const changes = {
  'half a stop darker': [Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2],
  'a stop darker': [0.5, 0.5, 0.5],
  'half a stop brighter': [Math.SQRT2, Math.SQRT2, Math.SQRT2],
  warmer: [1.1, 1, 0.8],
  cooler: [0.85, 1, 1.2],
  greener: [0.95, 1.08, 0.95],
  'darker and warmer': [0.7, 0.62, 0.45],
}

const stages = ['before', 'healed-1', 'session-2', 'healed-2', 'healed-3']
const sampleSeries = ['crown', 'top', 'front-top'].flatMap((angle) =>
  stages.map((stage) => [sample(`${angle}_post-cut`), sample(`${angle}_${stage}`)]),
)
const portraits = dataFolder
  ? ['021', '042', '061', '070', '099', '125', '131', '137', '172', '008'].map((who) => [
      portrait(`${who}_03`),
      portrait(`${who}_08`),
    ])
  : [['london-042_03', 'london-042_08'].map(fixture)]

const toLinear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const fromLinear = (light) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/** A copy of a photo in other light, as a camera would have stored it. */
async function inOtherLight(path, gains, output) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const tables = gains.map((gain) =>
    Uint8Array.from({ length: 256 }, (_, value) =>
      Math.min(255, Math.round(255 * fromLinear(Math.min(1, gain * toLinear(value / 255))))),
    ),
  )
  for (let i = 0; i < data.length; i++) data[i] = tables[i % 3][data[i]]
  await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(output)
}

const photo = (path) => ({ path, key: null, quarterTurns: 0, head: null })
const channels = ['red', 'green', 'blue']
const sorted = (values) => values.toSorted((a, b) => a - b)
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))]
const inPercent = (values) => ({
  median: `${(100 * at(values, 0.5)).toFixed(1)} %`,
  '95 %': `${(100 * at(values, 0.95)).toFixed(1)} %`,
  worst: `${(100 * Math.max(...values)).toFixed(1)} %`,
})
const errorsOf = (found, truth) => channels.map((channel) => Math.abs(found[channel] / truth[channel] - 1))

const engine = await startEngine()
const folder = mkdtempSync(join(tmpdir(), 'stipple-light-'))
const run = async (name, input) => (await engine.run(name, input)).output

/** What is needed to measure a pair again and again. */
async function aligned([reference, moving]) {
  const photos = { reference: photo(reference), moving: photo(moving), landmarks: [], starts: [] }
  const { transform, outcome, referenceHead, movingHead } = await run('align-pair', photos)
  const measure = (path = moving, drawn = { untreated: [], treated: [] }) =>
    run('measure-pair-light', {
      reference: { ...photo(reference), head: referenceHead },
      moving: { ...photo(path), head: movingHead },
      transform,
      drawn,
      mayUseScalp: outcome === 'aligned',
    })
  return {
    name: `${basename(reference, '.jpg')} → ${basename(moving, '.jpg')}`,
    moving,
    measure,
    light: await measure(),
  }
}

async function findChanges(pairs) {
  const errors = Object.fromEntries(Object.keys(changes).map((name) => [name, []]))
  let [count, refused] = [0, 0]
  for (const { moving, measure, light } of pairs) {
    for (const [name, [red, green, blue]] of Object.entries(changes)) {
      const changed = join(folder, 'changed.jpg')
      await inOtherLight(moving, [red, green, blue], changed)
      const after = await measure(changed)
      count += 1
      if (light.kind !== 'measured' || after.kind !== 'measured') refused += 1
      else {
        const { ratio } = light
        const truth = { red: red * ratio.red, green: green * ratio.green, blue: blue * ratio.blue }
        errors[name].push(...errorsOf(after.ratio, truth))
      }
    }
  }
  console.log(
    `Known changes of light found again: error of a gain (${pairs.length} pairs; refused: ${refused} of ${count})`,
  )
  console.table(Object.fromEntries(Object.entries(errors).map(([name, values]) => [name, inPercent(values)])))
}

function compareSameLight(pairs) {
  const lights = pairs.flatMap(({ light }) => (light.kind === 'measured' ? [light] : []))
  const stops = lights.map(({ luminanceRatio }) => Math.abs(Math.log2(luminanceRatio)))
  const colours = (channel) => lights.map(({ ratio }) => Math.abs(ratio[channel] / ratio.green - 1))
  console.log(
    `Portraits of one person under one light, another expression (${lights.length} of ${pairs.length} measured)`,
  )
  console.table({
    'exposure, stops': {
      median: at(stops, 0.5).toFixed(2),
      '95 %': at(stops, 0.95).toFixed(2),
      worst: Math.max(...stops).toFixed(2),
    },
    'red to green': inPercent(colours('red')),
    'blue to green': inPercent(colours('blue')),
  })
}

/** Everything is said to be treated, so that only the scalp is left. */
async function compareBetweenDots(pairs) {
  const all = [-1e5, 1e5].flatMap((x) => [
    { x, y: -1e5 * Math.sign(x) },
    { x, y: 1e5 * Math.sign(x) },
  ])
  const rows = []
  for (const { name, measure, light, moving } of pairs) {
    if (name.includes('session')) continue
    const scalp = await measure(moving, { untreated: [], treated: [all] })
    if (light.kind !== 'measured' || scalp.kind !== 'measured')
      rows.push({ pair: name, source: scalp.source ?? scalp.reason })
    else
      rows.push({
        pair: name,
        source: scalp.source,
        'exposure, stops beside ears and neck': Math.log2(scalp.luminanceRatio / light.luminanceRatio).toFixed(2),
        'red to green': `${(100 * (scalp.ratio.red / scalp.ratio.green / (light.ratio.red / light.ratio.green) - 1)).toFixed(1)} %`,
        'blue to green': `${(100 * (scalp.ratio.blue / scalp.ratio.green / (light.ratio.blue / light.ratio.green) - 1)).toFixed(1)} %`,
      })
  }
  console.log('Skin between the dots beside ears and neck')
  console.table(rows)
}

const alignedSeries = []
for (const pair of sampleSeries) alignedSeries.push(await aligned(pair))
console.log('Sample client: moving over reference')
console.table(
  alignedSeries.map(({ name, light }) => ({
    pair: name,
    source: light.source ?? light.reason,
    stops: light.luminanceRatio && Math.log2(light.luminanceRatio).toFixed(2),
    'red to green': light.ratio && (light.ratio.red / light.ratio.green).toFixed(3),
    'blue to green': light.ratio && (light.ratio.blue / light.ratio.green).toFixed(3),
    'spread, stops': light.spreadStops?.toFixed(2),
    'added redness': light.addedRedness?.toFixed(3),
  })),
)
await compareBetweenDots(alignedSeries)
const alignedPortraits = []
for (const pair of portraits) alignedPortraits.push(await aligned(pair))
compareSameLight(alignedPortraits)
await findChanges([...alignedSeries.filter((_, index) => index % 3 === 1), ...alignedPortraits])
rmSync(folder, { recursive: true })
engine.stop()
