import { numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import type { Angle } from '../angle.ts'
import type { Patch } from '../assessment/assessment.ts'
import { type PatchDecision, placeOfDecision } from './patch-decision.ts'
import { dotsToAdd, type TouchUpPlan } from './touch-up-plan.ts'
import { patchWords } from './verdict-words.ts'

/** A patch as it stands in the list of a printed sheet; all of it words. */
export interface SheetRow {
  readonly patchId: string
  readonly number: number
  readonly place: string
  /** What is there, with its band; then, where dots are missing, that they are. */
  readonly finding: string
  readonly area: string
  /** How many dots to add, about; a dash where none are. */
  readonly dots: string
  readonly note: string
  readonly isDone: boolean
}

/** The rows of a plan that lie in photos of one angle. */
export interface SheetSection {
  readonly angle: Angle | null
  readonly rows: readonly SheetRow[]
  readonly patches: readonly PatchDecision[]
}

/** Nothing to add, or not known. */
export const dash = '–'

/** A plan as it is printed: angle by angle, since each has numbers and a map of its own. */
export function sheetSections({ items }: TouchUpPlan): SheetSection[] {
  const angles = [...new Set(items.map(({ patch }) => patch.angle))]
  return angles.map((angle) => {
    const ofAngle = items.filter(({ patch }) => patch.angle === angle)
    return {
      angle,
      rows: ofAngle.map(({ patch, isDone }) => sheetRow(patch, isDone)),
      patches: ofAngle.map(({ patch }) => patch),
    }
  })
}

/** What is to be done in all: "2 patches, ≈ 430 mm², about 90 dots to add". */
export function planSummary({ items, areaMm2, dots }: TouchUpPlan): string {
  const isEstimated = items.some(({ patch }) => patch.isScaleEstimated)
  const values = { count: items.length, area: areaWords(areaMm2, isEstimated), dots: numberInWords(dots) }
  return dots > 0
    ? t('{{count}} patches, {{area}}, about {{dots}} dots to add', values)
    : t('{{count}} patches, {{area}}', values)
}

function sheetRow(patch: PatchDecision, isDone: boolean): SheetRow {
  const dots = dotsToAdd(patch)
  return {
    patchId: patch.patchId,
    number: patch.number,
    place: placeOfDecision(patch),
    finding: findingWords(patch),
    area: areaWords(patch.areaMm2, patch.isScaleEstimated),
    dots: dots > 0 ? t('about {{dots}}', { dots: numberInWords(dots) }) : dash,
    note: patch.note,
    isDone,
  }
}

/** What was found when it was decided; without the range that belongs to it, no band is claimed. */
function findingWords({ kind, lightened, lightenedRange }: PatchDecision): string {
  if (lightenedRange) return patchFinding({ kind, lightened: { value: lightened, range: lightenedRange } })
  const percent = numberInWords(Math.abs(100 * lightened))
  return lightened >= 0
    ? t('{{percent}} % lighter than around it', { percent })
    : t('{{percent}} % darker than around it', { percent })
}

/** What a patch shows, in words with its band: "27 % lighter than around it, most people would see this. Dots are missing here." */
export function patchFinding({ kind, lightened }: Pick<Patch, 'kind' | 'lightened'>): string {
  const words = patchWords({ lightened })
  return kind === 'missing' ? t('{{finding}}. Dots are missing here.', { finding: words }) : words
}

/** An area: "210 mm²", "≈ 210 mm²" where the scale is an estimate. */
export function areaWords(areaMm2: number, isEstimated: boolean): string {
  const area = numberInWords(areaMm2)
  return isEstimated ? t('≈ {{area}} mm²', { area }) : t('{{area}} mm²', { area })
}
