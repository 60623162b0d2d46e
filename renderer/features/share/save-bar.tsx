import { Button, Group, Progress, Text, UnstyledButton } from '@mantine/core'
import { CircleAlert } from 'lucide-react'
import type { ExportKind } from '../../../shared/domain/export-kind.ts'
import { movementOf } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import type { ExportTab, Obstacle } from './obstacles.ts'
import classes from './share.module.css'
import type { Saving } from './use-saving.ts'

interface SaveBarProps {
  readonly kind: ExportKind
  readonly saving: Saving | null
  readonly obstacles: readonly Obstacle[]
  /** The tab that is open. */
  readonly tab: ExportTab
  readonly isReady: boolean
  readonly onTab: (tab: ExportTab) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** What stands in the way of saving, how far it is, and the buttons. */
export function SaveBar({ kind, saving, obstacles, tab, isReady, onTab, onSave, onCancel }: SaveBarProps) {
  return (
    <div className={classes.saveBar}>
      {saving?.step && (
        <div role="status">
          <Text size="sm" mb={6}>
            {saving.step}
          </Text>
          <Progress value={saving.fraction * 100} aria-label={saving.step} />
        </div>
      )}
      {obstacles.length > 0 && (
        <div role="status">
          <ul className={classes.obstacles} aria-label={t('What is missing')}>
            {obstacles.map(({ tab: where, sentence }) => (
              <li key={sentence} className={classes.obstacle}>
                <CircleAlert size={16} aria-hidden />
                <span>
                  {sentence}{' '}
                  {where !== tab && (
                    <UnstyledButton className={classes.show} onClick={() => onTab(where)}>
                      {t('Show')}
                    </UnstyledButton>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button loading={saving !== null} disabled={!isReady || obstacles.length > 0} onClick={onSave}>
          {movementOf(kind) === 'film' ? t('Save video…') : t('Save picture…')}
        </Button>
      </Group>
    </div>
  )
}
