import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import { contradictionsIn, culpritOf, problemOfMarks } from '../../../shared/domain/registration/judge-marks.ts'
import { reasonInWords } from '../../../shared/domain/registration/reason-words.ts'

/** What speaks against marks before they are saved, in the words that aligning by them would use. */
export interface MarksDoubt {
  readonly sentence: string
  /** The pair (from 0) to look at again, where one can be named. */
  readonly index: number | null
}

/** Whether marks can't place a photo, or contradict each other, judged as aligning judges them; null when nothing speaks against them. */
export function doubtOf(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): MarksDoubt | null {
  const problem = problemOfMarks(marks, referenceHeadWidthPx)
  if (problem) return { sentence: reasonInWords(problem), index: null }
  const [sentence] = contradictionsIn(marks, referenceHeadWidthPx)
  if (!sentence) return null
  const culprit = culpritOf(marks, referenceHeadWidthPx)
  return { sentence: reasonInWords(sentence), index: culprit === undefined ? null : culprit - 1 }
}
