import { Badge, Button } from '@mantine/core'
import { CalendarClock, Undo2 } from 'lucide-react'
import type { TrashedClient } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import { ClientCover } from '../../client-cover.tsx'
import { photosInWords } from '../../counted-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './trash.module.css'
import { dayOfInstant, fateOf } from './trash-words.ts'

interface TrashedClientCardProps {
  readonly client: TrashedClient
  readonly onRestore: () => void
  readonly onNote: () => void
  readonly onErase: () => void
}

/** A client in the trash: the cover picture, what becomes of it, and the ways out. */
export function TrashedClientCard({ client, onRestore, onNote, onErase }: TrashedClientCardProps) {
  const { name, cover, photoCount, removedAt, isSample } = client
  const fate = fateOf(client, new Date())
  return (
    <li className={styles.card}>
      <ClientCover className={styles.cover} cover={cover} />
      <div className={styles.caption}>
        <div className={styles.nameLine}>
          <h3 className={styles.name} title={name}>
            {name}
          </h3>
          {isSample && <Badge variant="light">{t('Sample')}</Badge>}
        </div>
        <p className={styles.line}>
          {t('{{photos}}, removed {{day}}', {
            photos: photoCount === 0 ? t('No photos') : photosInWords(photoCount),
            day: dayOfInstant(removedAt),
          })}
        </p>
        <p className={styles.fate} data-urgent={fate.isUrgent || undefined}>
          {fate.sentence}
        </p>
        <div className={styles.cardActions}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Undo2 size={14} aria-hidden />}
            aria-label={t('Restore {{name}}', { name })}
            onClick={onRestore}
          >
            {t('Restore')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red.4"
            aria-label={t('Erase {{name}} for good…', { name })}
            onClick={onErase}
          >
            {t('Erase for good…')}
          </Button>
        </div>
      </div>
      {!isSample && (
        <div className={styles.corner}>
          <IconButton
            icon={CalendarClock}
            size="md"
            variant="default"
            label={t('Retention note: {{name}}', { name })}
            onClick={onNote}
          />
        </div>
      )}
    </li>
  )
}
