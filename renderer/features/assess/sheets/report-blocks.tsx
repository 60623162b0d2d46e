import { type SheetSource, usedSettings } from '../../../../shared/domain/assessing/sheet-settings.ts'
import type { TrendRow } from '../../../../shared/domain/assessing/trend-rows.ts'
import type { ZoneWords } from '../../../../shared/domain/assessing/zone-words.ts'
import { t } from '../../../../shared/words/translate.ts'
import { inkGradient } from '../skin-map-painter.ts'
import type { PageBlock } from './pages.tsx'
import type { ZoneDarkness } from './patch-map.tsx'
import { notesBlock, settingsBlock } from './settings-block.tsx'
import classes from './sheet.module.css'
import { SheetFigure, type SheetFigureParts } from './sheet-figure.tsx'
import { type SheetFace, SheetHead } from './sheet-head.tsx'

/** A zone as the report tells of it. */
export interface ReportedZone {
  readonly zoneId: string
  readonly name: string
  readonly words: ZoneWords
  readonly trend: readonly TrendRow[]
}

/** A patch as the report tells of it. */
export interface ReportedPatch {
  readonly number: number
  readonly place: string
  readonly finding: string
  /** What became of it; undefined where nothing can be said. */
  readonly story: string | undefined
  readonly area: string
}

interface ReportDocument {
  readonly face: SheetFace
  readonly zones: readonly ReportedZone[]
  readonly patches: readonly ReportedPatch[]
  readonly figure: SheetFigureParts
  readonly darkness: readonly ZoneDarkness[]
  readonly hasDates: boolean
}

/** The report: a verdict for each zone in words, the map, what was found, the stages in figures, and what all of it rests on. */
export function reportBlocks({ face, zones, patches, figure, darkness, hasDates }: ReportDocument): PageBlock[] {
  const { judged, before, map, pictures } = figure
  const source: SheetSource = { judged, before, zones: map.judged.inputs.zones, assessment: pictures.assessment }
  return [
    { key: 'head', content: <SheetHead face={face} />, isKeptWithNext: true },
    ...zones.map(({ zoneId, name, words }) => ({
      key: `verdict ${zoneId}`,
      content: <Verdict {...{ name, words }} />,
    })),
    {
      key: 'figure',
      content: (
        <div className={classes.reportFigure}>
          <SheetFigure {...figure} hasDates={hasDates} darkness={darkness} />
          {darkness.length > 0 && <Legend />}
        </div>
      ),
    },
    ...patches.map((patch) => ({
      key: `patch ${patch.number}`,
      head: { name: 'patches', content: <PatchesHead /> },
      content: <PatchRow patch={patch} />,
    })),
    ...zones.map(({ zoneId, name, trend }) => ({
      key: `trend ${zoneId}`,
      content: <Trend {...{ name: zones.length > 1 ? name : null, trend }} />,
    })),
    settingsBlock(usedSettings(source, hasDates), null),
    notesBlock([
      t('Left and right are those of the picture. Ranges hold nineteen times out of twenty.'),
      t('Coverage: the share of the zone that has at least 80 % of its usual darkness.'),
      t('A patch under 20 % or 10 mm can be missed. Where nothing was found, something may still be seen.'),
      t('Measured on photos. It describes how the pigment looks and is no medical finding.'),
    ]),
  ]
}

function Verdict({ name, words: { evenness, headline, sentences, isJudged } }: { name: string; words: ZoneWords }) {
  return (
    <section className={classes.verdict} data-judged={isJudged}>
      <h2>
        {name}
        {evenness && <span className={classes.band}>{evenness}</span>}
      </h2>
      <p className={classes.headline}>{headline}</p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function Legend() {
  return (
    <p className={classes.legend}>
      <span>{t('Lighter')}</span>
      <span className={classes.ramp} style={{ background: inkGradient() }} />
      <span>{t('Darker than most of the zone')}</span>
      <span className={classes.hatch} />
      <span>{t('Not judged')}</span>
    </p>
  )
}

function PatchesHead() {
  return (
    <div className={classes.patchRow} data-head>
      <span>{t('No.')}</span>
      <span>{t('Where')}</span>
      <span>{t('What was found')}</span>
      <span>{t('Area')}</span>
    </div>
  )
}

function PatchRow({ patch: { number, place, finding, story, area } }: { patch: ReportedPatch }) {
  return (
    <div className={classes.patchRow}>
      <span className={classes.number}>{number}</span>
      <span className={classes.place}>{place}</span>
      <span>
        {finding}
        {story && <span className={classes.story}>{story}</span>}
      </span>
      <span className={classes.area}>{area}</span>
    </div>
  )
}

function Trend({ name, trend }: { name: string | null; trend: readonly TrendRow[] }) {
  return (
    <section className={classes.trend}>
      <h2 className={classes.smallTitle}>
        {name === null ? t('Over the stages') : t('Over the stages: {{zone}}', { zone: name })}
      </h2>
      <table>
        <thead>
          <tr>
            <th>{t('Stage')}</th>
            <th>{t('Evenness, variation')}</th>
            <th>{t('Of the client’s own hair')}</th>
            <th>{t('Coverage')}</th>
            <th>{t('Patches that most would see')}</th>
          </tr>
        </thead>
        <tbody>
          {trend.map((row) => (
            <tr key={row.stage}>
              <td>{row.stage}</td>
              {row.refusal === null ? (
                <>
                  <td>
                    {row.evenness} <span className={classes.area}>{row.variation}</span>
                  </td>
                  <td className={classes.area}>{row.match}</td>
                  <td className={classes.area}>{row.coverage}</td>
                  <td>{row.patches}</td>
                </>
              ) : (
                <td className={classes.refusal} colSpan={4}>
                  {row.refusal}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
