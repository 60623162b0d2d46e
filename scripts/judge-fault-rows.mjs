/** @typedef {import('./run-tests.mjs').TestOutcome} TestOutcome */
/** @typedef {import('./fault-rows.mjs').FaultRow} FaultRow */
/** @typedef {{ row: number, fault: string, outcome: 'passed' | 'FAILED', passed: number, failed: number, skipped: number, seconds: number, problem: string }} JudgedRow */

/**
 * What became of each row. A row fails with any of its tests, but also when a file of it brought no test, when none passed, and when its control didn't: without
 * the control nothing says that the row's tests could fail.
 * @param {readonly FaultRow[]} rows
 * @param {readonly TestOutcome[]} tests
 * @returns {JudgedRow[]}
 */
export function judgeFaultRows(rows, tests) {
  return rows.map((row) => {
    const chosen = row.tests.map((choice) => tests.filter((test) => isChosen(test, choice)))
    const own = [...new Set(chosen.flat())]
    const count = (/** @type {TestOutcome['status']} */ status) => own.filter((test) => test.status === status).length
    const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')]
    const silent = row.tests.filter((_, index) => chosen[index]?.length === 0).map(({ file }) => file)
    const hasControl = tests.some((test) => test.status === 'passed' && isChosen(test, row.control))
    const problem =
      failed > 0
        ? 'tests failed'
        : silent.length > 0
          ? `no tests in ${silent.join(', ')}`
          : passed === 0
            ? 'nothing ran'
            : hasControl
              ? ''
              : 'its control did not hold'
    const seconds = Math.round(own.reduce((sum, { seconds: taken }) => sum + taken, 0) * 10) / 10
    return {
      row: row.number,
      fault: row.fault,
      outcome: problem === '' ? 'passed' : 'FAILED',
      ...{ passed, failed, skipped, seconds, problem },
    }
  })
}

/**
 * @param {TestOutcome} test
 * @param {{ file: string, of?: RegExp }} choice
 */
function isChosen({ file, name }, { file: chosen, of }) {
  return file === testFileOf(chosen) && (of?.test(name) ?? true)
}

/**
 * The path of a row's file, relative to the checkout, with slashes.
 * @param {string} file
 * @returns {string}
 */
export function testFileOf(file) {
  return `tests/${file}.test.ts`
}

/**
 * The names of the tests that the rows want of a file; undefined when some row wants them all.
 * @param {readonly FaultRow[]} rows
 * @param {string} file as `testFileOf` gives it
 * @returns {RegExp | undefined}
 */
export function wantedNames(rows, file) {
  const choices = rows
    .flatMap(({ tests, control }) => [...tests, control])
    .filter((choice) => testFileOf(choice.file) === file)
  if (choices.some(({ of }) => of === undefined)) return undefined
  return new RegExp(choices.map(({ of }) => `(?:${of?.source})`).join('|'))
}
