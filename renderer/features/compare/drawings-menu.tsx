import { Button, Group, Kbd, Menu, Tooltip } from '@mantine/core'
import { EyeOff, PenTool, Shapes } from 'lucide-react'
import { useState } from 'react'
import { type DrawingKind, drawingKinds, kindName } from '../../../shared/domain/drawing-words.ts'
import { t } from '../../../shared/words/translate.ts'
import { useCommands } from '../../ui/commands.ts'
import { useDrawingDisplay } from '../../viewer/drawings/drawing-display.ts'

interface DrawingsMenuProps {
  /** Kinds of which there are drawings. */
  readonly kinds: ReadonlySet<DrawingKind>
  readonly onDraw: () => void
}

/** Shows and hides drawings by kind, and leads to the drawing table. */
export function DrawingsMenu({ kinds, onDraw }: DrawingsMenuProps) {
  const display = useDrawingDisplay()
  const [isOpen, setOpen] = useState(false)
  const hasAny = kinds.size > 0
  const hiddenCount = [...kinds].filter((kind) => display.hiddenKinds.has(kind)).length
  useCommands([
    {
      name: t('Show or hide drawings'),
      group: t('How the photos are shown'),
      keys: ['d'],
      run: () => setOpen(true),
      isOff: !hasAny,
    },
  ])
  const isHidden = !display.areShown || hiddenCount === kinds.size
  return (
    <Group gap={4} wrap="nowrap">
      {hasAny && (
        <Menu opened={isOpen} onChange={setOpen} position="top-end" width={250}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={isHidden ? <EyeOff size={15} aria-hidden /> : <Shapes size={15} aria-hidden />}
              rightSection={<Kbd size="xs">D</Kbd>}
              aria-keyshortcuts="D"
            >
              {t('Drawings')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.CheckboxItem checked={display.areShown} onChange={display.toggleAll}>
              {t('All drawings')}
            </Menu.CheckboxItem>
            <Menu.Divider />
            {drawingKinds
              .filter((kind) => kinds.has(kind))
              .map((kind) => (
                <Menu.CheckboxItem
                  key={kind}
                  checked={display.areShown && !display.hiddenKinds.has(kind)}
                  disabled={!display.areShown}
                  onChange={() => display.toggleKind(kind)}
                >
                  {kindName(kind)}
                </Menu.CheckboxItem>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Tooltip label={t('Draws zones, hairlines and distances on the baseline')} multiline maw={260}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<PenTool size={15} aria-hidden />}
          onClick={onDraw}
        >
          {t('Draw…')}
        </Button>
      </Tooltip>
    </Group>
  )
}
