import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import { contradictionsIn, problemOfMarks } from '../../../shared/domain/registration/judge-marks.ts'

/** What speaks against marks before they are saved, in the words that aligning by them would use. */
export interface MarksDoubt {
  readonly sentence: string
  /** The pair (from 0) to look at again, where one can be named. */
  readonly index: number | null
}

/** From this many marks on, the others can outvote one. */
const fewestForCulprit = 4

/** Whether marks can't place a photo, or contradict each other, judged as aligning judges them; null when nothing speaks against them. */
export function doubtOf(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): MarksDoubt | null {
  const problem = problemOfMarks(marks, referenceHeadWidthPx)
  if (problem) return { sentence: problem, index: null }
  const [sentence] = contradictionsIn(marks, referenceHeadWidthPx)
  return sentence ? { sentence, index: culpritAmong(marks, referenceHeadWidthPx) } : null
}

/** The only pair without which the others don't contradict each other. */
function culpritAmong(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): number | null {
  if (marks.length < fewestForCulprit) return null
  const culprits = marks.flatMap((_, index) => {
    const others = marks.filter((_, place) => place !== index)
    return contradictionsIn(others, referenceHeadWidthPx).length === 0 ? [index] : []
  })
  return culprits.length === 1 ? culprits[0]! : null
}
