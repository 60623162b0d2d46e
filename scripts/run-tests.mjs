import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { runCommand } from './run-command.mjs'

/** @typedef {{ file: string, name: string, status: 'passed' | 'failed' | 'skipped', seconds: number }} TestOutcome */

/**
 * Runs projects of the test runner, all of their files or those given, and counts their tests. A run that can't start counts as a failed test.
 * @param {string} appFolder
 * @param {readonly string[]} projects
 * @param {readonly string[]} [files] relative to `appFolder`
 * @param {RegExp} [named] only tests of such names; the others are skipped
 * @returns {Promise<{ passed: number, failed: number, tests: TestOutcome[] }>} files of tests as given, with slashes
 */
export async function runTests(appFolder, projects, files = [], named = undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-tests-'))
  const report = join(folder, 'report.json')
  try {
    const { exitCode } = await runCommand(
      'npx',
      [
        '--no-install',
        'vitest',
        'run',
        ...files,
        ...(named ? ['--testNamePattern', named.source] : []),
        ...projects.flatMap((name) => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: appFolder, showOutput: true },
    )
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      await readFile(report, 'utf8').catch(() => '{"numPassedTests":0,"numFailedTests":0,"testResults":[]}'),
    )
    const hasUncountedFailure = exitCode !== 0 && numFailedTests === 0
    return {
      passed: numPassedTests,
      failed: numFailedTests + (hasUncountedFailure ? 1 : 0),
      tests: testResults.flatMap((/** @type {FileReport} */ result) => outcomesOf(appFolder, result)),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @typedef {{ name: string, assertionResults: { fullName: string, status: string, duration?: number }[] }} FileReport as Jest writes it */

/**
 * @param {string} appFolder
 * @param {FileReport} report
 * @returns {TestOutcome[]}
 */
function outcomesOf(appFolder, { name, assertionResults }) {
  const file = relative(appFolder, name).split(sep).join('/')
  return assertionResults.map(({ fullName, status, duration = 0 }) => ({
    file,
    name: fullName,
    status: status === 'passed' || status === 'failed' ? status : 'skipped',
    seconds: duration / 1000,
  }))
}

/**
 * Prints the closing line over several runs and sets the exit code.
 * @param {readonly { passed: number, failed: number }[]} runs
 */
export function closeWith(runs) {
  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const failed = runs.reduce((sum, run) => sum + run.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
