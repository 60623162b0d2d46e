import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * Runs projects of the test runner and counts their tests. A run that can't start counts as a failed test.
 * @param {string} appFolder
 * @param {readonly string[]} projects
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTests(appFolder, projects) {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-tests-'))
  const report = join(folder, 'report.json')
  try {
    const { exitCode } = await runCommand(
      'npx',
      [
        '--no-install',
        'vitest',
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: appFolder, showOutput: true },
    )
    const { numPassedTests, numFailedTests } = JSON.parse(
      await readFile(report, 'utf8').catch(() => '{"numPassedTests":0,"numFailedTests":0}'),
    )
    const hasUncountedFailure = exitCode !== 0 && numFailedTests === 0
    return { passed: numPassedTests, failed: numFailedTests + (hasUncountedFailure ? 1 : 0) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
