import { angleByMatching } from '../../../shared/domain/angle-by-matching.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'

type MatchAngle = EngineTasks['match-angle']

/** Finds the angle whose sorted photos a photo looks like. */
export async function matchAngle(
  { look, sorted }: MatchAngle['input'],
  _context: TaskContext,
): Promise<MatchAngle['output']> {
  return angleByMatching(look, sorted)
}
