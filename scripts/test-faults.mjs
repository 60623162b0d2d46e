import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveElectron } from './electron-runtime.mjs'
import { faultRows } from './fault-rows.mjs'
import { ensureFreshBuild } from './fresh-build.mjs'
import { judgeFaultRows, testFileOf, wantedNames } from './judge-fault-rows.mjs'
import { closeWith, runTests } from './run-tests.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { hasDisplay, withVirtualDisplay } from './virtual-display.mjs'

const appFolder = dirname(dirname(fileURLToPath(import.meta.url)))
/** @param {string} line */
const log = (line) => console.log(line)

const files = [...new Set(faultRows.flatMap(({ tests }) => tests.map(({ file }) => testFileOf(file))))]
const isEndToEnd = (/** @type {string} */ file) => file.startsWith('tests/e2e/')
const runs = []
try {
  await ensureFreshBuild({ appFolder, log })
  const { executablePath } = await resolveElectron({ log })
  await ensureSystemLibraries({ executablePath, needsDisplay: !hasDisplay(), log })
  const projects = ['unit', 'library', 'faults', 'engine']
  runs.push(
    await runTests(
      appFolder,
      projects,
      files.filter((file) => !isEndToEnd(file)),
    ),
  )
  const endToEnd = async () => {
    // one by one, since a run takes one pattern for names
    for (const file of files.filter(isEndToEnd))
      runs.push(await runTests(appFolder, ['e2e'], [file], wantedNames(faultRows, file)))
  }
  await (hasDisplay() ? endToEnd() : withVirtualDisplay(endToEnd))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  runs.push({ passed: 0, failed: 1, tests: [] })
}
const rows = judgeFaultRows(
  faultRows,
  runs.flatMap(({ tests }) => tests),
)
for (const { row, fault, outcome, passed, failed, skipped, seconds, problem } of rows) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}, ${seconds} s`
  console.log(`${String(row).padStart(2)}  ${outcome}  ${fault}: ${counts}${problem && ` (${problem})`}`)
}
closeWith([
  ...runs,
  { passed: 0, failed: rows.filter(({ outcome, failed }) => outcome === 'FAILED' && failed === 0).length },
])
