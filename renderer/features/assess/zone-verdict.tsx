import { Button } from '@mantine/core'
import { CircleSlash } from 'lucide-react'
import type { AssessedScale } from '../../../shared/domain/assessing/assessment-inputs.ts'
import { adviceSentence, reasonSentence, reasonWord } from '../../../shared/domain/assessing/not-judged-words.ts'
import type { ZoneFindings } from '../../../shared/domain/assessing/photo-assessment.ts'
import type { PhotoZone } from '../../../shared/domain/assessing/photo-zones.ts'
import {
  evennessBandOf,
  evennessWord,
  matchWords,
  zoneHeadline,
} from '../../../shared/domain/assessing/verdict-words.ts'
import { listInWords, numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'

interface ZoneVerdictProps {
  readonly zone: PhotoZone
  readonly findings: ZoneFindings
  readonly scale: AssessedScale | null
  readonly onDraw: () => void
}

/** What is said of a zone: grey with the reason where it can't be judged, else how even it is and what stands out. */
export function ZoneVerdict({ zone, findings, scale, onDraw }: ZoneVerdictProps) {
  const isGrey = findings.verdict === 'greyed'
  const decisive = findings.reasons.filter(({ isDecisive }) => isDecisive)
  return (
    <section className={classes.verdict} data-grey={isGrey || undefined} aria-label={zone.name}>
      <div className={classes.verdictHead}>
        <h2 className={classes.zoneName}>{zone.name}</h2>
        {!isGrey && findings.evenness && (
          <span className={classes.band}>{evennessWord(evennessBandOf(findings.evenness.ink))}</span>
        )}
      </div>
      {isGrey ? (
        <>
          <p className={classes.headline}>
            <CircleSlash size={18} aria-hidden /> {t('Can’t be judged')}
          </p>
          {decisive.map(({ reason }) => (
            <p key={reason} className={classes.sentence}>
              {reasonSentence(reason)} <span className={classes.advice}>{adviceSentence(reason)}</span>
            </p>
          ))}
          {decisive.some(({ reason }) => reason === 'scale-unknown' || reason === 'scale-wrong') && (
            <Button size="compact-sm" variant="default" onClick={onDraw}>
              {t('Set the scale…')}
            </Button>
          )}
          {findings.darkness && (
            <p className={classes.sentence}>
              {t('The map and the patches below are provisional: they may change while the skin settles.')}
            </p>
          )}
        </>
      ) : (
        <p className={classes.headline}>{zoneHeadline(findings)}</p>
      )}
      {!isGrey && <MatchLine zone={zone} findings={findings} />}
      <NotJudged findings={findings} />
      {scale?.source === 'head-width' && (
        <p className={classes.quiet}>
          {t('Sizes are an estimate from the width of the head. Set a scale at the drawing table to measure them.')}
        </p>
      )}
    </section>
  )
}

function MatchLine({ zone, findings: { matchToReference } }: { zone: PhotoZone; findings: ZoneFindings }) {
  if (matchToReference) return <p className={classes.sentence}>{matchWords(matchToReference)}</p>
  return (
    <p className={classes.quiet}>
      {zone.zones.reference.length > 0
        ? t('The reference zone shows too little shaved hair here to compare with.')
        : t('Draw a reference zone on the client’s own shaved hair to see how well both match.')}
    </p>
  )
}

/** A smaller share of skin that isn't judged isn't worth a word. */
const leastToldShare = 0.01

function NotJudged({ findings: { reasons, notJudgedFraction } }: { findings: ZoneFindings }) {
  const partly = reasons.filter(({ isDecisive, share }) => !isDecisive && share >= leastToldShare)
  const worst = partly.toSorted((a, b) => b.share - a.share)[0]
  if (!worst || notJudgedFraction < leastToldShare) return null
  const percent = numberInWords(100 * Math.min(notJudgedFraction, 1))
  return (
    <p className={classes.sentence}>
      {t('{{percent}} % not judged: {{reasons}}.', {
        percent,
        reasons: listInWords(partly.map(({ reason }) => reasonWord(reason))),
      })}{' '}
      <span className={classes.advice}>{adviceSentence(worst.reason)}</span>
    </p>
  )
}
