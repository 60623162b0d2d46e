import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const isLong = process.env.STIPPLE_LONG_FAULTS !== undefined
const [clients, photosEach, starts] = isLong ? [2000, 50, 5] : [100, 50, 2]

/** Medians in milliseconds, as tests/bench/large-library.mjs measures them. */
interface Timings {
  readonly startMs: number
  readonly openingMs: number
  readonly searchKeyMs: number
}

let measured: { single: Timings; large: Timings; withoutCheckpoint: Pick<Timings, 'startMs'> }

describe(`a library of ${clients} clients and ${clients * photosEach} photos`, () => {
  test('is made and measured, beside one of a single client', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stipple-large-report-'))
    const report = join(folder, 'medians.json')
    const bench = join(import.meta.dirname, '../bench/large-library.mjs')
    // the bench bundles its program as a product, not as a test
    const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...own } = process.env
    const env = { ...own, STIPPLE_BENCH_REPORT: report }
    const args = [bench, clients, photosEach, starts].map(String)
    const { stdout } = await promisify(execFile)(process.execPath, args, { env })
    console.log(stdout)
    measured = JSON.parse(await readFile(report, 'utf8'))
    await rm(folder, { recursive: true, force: true })
    expect(measured.large.startMs).toBeGreaterThan(0)
  }, 3_600_000)

  test('starts within three seconds, and is searched as one types', () => {
    // the quick version runs beside other work: there a busy machine may take longer for everything
    const allowedMs = isLong ? 3000 : Math.max(3000, 4 * measured.single.startMs)
    expect(measured.large.startMs).toBeLessThan(allowedMs)
    expect(measured.large.searchKeyMs).toBeLessThan(100)
  })

  test('opens a client about as fast as a library of a single client does', () => {
    expect(measured.large.openingMs / measured.single.openingMs).toBeLessThan(2.5)
  })

  test('control: without its checkpoint the same library takes longer to start', () => {
    expect(measured.withoutCheckpoint.startMs / measured.large.startMs).toBeGreaterThan(isLong ? 3 : 1.3)
  })
})
