import { Menu } from '@mantine/core'
import { CalendarPlus, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import type { Treatment } from '../../../shared/domain/client.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './board.module.css'

interface TreatmentMenuProps {
  /** The treatment that is shown; undefined where the client has none. */
  readonly treatment: Treatment | undefined
  readonly hasPhotos: boolean
  readonly onAdd: () => void
  readonly onRename: (treatment: Treatment) => void
  readonly onRemove: (treatment: Treatment) => void
}

/** What can be done with a client's treatments. One that has photos stays, so that none of them is out of sight. */
export function TreatmentMenu({ treatment, hasPhotos, onAdd, onRename, onRemove }: TreatmentMenuProps) {
  return (
    <MenuButton
      icon={EllipsisVertical}
      label="Treatment actions"
      width={260}
      items={() => (
        <>
          <Menu.Item leftSection={<CalendarPlus size={16} aria-hidden />} onClick={onAdd}>
            Add treatment…
          </Menu.Item>
          {treatment && (
            <>
              <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => onRename(treatment)}>
                Rename {treatment.name}…
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Trash2 size={16} aria-hidden />}
                disabled={hasPhotos}
                onClick={() => onRemove(treatment)}
              >
                Remove {treatment.name}
                {hasPhotos && <span className={styles.why}>It has photos: remove them first.</span>}
              </Menu.Item>
            </>
          )}
        </>
      )}
    />
  )
}
