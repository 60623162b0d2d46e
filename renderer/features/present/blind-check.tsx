import { useMemo, useState } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { blindRounds } from '../../../shared/domain/blind-check.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { isCertainlyLater, presentablePhotos } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { useCommands } from '../../ui/commands.ts'
import { useTitle } from '../../ui/use-title.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import classes from './blind-check.module.css'
import { BlindRoundView } from './blind-round.tsx'
import { tallyInWords } from './blind-words.ts'
import room from './present.module.css'
import { WordButton } from './word-button.tsx'

interface BlindCheckProps {
  readonly comparison: ShownComparison
  readonly onEnd: () => void
}

/** Asks which of two photos is newer without saying when they were taken: can the difference be seen? Nothing of it is kept. */
export function BlindCheck({ comparison, onEnd }: BlindCheckProps) {
  const { library } = usePorts()
  const { reference, alignment } = comparison
  const { treatmentId } = reference
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const alignments = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId]))
  const [attempt, setAttempt] = useState(0)
  useCommands([{ name: t('End the blind check'), group: t('Blind check'), keys: ['Escape'], run: onEnd }])
  useTitle('Stipple')
  if (!photos || !alignments) return <div className={room.waiting} />
  return (
    <Rounds
      key={attempt}
      reference={reference}
      photos={photos}
      alignments={alignment ? [alignment, ...alignments] : alignments}
      onAgain={() => setAttempt(attempt + 1)}
      onEnd={onEnd}
    />
  )
}

interface RoundsProps {
  readonly reference: Photo
  readonly photos: readonly Photo[]
  readonly alignments: readonly Alignment[]
  readonly onAgain: () => void
  readonly onEnd: () => void
}

function Rounds({ reference, photos, alignments, onAgain, onEnd }: RoundsProps) {
  const [rounds] = useState(() => blindRounds(presentablePhotos(reference, photos), isCertainlyLater, unforeseen))
  const [rightCount, setRightCount] = useState(0)
  const [index, setIndex] = useState(0)
  const round = rounds[index]
  if (round)
    return (
      <BlindRoundView
        key={index}
        round={round}
        reference={reference}
        photos={photos}
        alignments={alignments}
        place={{ number: index + 1, count: rounds.length }}
        onAnswered={(isRight) => isRight && setRightCount(rightCount + 1)}
        onNext={() => setIndex(index + 1)}
        onEnd={onEnd}
      />
    )
  return (
    <main className={room.room} aria-label={t('Blind check')}>
      <div className={classes.result}>
        <div role="status">
          <h1 className={classes.question}>
            {rounds.length > 0
              ? tallyInWords(rightCount, rounds.length)
              : t('A blind check needs two photos of this angle whose order in time is known.')}
          </h1>
        </div>
        <p className={classes.note}>{t('Nothing of this was recorded.')}</p>
        <div className={classes.answers}>
          {rounds.length > 0 && <WordButton label={t('Again')} onClick={onAgain} hasFocus />}
          <WordButton label={t('Back to the comparison')} keyHint="Escape" onClick={onEnd} />
        </div>
      </div>
    </main>
  )
}

function unforeseen(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!
}
