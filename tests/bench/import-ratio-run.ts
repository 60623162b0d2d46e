import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { bareDecode, bareImport, formerBareImport } from './bare-import.ts'
import { openStaging } from './timed-staging.ts'

const roundsPerPhoto = 8
const batchSize = 20
const atOnce = 2
const most = 1.3
const photos = process.argv.slice(2)

interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
}

async function costOf(run: () => Promise<unknown>): Promise<Cost> {
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  await run()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(cpuBefore)
  return { wallMs, cpuMs: (user + system) / 1000 }
}

/** The value below which this share of all values lies. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN
}

function spread(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits))
  return `${middle} (${low}–${high})`
}

let variants = 0

/** The photo with a comment of its own, so that no file is one that the library has already. */
async function variantOf(path: string, folder: string): Promise<string> {
  variants++
  const jpeg = await readFile(path)
  const comment = Buffer.from(`\xff\xfe\0\x08${String(variants).padStart(6, '0')}`, 'latin1')
  const variant = join(folder, `${variants}-${basename(path)}`)
  await writeFile(variant, Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
  return variant
}

async function inTurns<Item>(items: readonly Item[], count: number, work: (item: Item) => Promise<void>) {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: count }, worker))
}

sharp.concurrency(1)
const home = await mkdtemp(join(tmpdir(), 'stipple-bench-import-'))
try {
  const { importOne, close } = await openStaging(join(home, 'library'), atOnce)
  const ways = {
    own: importOne,
    bare: (path: string) => bareImport(path, home),
    former: (path: string) => formerBareImport(path, home),
    decode: (path: string) => bareDecode(path, home),
  }
  type Way = keyof typeof ways
  const names = Object.keys(ways) as Way[]
  const ratios: Record<Exclude<Way, 'own'> | 'cpu', number[]> = { bare: [], former: [], decode: [], cpu: [] }
  for (const photo of photos) {
    const costs: Record<Way, Cost[]> = { own: [], bare: [], former: [], decode: [] }
    for (let round = 0; round <= roundsPerPhoto; round++) {
      const variant = await variantOf(photo, home)
      // one right after the other, each first in its turn, so that what else the machine does meets all alike; the first round warms up
      for (let turn = 0; turn < names.length; turn++) {
        const way = names[(turn + round) % names.length]!
        const cost = await costOf(() => ways[way](variant))
        if (round > 0) costs[way].push(cost)
      }
      await rm(variant)
    }
    const against = (way: Way, kind: keyof Cost) => costs.own.map((own, n) => own[kind] / costs[way][n]![kind])
    ratios.bare.push(...against('bare', 'wallMs'))
    ratios.former.push(...against('former', 'wallMs'))
    ratios.decode.push(...against('decode', 'wallMs'))
    ratios.cpu.push(...against('bare', 'cpuMs'))
    const wall = (way: Way) =>
      spread(
        costs[way].map(({ wallMs }) => wallMs),
        0,
      )
    console.log(
      `${basename(photo)}: bare ${wall('bare')} ms, import ${wall('own')} ms; ${spread(against('bare', 'wallMs'), 2)} ×, of CPU ${spread(against('bare', 'cpuMs'), 2)} ×`,
    )
  }
  const batch = []
  for (let n = 0; n < batchSize; n++) batch.push(await variantOf(photos[n % photos.length]!, home))
  const perSecond = async (way: Way, paths: string[]) =>
    (1000 * paths.length) / (await costOf(() => inTurns(paths, atOnce, ways[way]))).wallMs
  const bareRate = await perSecond('bare', batch)
  const ownRate = await perSecond('own', batch)
  await close()
  console.log(
    `${batchSize} photos, ${atOnce} at once: bare ${bareRate.toFixed(1)} a second, import ${ownRate.toFixed(1)}: ${(bareRate / ownRate).toFixed(2)} ×`,
  )
  console.log(`against decode, hash and fsync without any picture made: ${spread(ratios.decode, 2)} ×`)
  console.log(`against the two pictures with sharp’s own settings: ${spread(ratios.former, 2)} ×`)
  const ratio = quantile(ratios.bare, 0.5)
  console.log(
    `import: ${spread(ratios.bare, 2)} × bare copy, hash, fsync, decode and the same two pictures (must ≤ ${most}); of CPU ${spread(ratios.cpu, 2)} ×`,
  )
  process.exitCode = ratio <= most ? 0 : 1
} finally {
  await rm(home, { recursive: true, force: true })
}
