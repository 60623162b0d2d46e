import { Button, Menu } from '@mantine/core'
import { Plus } from 'lucide-react'
import { type Angle, angleIds, angleLabel } from '../../../shared/domain/angle.ts'
import { t } from '../../../shared/words/translate.ts'

interface AddAngleMenuProps {
  readonly shown: readonly Angle[]
  readonly onAdd: (angle: Angle) => void
}

/** Offers the angles that have no row yet. */
export function AddAngleMenu({ shown, onAdd }: AddAngleMenuProps) {
  const others = angleIds.filter((angle) => !shown.includes(angle))
  if (others.length === 0) return null
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<Plus size={16} aria-hidden />}>
          {t('Add angle')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((angle) => (
          <Menu.Item key={angle} onClick={() => onAdd(angle)}>
            {angleLabel(angle)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
