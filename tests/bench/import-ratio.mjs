// Import through the library against bare sharp decode + hash + fsync. Usage: node tests/bench/import-ratio.mjs
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bundleScript, bundlesFolder } from '../bundle-script.mjs'

const script = await bundleScript(join(import.meta.dirname, 'import-ratio-run.ts'), bundlesFolder)
const samplePhoto = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')
const run = spawnSync(process.execPath, [script, samplePhoto], { stdio: 'inherit' })
process.exitCode = run.status ?? 1
