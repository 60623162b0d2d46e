import type { Upkeep } from './upkeep-record.ts'

type Test = NonNullable<Upkeep['lastTestRestore']>
type Tests = Pick<Upkeep, 'lastBackup' | 'lastTestRestore' | 'otherTests'>

/** More backups than this aren't in turn use. */
const mostOtherTests = 8

/** What the last test of the backup at this place found; null when it was never tested. */
export function testOf({ lastBackup, lastTestRestore, otherTests }: Tests, path: string): Test | null {
  if (lastBackup?.path === path) return lastTestRestore
  const found = otherTests.find((test) => test.path === path)
  return found ? { at: found.at, problem: found.problem } : null
}

/** The tests of the other backups, once the one at this place is the last that was made. */
export function otherTestsFor({ lastBackup, lastTestRestore, otherTests }: Tests, path: string): Upkeep['otherTests'] {
  const others = otherTests.filter((test) => test.path !== path && test.path !== lastBackup?.path)
  if (lastBackup && lastBackup.path !== path && lastTestRestore)
    others.push({ path: lastBackup.path, ...lastTestRestore })
  return others.slice(-mostOtherTests)
}
