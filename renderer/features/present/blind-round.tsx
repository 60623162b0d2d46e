import { Columns2, SquareSplitHorizontal, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import type { BlindAnswer, BlindRound } from '../../../shared/domain/blind-check.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type PresentMode, slideOfPhoto } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideDetail, slideTitle } from '../../slide-words.ts'
import { useCommands } from '../../ui/commands.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import { ShownPair } from '../../viewer/shown-pair.tsx'
import classes from './blind-check.module.css'
import { blindPicturesOf, blindViewport } from './blind-pictures.ts'
import room from './present.module.css'
import { WordButton } from './word-button.tsx'

interface BlindRoundProps {
  readonly round: BlindRound<Photo>
  readonly reference: Photo
  /** The treatment's photos, among which the days are counted. */
  readonly photos: readonly Photo[]
  readonly alignments: readonly Alignment[]
  readonly place: { readonly number: number; readonly count: number }
  readonly onAnswered: (isRight: boolean) => void
  readonly onNext: () => void
  readonly onEnd: () => void
}

/** One pair: first as A and B, after the answer with stage and date. */
export function BlindRoundView(props: BlindRoundProps) {
  const { round, reference, alignments, place, onNext, onEnd } = props
  const [answer, setAnswer] = useState<BlindAnswer | null>(null)
  const [mode, setMode] = useState<PresentMode>('side-by-side')
  const [viewport, setViewport] = useState(() => blindViewport(reference))
  // an alignment that comes in the middle of a round must not change what is looked at
  const [pictures] = useState(() => blindPicturesOf(round, reference, alignments))
  const slides = useMemo(
    () => ({ a: slideOfPhoto(round.a, props.photos), b: slideOfPhoto(round.b, props.photos) }),
    [round, props.photos],
  )
  const give = (given: BlindAnswer) => {
    setAnswer(given)
    props.onAnswered(given === round.newer)
  }
  const group = t('Blind check')
  const isAnswered = answer !== null
  const letter = { a: t('A'), b: t('B') }
  useCommands([
    { name: t('A is newer'), group, keys: ['a', 'ArrowLeft'], run: () => give('a'), isOff: isAnswered },
    { name: t('B is newer'), group, keys: ['b', 'ArrowRight'], run: () => give('b'), isOff: isAnswered },
    { name: t('Next round'), group, keys: ['Enter'], run: () => pressFocused() || onNext(), isOff: !isAnswered },
    { name: t('Side by side'), group, keys: ['1'], run: () => setMode('side-by-side') },
    { name: t('Slider'), group, keys: ['2'], run: () => setMode('slider'), isOff: !pictures.isAligned },
  ])
  const shown = (which: BlindAnswer) => ({
    picture: pictures[which],
    name: t('Photo {{letter}}', { letter: letter[which] }),
    label: (
      <>
        <div className={room.title}>{letter[which]}</div>
        {isAnswered && (
          <div className={room.detail}>
            {slideTitle(slides[which])}
            <br />
            {slideDetail(slides[which])}
          </div>
        )}
      </>
    ),
  })
  return (
    <main className={room.room} aria-label={t('Blind check')}>
      <div className={classes.photos}>
        <ShownPair mode={mode} viewport={viewport} onViewport={setViewport} left={shown('a')} right={shown('b')} />
      </div>
      <div className={classes.bar}>
        <div className={classes.place}>
          {t('Round {{number}} of {{rounds}}', { number: place.number, rounds: place.count })}
        </div>
        <div className={classes.asked}>
          <div role="status">
            <h1 className={classes.question}>{sentence(answer, round.newer)}</h1>
          </div>
          <div className={classes.answers}>
            {isAnswered ? (
              <WordButton label={t('Next')} keyHint="Enter" onClick={onNext} hasFocus />
            ) : (
              <>
                <WordButton label={t('A is newer')} keyHint="a" onClick={() => give('a')} />
                <WordButton label={t('B is newer')} keyHint="b" onClick={() => give('b')} />
              </>
            )}
          </div>
        </div>
        <div className={room.buttons}>
          <RoomButton
            icon={Columns2}
            label={t('Side by side')}
            keyHint="1"
            isPressed={mode === 'side-by-side'}
            onClick={() => setMode('side-by-side')}
          />
          <RoomButton
            icon={SquareSplitHorizontal}
            label={pictures.isAligned ? t('Slider') : t('Slider: only for photos that are aligned')}
            keyHint="2"
            isPressed={mode === 'slider'}
            disabled={!pictures.isAligned}
            onClick={() => setMode('slider')}
          />
          <RoomButton icon={X} label={t('End the blind check')} keyHint="Escape" onClick={onEnd} />
        </div>
      </div>
    </main>
  )
}

function sentence(answer: BlindAnswer | null, newer: BlindAnswer): string {
  if (answer === null) return t('Which photo is newer?')
  if (answer === newer) return newer === 'a' ? t('Right: A is newer.') : t('Right: B is newer.')
  return newer === 'a' ? t('No: A is newer.') : t('No: B is newer.')
}

/** Enter on a focused button means that button. */
function pressFocused(): boolean {
  const focused = document.activeElement
  if (!(focused instanceof HTMLButtonElement)) return false
  focused.click()
  return true
}
