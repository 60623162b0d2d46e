import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Library } from '../../electron/library/library.ts'
import { deviceKeysIn } from '../../electron/main/device-key.ts'

const [userData] = process.argv.slice(2) as [string]
const noKeychain = { isTrustworthy: () => false, seal: () => Buffer.alloc(0), open: () => '' }
const folder = join(userData, 'library')
async function once(what: string) {
  const t0 = performance.now()
  const library = await Library.open(folder, deviceKeysIn(join(userData, 'device.key'), noKeychain))
  const t1 = performance.now()
  const cards = library.cards()
  const t2 = performance.now()
  const ids = cards.map(({ client }) => client.clientId)
  const times: number[] = []
  for (let n = 0; n < 50; n++) {
    const a = performance.now()
    library.rowsOf(ids[(n * 37) % ids.length]!)
    times.push(performance.now() - a)
  }
  times.sort((a, b) => a - b)
  const t3 = performance.now()
  library.facts.photos.get('ab')
  const t4 = performance.now()
  console.log(
    what,
    'open',
    (t1 - t0).toFixed(0),
    'cards',
    (t2 - t1).toFixed(0),
    cards.length,
    'client p50',
    times[25]?.toFixed(1),
    'p95',
    times[47]?.toFixed(1),
    'photo index',
    (t4 - t3).toFixed(0),
    'rss',
    (process.memoryUsage().rss / 1e6).toFixed(0),
  )
  const a = performance.now()
  if (what === 'settle') {
    await library.settle()
    console.log('settle', (performance.now() - a).toFixed(0), library.notices)
  }
  const c = performance.now()
  await library.close()
  console.log('close', (performance.now() - c).toFixed(0))
}
console.log(
  'ledger',
  (await stat(join(folder, 'ledger/000001.log'))).size / 1e6,
  'checkpoint',
  (await stat(join(folder, 'checkpoint'))).size / 1e6,
)
for (let n = 0; n < 3; n++) await once('checkpoint')
await once('settle')
if (process.argv[3]) {
  await rm(join(folder, 'checkpoint'))
  await once('replay')
}
