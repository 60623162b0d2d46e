// Import through the library against bare sharp decode + hash + fsync. Usage: node tests/bench/import-ratio.mjs
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
const outDir = join(root, '.cache/bench')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(import.meta.dirname, 'import-ratio-run.ts'),
    outDir,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'import-ratio-run.mjs' } },
  },
})
const samplePhoto = join(root, 'resources/sample-client/top_before.jpg')
const run = spawnSync(process.execPath, [join(outDir, 'import-ratio-run.mjs'), samplePhoto], { stdio: 'inherit' })
process.exitCode = run.status ?? 1
