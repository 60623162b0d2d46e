import { Button, Text } from '@mantine/core'
import { CircleAlert, CircleCheck, Crosshair, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import { headWidthPx } from '../../../shared/domain/head.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import classes from './align.module.css'
import { type Exactness, type ExactnessBand, exactnessOf } from './landmark-exactness.ts'
import { useHeadDraft } from './use-head-draft.ts'

interface LandmarkReadoutProps {
  readonly landmarks: readonly LandmarkPair[]
  readonly moving: Photo
  /** Shows a pair (from 0) in both photos and chooses it. */
  readonly onGoTo: (index: number) => void
}

const bands: Readonly<Record<ExactnessBand, { word: string; icon: LucideIcon }>> = {
  good: { word: 'Good', icon: CircleCheck },
  fair: { word: 'Fair', icon: CircleAlert },
  'look-again': { word: 'Look again', icon: TriangleAlert },
}

/** Says how exact the marks are: each pair in turn is held out and compared with where the others expect it. */
export function LandmarkReadout({ landmarks, moving, onGoTo }: LandmarkReadoutProps) {
  const head = useHeadDraft(moving)
  const exactness = exactnessOf(landmarks, head.ellipse && headWidthPx(head.ellipse))
  const misfit = exactness.kind === 'measured' ? exactness.misfit : null
  return (
    <div className={classes.readout}>
      <div className={classes.readoutText} role="status" aria-label="How exact the landmarks are">
        {exactness.kind === 'measured' && <Band band={exactness.band} />}
        <Text size="sm" span>
          {sentenceOf(exactness, head.error !== undefined)}
        </Text>
        {misfit && (
          <Text size="sm" span fw={600}>
            Pair {misfit.index + 1} doesn’t fit the others: {tenths(misfit.errorPercent)} %.
          </Text>
        )}
      </div>
      {misfit && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          leftSection={<Crosshair size={14} aria-hidden />}
          onClick={() => onGoTo(misfit.index)}
        >
          Show pair {misfit.index + 1}
        </Button>
      )}
    </div>
  )
}

function Band({ band }: { band: ExactnessBand }) {
  const { word, icon: Icon } = bands[band]
  return (
    <span className={classes.band} data-band={band}>
      <Icon size={16} aria-hidden />
      {word}
    </span>
  )
}

function sentenceOf(exactness: Exactness, isHeadMissing: boolean): string {
  if (exactness.kind === 'too-few') return 'Place one more pair to see how exact they are.'
  const rough = exactness.isRough ? ' Rough estimate: place five pairs or more.' : ''
  if (exactness.kind === 'pixels') {
    const why = isHeadMissing ? 'The head wasn’t found: outline it to see millimetres.' : 'Finding the head…'
    return `Held-out error: ${tenths(exactness.errorPx)} pixels of the right photo. ${why}${rough}`
  }
  const { errorPercent, errorMm } = exactness
  return `Held-out error: ${tenths(errorPercent)} % of the head’s width (about ${tenths(errorMm)} mm).${rough}`
}

function tenths(value: number): string {
  return value.toFixed(1)
}
