import { angleLabel } from '../../../../shared/domain/angle.ts'
import type { SheetRow, SheetSection } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { usedSettings } from '../../../../shared/domain/assessing/sheet-settings.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { PageBlock } from './pages.tsx'
import { notesBlock, settingsBlock } from './settings-block.tsx'
import classes from './sheet.module.css'
import { SheetFigure, type SheetFigureParts } from './sheet-figure.tsx'
import { type SheetFace, SheetHead } from './sheet-head.tsx'

/** An angle's part of a plan. `figure` undefined: the photo is gone. */
export interface PlannedSection {
  readonly section: SheetSection
  readonly figure: SheetFigureParts | undefined
}

interface TouchUpDocument {
  readonly face: SheetFace
  readonly summary: string
  readonly dilution: string | undefined
  readonly sections: readonly PlannedSection[]
  readonly hasDates: boolean
}

/** The sheet for the tray: of each angle its map, then its patches as a list to be ticked off. */
export function touchUpBlocks({ face, summary, dilution, sections, hasDates }: TouchUpDocument): PageBlock[] {
  const hasSeveral = sections.length > 1
  return [
    {
      key: 'head',
      content: (
        <>
          <SheetHead face={face} />
          <p className={classes.summary}>{summary}</p>
        </>
      ),
      isKeptWithNext: true,
    },
    ...sections.flatMap((planned) => sectionBlocks(planned, hasSeveral, hasDates)),
    ...(dilution ? [{ key: 'dilution', content: <p className={classes.dilution}>{dilution}</p> }] : []),
    ...sections.flatMap(({ section, figure }) => {
      if (!figure) return []
      const { map, pictures, judged, before } = figure
      const source = { judged, before, zones: map.judged.inputs.zones, assessment: pictures.assessment }
      return [settingsBlock(usedSettings(source, hasDates), hasSeveral ? nameOf(section) : null)]
    }),
    notesBlock([
      t('Left and right are those of the picture. Areas and dots are estimates: count anew at the chair.'),
      t('Measured on photos. It describes how the pigment looks and is no medical finding.'),
    ]),
  ]
}

/** What an angle is called above its part. */
export function nameOf({ angle }: SheetSection): string {
  return angle ? angleLabel(angle) : t('Without an angle')
}

function sectionBlocks({ section, figure }: PlannedSection, hasTitle: boolean, hasDates: boolean): PageBlock[] {
  const head = { name: `rows ${section.angle}`, content: <RowsHead /> }
  return [
    {
      key: `figure ${section.angle}`,
      content: (
        <>
          {hasTitle && <h2 className={classes.sectionTitle}>{nameOf(section)}</h2>}
          {figure ? (
            <SheetFigure {...figure} hasDates={hasDates} />
          ) : (
            <p className={classes.missing}>{t('The photo on which these were seen is gone, so there is no map.')}</p>
          )}
        </>
      ),
      isKeptWithNext: true,
    },
    ...section.rows.map((row) => ({ key: row.patchId, head, content: <Row row={row} /> })),
  ]
}

function RowsHead() {
  return (
    <div className={classes.row} data-head>
      <span>{t('Done')}</span>
      <span>{t('No.')}</span>
      <span>{t('Where')}</span>
      <span>{t('What was found')}</span>
      <span>{t('Area')}</span>
      <span>{t('Dots to add')}</span>
      <span>{t('Dilution, note')}</span>
    </div>
  )
}

function Row({ row }: { row: SheetRow }) {
  return (
    <div className={classes.row}>
      <span className={classes.box} data-ticked={row.isDone}>
        {row.isDone ? '✓' : ''}
      </span>
      <span className={classes.number}>{row.number}</span>
      <span className={classes.place}>{row.place}</span>
      <span>{row.finding}</span>
      <span className={classes.area}>{row.area}</span>
      <span className={classes.area}>{row.dots}</span>
      <span className={classes.note}>{row.note}</span>
    </div>
  )
}
