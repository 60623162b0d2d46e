import { runCommand } from './run-command.mjs'

/** What is checked without running the product: format and lint, types, dependency rules, dead code. */
const checkSteps = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '-b'] },
  {
    name: 'dependency rules',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'electron', 'renderer', 'shared'],
  },
  { name: 'dead code', command: ['knip'] },
]

/**
 * Runs the check steps one after another, all of them even when one fails.
 * @param {string} appFolder
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runCheckSteps(appFolder) {
  let passed = 0
  let failed = 0
  for (const { name, command } of checkSteps) {
    const started = Date.now()
    const { exitCode, stdout, stderr } = await runCommand('npx', ['--no-install', ...command], { cwd: appFolder })
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    if (exitCode === 0) passed++
    else failed++
    console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (exitCode !== 0) console.log(stdout + stderr)
  }
  return { passed, failed }
}
