import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCheckSteps } from './check-steps.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { ensureFreshBuild } from './fresh-build.mjs'
import { closeWith, runTests } from './run-tests.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { hasDisplay, withVirtualDisplay } from './virtual-display.mjs'

const appFolder = dirname(dirname(fileURLToPath(import.meta.url)))
/** @param {string} line */
const log = (line) => console.log(line)

const runs = [await runCheckSteps(appFolder)]
try {
  await ensureFreshBuild({ appFolder, log })
  runs.push(await runTests(appFolder, ['unit', 'library', 'faults', 'engine']))
  const { executablePath } = await resolveElectron({ log })
  await ensureSystemLibraries({ executablePath, needsDisplay: !hasDisplay(), log })
  const endToEnd = () => runTests(appFolder, ['e2e'])
  runs.push(await (hasDisplay() ? endToEnd() : withVirtualDisplay(endToEnd)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  runs.push({ passed: 0, failed: 1, tests: [] })
}
closeWith(runs)
