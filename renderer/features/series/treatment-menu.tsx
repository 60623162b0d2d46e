import { Menu } from '@mantine/core'
import { CalendarPlus, EllipsisVertical, Gift, Pencil, Trash2 } from 'lucide-react'
import type { Treatment } from '../../../shared/domain/client.ts'
import { t } from '../../../shared/words/translate.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './board.module.css'

interface TreatmentMenuProps {
  /** The treatment that is shown; undefined where the client has none. */
  readonly treatment: Treatment | undefined
  readonly hasPhotos: boolean
  readonly onAdd: () => void
  /** Makes what the client takes home. */
  readonly onHandOver: () => void
  readonly onRename: (treatment: Treatment) => void
  readonly onRemove: (treatment: Treatment) => void
}

/** What can be done with a client's treatments. One that has photos stays, so that none of them is out of sight. */
export function TreatmentMenu({ treatment, hasPhotos, onAdd, onHandOver, onRename, onRemove }: TreatmentMenuProps) {
  return (
    <MenuButton
      icon={EllipsisVertical}
      label={t('Treatment actions')}
      width={300}
      items={() => (
        <>
          <Menu.Item leftSection={<CalendarPlus size={16} aria-hidden />} onClick={onAdd}>
            {t('Add treatment…')}
          </Menu.Item>
          <Menu.Item leftSection={<Gift size={16} aria-hidden />} disabled={!hasPhotos} onClick={onHandOver}>
            {t('For the client…')}
          </Menu.Item>
          {treatment && (
            <>
              <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => onRename(treatment)}>
                {t('Rename {{name}}…', { name: treatment.name })}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Trash2 size={16} aria-hidden />}
                disabled={hasPhotos}
                onClick={() => onRemove(treatment)}
              >
                {t('Remove {{name}}', { name: treatment.name })}
                {hasPhotos && <span className={styles.why}>{t('It has photos: remove them first.')}</span>}
              </Menu.Item>
            </>
          )}
        </>
      )}
    />
  )
}
