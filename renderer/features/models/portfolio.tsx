import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ShowcasePair } from '../../../shared/domain/showcase.ts'
import { t } from '../../../shared/words/translate.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { useCommands } from '../../ui/commands.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { usePorts } from '../../use-ports.tsx'
import { pairName } from './model-words.ts'
import { pictureOfSide } from './pair-picture.ts'
import styles from './portfolio.module.css'
import { PortfolioPair } from './portfolio-pair.tsx'

interface PortfolioProps {
  /** What may be shown now; what is taken away is gone at once. */
  readonly pairs: readonly ShowcasePair[]
  readonly onEnd: () => void
}

/** Before and after of models, for a consultation: a board that fills the screen, and each pair by itself. Nobody is named. */
export function Portfolio({ pairs, onEnd }: PortfolioProps) {
  const { presenting } = usePorts()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [lastKey, setLastKey] = useState<string | null>(null)
  const place = pairs.findIndex((pair) => keyOf(pair) === openKey)
  const opened = pairs[place]
  useTitle('Stipple')
  useEffect(() => {
    // where a screen can't be filled, the window itself is the room
    presenting.fillScreen(true).catch(() => undefined)
    return () => {
      presenting.fillScreen(false).catch(() => undefined)
    }
  }, [presenting])
  const open = (pair: ShowcasePair | undefined) => {
    if (!pair) return
    setOpenKey(keyOf(pair))
    setLastKey(keyOf(pair))
  }
  if (opened)
    return (
      <PortfolioPair
        key={keyOf(opened)}
        pair={opened}
        place={{ number: place + 1, total: pairs.length }}
        onPrevious={place > 0 ? () => open(pairs[place - 1]) : undefined}
        onNext={place < pairs.length - 1 ? () => open(pairs[place + 1]) : undefined}
        onBoard={() => setOpenKey(null)}
        onEnd={onEnd}
      />
    )
  return <Board pairs={pairs} focusKey={lastKey} onOpen={open} onEnd={onEnd} />
}

interface BoardProps extends PortfolioProps {
  /** The pair that one comes back from. */
  readonly focusKey: string | null
  readonly onOpen: (pair: ShowcasePair) => void
}

function Board({ pairs, focusKey, onOpen, onEnd }: BoardProps) {
  useCommands([{ name: t('End the portfolio'), group: t('Portfolio'), keys: ['Escape', 'f'], run: onEnd }])
  return (
    <main className={styles.room} aria-label={t('Portfolio')}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t('Before and after')}</h1>
        <RoomButton icon={X} label={t('End the portfolio')} keyHint="Escape" onClick={onEnd} />
      </div>
      {pairs.length === 0 && <p className={styles.empty}>{t('There is nothing to show.')}</p>}
      <ul className={styles.board} onKeyDown={(event) => moveFocusByArrows(event, '[data-pair]')}>
        {pairs.map((pair, index) => (
          <li key={keyOf(pair)}>
            <button
              type="button"
              ref={(button) => {
                if (focusKey === null ? index === 0 : keyOf(pair) === focusKey) focusOnce(button)
              }}
              className={styles.tile}
              data-pair
              aria-label={pairName(pair)}
              onClick={() => onOpen(pair)}
            >
              {[pair.before, pair.after].map((slide) => (
                <img
                  key={slide.photoId}
                  src={pictureOfSide(pair, slide).workAddress}
                  alt=""
                  loading="lazy"
                  decoding="async"
                />
              ))}
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The board comes without a focus; afterwards it belongs to the hand. */
function focusOnce(button: HTMLButtonElement | null): void {
  if (button && (document.activeElement === document.body || document.activeElement === null)) button.focus()
}

function keyOf({ treatmentId, angle }: ShowcasePair): string {
  return `${treatmentId}/${angle}`
}
