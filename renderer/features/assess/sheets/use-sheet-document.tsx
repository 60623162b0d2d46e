import { useMemo } from 'react'
import { angleLabel } from '../../../../shared/domain/angle.ts'
import { notedDilution } from '../../../../shared/domain/assessing/noted-dilution.ts'
import { planSummary, type SheetSection, sheetSections } from '../../../../shared/domain/assessing/sheet-rows.ts'
import type { TouchUpPlan } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import { captionOf } from '../../../../shared/domain/comparison-caption.ts'
import type { SessionRecord } from '../../../../shared/domain/session-record.ts'
import { stageLabel, stageWords } from '../../../../shared/domain/stage.ts'
import { t } from '../../../../shared/words/translate.ts'
import { usePorts, useWatched } from '../../../use-ports.tsx'
import type { SeriesFindings } from '../use-series-findings.ts'
import type { TreatmentNow } from '../use-treatment.ts'
import type { PageBlock } from './pages.tsx'
import { phoneBlocks } from './phone-blocks.tsx'
import { reportBlocks } from './report-blocks.tsx'
import { darknessOf, reportedPatches, reportedZones } from './reported.ts'
import type { SheetFigureParts } from './sheet-figure.tsx'
import type { SheetFace } from './sheet-head.tsx'
import { foundMap, plannedMap, type SheetMap } from './sheet-maps.ts'
import type { SheetKind } from './sheet-options.ts'
import { type PlannedSection, touchUpBlocks } from './touch-up-blocks.tsx'
import { type SheetDrawing, type SheetPictures, useSheetPictures } from './use-sheet-pictures.ts'

/** What a document is made of. */
export interface SheetSubject {
  readonly kind: SheetKind
  /** Undefined: nothing is planned. */
  readonly plan: TouchUpPlan | undefined
  readonly findings: SeriesFindings
  readonly treatment: TreatmentNow
}

interface MappedSection {
  readonly section: SheetSection
  readonly map: SheetMap | undefined
}

/** What a document is about, and its pieces; none as long as its pictures are drawn. */
export function useSheetDocument(
  { kind, plan, findings, treatment }: SheetSubject,
  face: Omit<SheetFace, 'title' | 'about'>,
  hasDates: boolean,
): { title: string; about: string; drawing: SheetDrawing; blocks: readonly PageBlock[] } {
  const { photo } = findings.shown
  const records = useRecords(photo.treatmentId)
  const planned = useMemo(
    (): MappedSection[] =>
      plan ? sheetSections(plan).map((section) => ({ section, map: plannedMap(section, treatment, photo) })) : [],
    [plan, treatment, photo],
  )
  const found = useMemo(() => foundMap(findings), [findings])
  const maps = useMemo(
    () => (kind === 'report' ? [found] : planned.flatMap(({ map }) => map ?? [])),
    [kind, found, planned],
  )
  const drawing = useSheetPictures(maps)
  const { title, about } = namesOf(kind, plan, findings)
  const whole: SheetFace = { ...face, title, about }
  const partsOf = (map: SheetMap, pictures: SheetPictures): SheetFigureParts => ({
    map,
    pictures,
    judged: captionOf(map.judged.photo, treatment.photos),
    before: map.before && captionOf(map.before, treatment.photos),
  })
  const blocks = (): readonly PageBlock[] => {
    if (drawing.kind !== 'ready' || drawing.pictures.length !== maps.length) return []
    const figureOf = (map: SheetMap | undefined) => {
      const pictures = map && drawing.pictures[maps.indexOf(map)]
      return map && pictures && partsOf(map, pictures)
    }
    if (kind === 'report') {
      const figure = figureOf(found)
      if (!figure) return []
      const assessment = figure.pictures.assessment
      return reportBlocks({
        face: whole,
        zones: reportedZones(findings, treatment, assessment, hasDates),
        patches: reportedPatches(findings, assessment),
        figure,
        darkness: darknessOf(findings, assessment),
        hasDates,
      })
    }
    if (!plan) return []
    const sections = planned.map(({ section, map }): PlannedSection => ({ section, figure: figureOf(map) }))
    const dilution = notedDilution(plan.session, records)
    return kind === 'phone'
      ? phoneBlocks({ face: whole, dilution, sections })
      : touchUpBlocks({ face: whole, summary: planSummary(plan), dilution, sections, hasDates })
  }
  return { title, about, drawing, blocks: blocks() }
}

const none: readonly SessionRecord[] = []

function useRecords(treatmentId: SessionRecord['treatmentId']): readonly SessionRecord[] {
  const { library } = usePorts()
  return useWatched(useMemo(() => library.watchSessionRecords(treatmentId), [library, treatmentId])) ?? none
}

function namesOf(kind: SheetKind, plan: TouchUpPlan | undefined, { shown }: SeriesFindings) {
  const { angle, stage } = shown.photo
  if (kind === 'report') {
    const parts = [angle && angleLabel(angle), stage && stageLabel(stage)].filter((part) => part !== null)
    return { title: t('Report'), about: parts.join(' · ') }
  }
  if (!plan) return { title: t('Touch-up sheet'), about: '' }
  return kind === 'phone'
    ? { title: t('Touch-up in {{session}}', { session: stageWords(plan.session) }), about: '' }
    : { title: t('Touch-up sheet'), about: stageLabel(plan.session) }
}
