import { SegmentedControl } from '@mantine/core'
import {
  settledPatchWords,
  settlingGapSentence,
  settlingWords,
} from '../../../shared/domain/assessing/over-stages-words.ts'
import type { PatchTrack } from '../../../shared/domain/assessing/patch-tracks.ts'
import type { SettlingCurve } from '../../../shared/domain/assessing/settling-curve.ts'
import { settledPatchesOf } from '../../../shared/domain/assessing/settling-patches.ts'
import type { ZoneAtStage } from '../../../shared/domain/assessing/zone-at-stage.ts'
import { expectedShareOn, settlingDays } from '../../../shared/domain/assessment/settling.ts'
import { isFresh, sessionNumberOf, stageLabel } from '../../../shared/domain/stage.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import { FigureCell } from './figure-cell.tsx'
import own from './over-stages.module.css'
import { SettlingChart } from './settling-chart.tsx'

interface SettlingSectionProps {
  readonly curves: readonly SettlingCurve[]
  readonly session: number
  readonly onSession: (session: number) => void
  readonly stages: readonly ZoneAtStage[]
  readonly tracks: readonly PatchTrack[]
  readonly isTable: boolean
}

/** How a session's pigment settles: the expected band, the client's own curve, and the patches that stand out. */
export function SettlingSection({ curves, session, onSession, stages, tracks, isTable }: SettlingSectionProps) {
  const curve = curves.find((each) => each.session === session)
  if (!curve) return null
  const words = settlingWords(curve)
  return (
    <section className={own.card} aria-label={t('Settling')}>
      <div className={own.cardHead}>
        <h2 className={own.title}>{t('Settling')}</h2>
        {curves.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('Session')}
            value={String(session)}
            onChange={(value) => onSession(Number(value))}
            data={curves.map((each) => ({ value: String(each.session), label: String(each.session) }))}
          />
        )}
      </div>
      <p className={own.words}>{words?.verdict ?? t('This session’s settling can’t be compared yet')}</p>
      {words && <p className={classes.sentence}>{words.range}</p>}
      {isTable ? (
        <SettlingTable curve={curve} />
      ) : (
        <SettlingChart curve={curve} label={chartWords(curve, words?.verdict)} />
      )}
      {!isTable && (
        <ul className={own.key}>
          <li>
            <span className={own.bandKey} aria-hidden /> {t('Expected: {{band}} by day {{day}}', bandWords(curve))}
          </li>
          {words && (
            <li>
              <span className={own.lineKey} aria-hidden /> {t('This client, with range')}
            </li>
          )}
        </ul>
      )}
      <Patches {...{ curve, stages, tracks }} />
      {curve.gaps.map(({ at, gap }) => (
        <p key={at?.photoId ?? gap} className={classes.sentence}>
          {at?.stage && <strong>{stageLabel(at.stage)}: </strong>}
          {settlingGapSentence(gap)}
        </p>
      ))}
      <p className={classes.quiet}>
        {session > 1
          ? t(
              'Measured beside the client’s own shaved hair. Only what this session added settles, so the band is narrower than after the first.',
            )
          : t('Measured beside the client’s own shaved hair. Between two photos that is right to a fifth.')}
      </p>
    </section>
  )
}

function bandWords({ added }: SettlingCurve) {
  const [least, most] = expectedShareOn(settlingDays, added)
  const band = t('{{least}} to {{most}} %', { least: numberInWords(100 * least), most: numberInWords(100 * most) })
  return { band, day: settlingDays }
}

function chartWords(curve: SettlingCurve, words: string | undefined): string {
  const expected = t('Expected: {{band}} by day {{day}}', bandWords(curve))
  return [t('Settling after session {{number}}', { number: curve.session }), expected, words ?? '']
    .filter(Boolean)
    .join('. ')
}

function Patches({
  curve,
  stages,
  tracks,
}: Pick<SettlingSectionProps, 'stages' | 'tracks'> & { curve: SettlingCurve }) {
  const ofSession = stages.filter(({ stage }) => stage && sessionNumberOf(stage) === curve.session)
  const fresh = ofSession.find(({ stage, map }) => stage && isFresh(stage) && map)
  const healed = ofSession.findLast(({ stage, map }) => stage && !isFresh(stage) && map)
  const out = fresh && healed ? settledPatchesOf(fresh, healed, curve, tracks) : []
  if (out.length === 0) return null
  return (
    <ul className={own.standing} aria-label={t('Patches that stand out')}>
      {out.map((patch) => (
        <li key={patch.number}>
          <span className={classes.number}>{patch.number}</span>
          {settledPatchWords(patch)}
        </li>
      ))}
    </ul>
  )
}

function SettlingTable({ curve: { points, added } }: { curve: SettlingCurve }) {
  const told = points.filter(({ day }) => day > 0)
  const rows = told.length > 0 ? told : [{ day: settlingDays, share: null }]
  return (
    <table className={own.table}>
      <caption>{t('Share of the first day’s darkness')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Day')}</th>
          <th scope="col">{t('Expected')}</th>
          <th scope="col">{t('Measured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ day, share }) => {
          const [least, most] = expectedShareOn(day, added).map((each) => numberInWords(100 * each)) as [string, string]
          return (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{t('{{least}} to {{most}} %', { least, most })}</td>
              <FigureCell figure={share} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
