import { Badge, Button } from '@mantine/core'
import { Images, Pencil } from 'lucide-react'
import { memo, useId } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import type { Client } from '../../../shared/domain/client.ts'
import type { ClientCard } from '../../../shared/domain/client-card.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { photosLine } from './client-list.ts'
import type { FoundPhrase } from './client-search.ts'
import styles from './clients.module.css'

interface ClientTileProps {
  readonly card: ClientCard
  /** What of the client's records was searched for. */
  readonly found: readonly FoundPhrase[]
  readonly onOpen: (clientId: ClientId) => void
  readonly onRename: (client: Client) => void
  readonly onRemoveSample: (client: Client) => void
}

/** A client in the list: the whole tile opens the client, its other actions stand on top. Drawn anew only when what it says has changed. */
export const ClientTile = memo(function ClientTile({ card, found, onOpen, onRename, onRemoveSample }: ClientTileProps) {
  const { client, cover } = card
  const lineId = useId()
  return (
    <li className={styles.tile}>
      <div className={styles.cover}>
        {cover ? (
          <Thumbnail src={photoAddress(cover, 'thumb')} alt="" />
        ) : (
          <Images className={styles.noCover} size={32} strokeWidth={1.25} aria-hidden />
        )}
      </div>
      <div className={styles.caption}>
        <div className={styles.nameLine}>
          <button
            type="button"
            className={styles.open}
            aria-describedby={lineId}
            data-client
            onClick={() => onOpen(client.clientId)}
          >
            {client.name}
          </button>
          {client.isSample && <Badge variant="light">Sample</Badge>}
        </div>
        <div className={styles.tileLine}>
          <span id={lineId} className={styles.photosLine}>
            {photosLine(card)}
          </span>
        </div>
        {found.map(({ parts }) => (
          <p key={parts.map(({ text }) => text).join('')} className={styles.found}>
            {parts.map(({ text, isMatch }, place) => {
              const key = `${place}/${text}`
              return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
            })}
          </p>
        ))}
      </div>
      <div className={styles.tileActions}>
        {client.isSample ? (
          <Button size="compact-sm" fw={500} variant="default" onClick={() => onRemoveSample(client)}>
            Remove sample
          </Button>
        ) : (
          <IconButton
            icon={Pencil}
            size="md"
            variant="default"
            label={`Rename ${client.name}`}
            onClick={() => onRename(client)}
          />
        )}
      </div>
    </li>
  )
}, isSameTile)

function isSameTile(before: ClientTileProps, after: ClientTileProps): boolean {
  return (
    before.card === after.card &&
    before.onOpen === after.onOpen &&
    before.onRename === after.onRename &&
    before.onRemoveSample === after.onRemoveSample &&
    JSON.stringify(before.found) === JSON.stringify(after.found)
  )
}
