import { Button, Group, Indicator, Text } from '@mantine/core'
import { FileOutput, TriangleAlert } from 'lucide-react'
import type { ClientCard } from '../../../shared/domain/client-card.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './clients.module.css'

interface ExportsButtonProps {
  readonly cards: readonly ClientCard[]
  readonly onOpen: () => void
}

/** The way to the list of all exports; a dot tells that some have to be taken down. */
export function ExportsButton({ cards, onOpen }: ExportsButtonProps) {
  const count = takeDownCount(cards)
  const label = count === 0 ? t('Exports') : t('Exports: {{count}} to take down', { count })
  return (
    <Indicator disabled={count === 0} color="red" size={8} offset={6}>
      <IconButton icon={FileOutput} label={label} keyHint="E" onClick={onOpen} />
    </Indicator>
  )
}

/** Reminds of exports whose clients have withdrawn their consent, until they are ticked as taken down. */
export function TakeDownReminder({ cards, onOpen }: ExportsButtonProps) {
  const count = takeDownCount(cards)
  if (count === 0) return null
  return (
    <section className={styles.reminder} aria-label={t('Exports to take down')}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <TriangleAlert className={styles.urgent} size={18} aria-hidden />
          <Text size="sm">
            {t('{{count}} exports have to be taken down: the consent to them was withdrawn.', { count })}
          </Text>
        </Group>
        <Button size="compact-sm" variant="light" flex="none" onClick={onOpen}>
          {t('Show exports')}
        </Button>
      </Group>
    </section>
  )
}

function takeDownCount(cards: readonly ClientCard[]): number {
  return cards.reduce((sum, card) => sum + card.takeDownCount, 0)
}
