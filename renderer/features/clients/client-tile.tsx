import { Badge, Button, Menu } from '@mantine/core'
import { CalendarClock, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { memo, useId } from 'react'
import type { Client } from '../../../shared/domain/client.ts'
import type { ClientCard } from '../../../shared/domain/client-card.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { ClientCover } from '../../client-cover.tsx'
import { ConsentBadge } from '../../consent-badge.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { photosLine } from './client-list.ts'
import type { FoundPhrase } from './client-search.ts'
import styles from './clients.module.css'

interface ClientTileProps {
  readonly card: ClientCard
  readonly today: string
  /** What of the client's records was searched for. */
  readonly found: readonly FoundPhrase[]
  readonly onOpen: (clientId: ClientId) => void
  readonly onRename: (client: Client) => void
  readonly onRetention: (client: ClientCard['client']) => void
  readonly onRemove: (client: Client) => void
  readonly onRemoveSample: (client: Client) => void
}

/** A client in the list: the whole tile opens the client, its other actions stand on top. Drawn anew only when what it says has changed. */
export const ClientTile = memo(function ClientTile(props: ClientTileProps) {
  const { card, today, found, onOpen, onRename, onRetention, onRemove, onRemoveSample } = props
  const { client, cover } = card
  const lineId = useId()
  return (
    <li className={styles.tile}>
      <ClientCover className={styles.cover} cover={cover} />
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
          {client.isSample && <Badge variant="light">{t('Sample')}</Badge>}
        </div>
        <div className={styles.tileLine}>
          <span id={lineId} className={styles.photosLine}>
            {photosLine(card)}
          </span>
        </div>
        {card.consent && (
          <div className={styles.consent}>
            <ConsentBadge consent={card.consent} today={today} />
          </div>
        )}
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
            {t('Remove sample')}
          </Button>
        ) : (
          <MenuButton
            icon={EllipsisVertical}
            size="md"
            variant="default"
            label={t('Actions: {{name}}', { name: client.name })}
            items={() => (
              <>
                <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => onRename(client)}>
                  {t('Rename…')}
                </Menu.Item>
                <Menu.Item leftSection={<CalendarClock size={16} aria-hidden />} onClick={() => onRetention(client)}>
                  {t('Retention note…')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => onRemove(client)}>
                  {t('Move to the trash')}
                </Menu.Item>
              </>
            )}
          />
        )}
      </div>
    </li>
  )
}, isSameTile)

function isSameTile(before: ClientTileProps, after: ClientTileProps): boolean {
  return (
    before.card === after.card &&
    before.today === after.today &&
    before.onOpen === after.onOpen &&
    before.onRename === after.onRename &&
    before.onRetention === after.onRetention &&
    before.onRemove === after.onRemove &&
    before.onRemoveSample === after.onRemoveSample &&
    JSON.stringify(before.found) === JSON.stringify(after.found)
  )
}
