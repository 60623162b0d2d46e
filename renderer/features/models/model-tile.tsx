import { Badge } from '@mantine/core'
import { ImageOff } from 'lucide-react'
import { useId } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { channelsInWords } from '../../../shared/domain/consent-words.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import type { Model } from '../../../shared/domain/models.ts'
import type { ShowcasePair } from '../../../shared/domain/showcase.ts'
import { t } from '../../../shared/words/translate.ts'
import { ConsentBadge } from '../../consent-badge.tsx'
import { slideTitle } from '../../slide-words.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { reachedLine, traitsLine } from './model-words.ts'
import styles from './models.module.css'

interface ModelTileProps {
  readonly model: Model
  readonly today: string
  readonly onOpen: (clientId: ClientId) => void
}

/** A model: the newest pair that may be shown, what one looks for, and what the consent covers. The whole tile opens the client. */
export function ModelTile({ model, today, onOpen }: ModelTileProps) {
  const { client, consent, treatments } = model
  const aboutId = useId()
  const pair = treatments.flatMap(({ pairs }) => pairs)[0]
  const [newest] = treatments
  const traits = newest ? traitsLine(newest) : ''
  return (
    <li className={styles.tile}>
      {pair ? <TilePair pair={pair} /> : <NoPair />}
      <div className={styles.caption}>
        <div className={styles.nameLine}>
          <button
            type="button"
            className={styles.open}
            aria-describedby={aboutId}
            data-model
            onClick={() => onOpen(client.clientId)}
          >
            {client.name}
          </button>
          {client.isSample && <Badge variant="light">{t('Sample')}</Badge>}
        </div>
        <div id={aboutId} className={styles.about}>
          {newest && <div>{[reachedLine(newest), pair && angleLabel(pair.angle)].filter(Boolean).join(' · ')}</div>}
          {traits && <div>{traits}</div>}
          <div>{channelsInWords(consent.channels)}</div>
        </div>
        <div className={styles.badges}>
          <ConsentBadge consent={consent} today={today} />
          {consent.angles === 'crown-only' && (
            <Badge variant="light" color="gray" tt="none">
              {t('Without face')}
            </Badge>
          )}
        </div>
      </div>
    </li>
  )
}

function TilePair({ pair }: { pair: ShowcasePair }) {
  return (
    <div className={styles.pair}>
      {[pair.before, pair.after].map((slide) => (
        <div key={slide.photoId} className={styles.half}>
          <Thumbnail src={photoAddress(slide, 'thumb')} alt={slideTitle(slide)} />
          <span className={styles.stage} aria-hidden>
            {slideTitle(slide)}
          </span>
        </div>
      ))}
    </div>
  )
}

function NoPair() {
  return (
    <div className={styles.noPair}>
      <ImageOff size={24} strokeWidth={1.25} aria-hidden />
      <span>{t('No aligned pair that the consent covers')}</span>
    </div>
  )
}
