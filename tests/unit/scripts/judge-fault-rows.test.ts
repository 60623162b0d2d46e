import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultRows } from '../../../scripts/fault-rows.mjs'
import { judgeFaultRows, testFileOf, wantedNames } from '../../../scripts/judge-fault-rows.mjs'
import type { TestOutcome } from '../../../scripts/run-tests.mjs'

const root = join(import.meta.dirname, '../../..')
const row = {
  number: 7,
  fault: 'something breaks',
  tests: [{ file: 'faults/one' }, { file: 'library/two', of: /^only/ }],
  control: { file: 'faults/one', of: /^control/ },
}
const ran = (file: string, name: string, status: TestOutcome['status'] = 'passed'): TestOutcome => ({
  file: `tests/${file}.test.ts`,
  name,
  status,
  seconds: 0.26,
})
const whole = [
  ran('faults/one', 'holds'),
  ran('faults/one', 'control: fails'),
  ran('library/two', 'only this'),
  ran('library/two', 'another one', 'failed'),
]
const judged = (tests: TestOutcome[]) => judgeFaultRows([row], tests)[0]

test('a row passes with its own tests and its control; what isn’t its own doesn’t count', () => {
  expect(judged(whole)).toEqual({
    row: 7,
    fault: 'something breaks',
    outcome: 'passed',
    passed: 3,
    failed: 0,
    skipped: 0,
    seconds: 0.8,
    problem: '',
  })
})

test.each([
  ['a failed test', [...whole, ran('faults/one', 'breaks', 'failed')], 'tests failed'],
  ['a control that failed', [whole[0]!, ran('faults/one', 'control: fails', 'failed'), whole[2]!], 'tests failed'],
  ['no control', [whole[0]!, whole[2]!], 'its control did not hold'],
  [
    'a skipped control',
    [whole[0]!, ran('faults/one', 'control: fails', 'skipped'), whole[2]!],
    'its control did not hold',
  ],
  ['a file without a test of that name', whole.slice(0, 2), 'no tests in library/two'],
  [
    'nothing but skipped tests',
    [ran('faults/one', 'x', 'skipped'), ran('library/two', 'only y', 'skipped')],
    'nothing ran',
  ],
])('a row fails with %s', (_, tests, problem) => {
  expect(judged(tests)).toMatchObject({ outcome: 'FAILED', problem })
})

test('of a file that rows want in part, only those tests are run', () => {
  const other = { ...row, tests: [{ file: 'library/two', of: /second$/ }] }
  expect(wantedNames([row, other], 'tests/library/two.test.ts')?.source).toBe('(?:^only)|(?:second$)')
  expect(wantedNames([row, other], 'tests/faults/one.test.ts')).toBeUndefined()
})

test('there are twenty rows, each with its control, and all of their files are there and in the table of docs/faults.md', () => {
  expect(faultRows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  const table = readFileSync(join(root, 'docs/faults.md'), 'utf8').split('\n')
  for (const { number, tests, control } of faultRows) {
    const line = table.find((text) => new RegExp(`^\\| ${number} +\\|`).test(text)) ?? ''
    for (const { file } of [...tests, control]) {
      expect(existsSync(join(root, testFileOf(file))), file).toBe(true)
      expect(line, `row ${number}`).toContain(`\`${file}\``)
    }
  }
})
