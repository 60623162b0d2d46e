// Prints what it takes to add some photos to a backup, beside writing the same backup anew, by the clock and in bytes (Linux only): node tests/bench/backup-addition.mjs
// [photos] [kilobytes of each] [photos to add]. Both stand on the disk of the temporary folder.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleScript } from '../bundle-script.mjs'
import { quantile } from './stall-meter.mjs'

const [photoCount = 2000, kilobytes = 256, addedCount = 10] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'stipple-backup-'))
try {
  const script = await bundleScript(fileURLToPath(new URL('backup-addition-run.ts', import.meta.url)), folder, {
    isWhole: true,
  })
  const input = [script, folder, photoCount, kilobytes, addedCount].map(String)
  const { status, stdout } = spawnSync(process.execPath, input, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error('The backups could not be measured.')
  const rounds = JSON.parse(stdout)
  const median = (of) => quantile(rounds.map(of), 0.5)
  console.log(`On ${availableParallelism()} cores at a load of ${loadavg()[0].toFixed(1)}; median of ${rounds.length}.`)
  console.table(
    Object.fromEntries(
      ['addition', 'whole'].map((kind) => [
        kind === 'whole' ? 'written anew' : `${addedCount} photos added`,
        {
          ms: Math.round(median((round) => round[kind].ms)),
          'MB written': megabytes(median((round) => round[kind].written)),
          'MB read': megabytes(median((round) => round[kind].read)),
          'MB in the backup': megabytes(median((round) => round[kind].size)),
        },
      ]),
    ),
  )
  const ratio = (of) => median(({ addition, whole }) => of(whole) / of(addition)).toFixed(1)
  console.log(
    `Written anew ÷ added: ${ratio(({ ms }) => ms)} × the time, ${ratio(({ written }) => written)} × the bytes.`,
  )
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

function megabytes(bytes) {
  return Number((bytes / 1e6).toFixed(1))
}
