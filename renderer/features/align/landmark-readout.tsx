import { Text } from '@mantine/core'
import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import { headWidthPx } from '../../../shared/domain/head.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './align.module.css'
import { type Exactness, type ExactnessBand, exactnessOf } from './landmark-exactness.ts'
import type { MarksDoubt } from './marks-doubt.ts'
import { ShowPair } from './show-pair.tsx'
import { useHeadDraft } from './use-head-draft.ts'

interface LandmarkReadoutProps {
  readonly landmarks: readonly LandmarkPair[]
  readonly moving: Photo
  readonly doubt: MarksDoubt | null
  /** The doubt is said elsewhere on the screen. */
  readonly isDoubtSaid: boolean
  /** Shows a pair (from 0) in both photos and chooses it. */
  readonly onGoTo: (index: number) => void
}

const bands: Readonly<Record<ExactnessBand, { word: () => string; icon: LucideIcon }>> = {
  good: { word: () => t('Good'), icon: CircleCheck },
  fair: { word: () => t('Fair'), icon: CircleAlert },
  'look-again': { word: () => t('Look again'), icon: TriangleAlert },
}

/** Says how exact the marks are: each pair in turn is held out and compared with where the others expect it. */
export function LandmarkReadout({ landmarks, moving, doubt, isDoubtSaid, onGoTo }: LandmarkReadoutProps) {
  const head = useHeadDraft(moving)
  const exactness = exactnessOf(landmarks, head.ellipse && headWidthPx(head.ellipse))
  const advice = doubt ? !isDoubtSaid && doubt : misfitAdvice(exactness)
  return (
    <div className={classes.readout}>
      <div className={classes.readoutText} role="status" aria-label={t('How exact the landmarks are')}>
        {exactness.kind === 'measured' && <Band band={exactness.band} />}
        <Text size="sm" span>
          {sentenceOf(exactness, head.error !== undefined)}
        </Text>
        {advice && (
          <Text size="sm" span fw={600}>
            {advice.sentence}
          </Text>
        )}
      </div>
      {advice && advice.index !== null && <ShowPair index={advice.index} onGoTo={onGoTo} />}
    </div>
  )
}

function Band({ band }: { band: ExactnessBand }) {
  const { word, icon: Icon } = bands[band]
  return (
    <span className={classes.band} data-band={band}>
      <Icon size={16} aria-hidden />
      {word()}
    </span>
  )
}

function misfitAdvice(exactness: Exactness): MarksDoubt | null {
  const misfit = exactness.kind === 'measured' ? exactness.misfit : null
  return (
    misfit && {
      sentence: t('Pair {{number}} doesn’t fit the others: {{percent}} %.', {
        number: misfit.index + 1,
        percent: tenths(misfit.errorPercent),
      }),
      index: misfit.index,
    }
  )
}

function sentenceOf(exactness: Exactness, isHeadMissing: boolean): string {
  if (exactness.kind === 'too-few') return t('Place one more pair to see how exact they are.')
  const rough = exactness.isRough ? [t('Rough estimate: place five pairs or more.')] : []
  if (exactness.kind === 'pixels') {
    const error = t('Held-out error: {{pixels}} pixels of the right photo.', { pixels: tenths(exactness.errorPx) })
    const why = isHeadMissing ? t('The head wasn’t found: outline it to see millimetres.') : t('Finding the head…')
    return [error, why, ...rough].join(' ')
  }
  const error = t('Held-out error: {{percent}} % of the head’s width (about {{millimetres}} mm).', {
    percent: tenths(exactness.errorPercent),
    millimetres: tenths(exactness.errorMm),
  })
  return [error, ...rough].join(' ')
}

function tenths(value: number): string {
  return numberInWords(Number(value.toFixed(1)), 1)
}
