import { Button, Group, Kbd, Text, Tooltip } from '@mantine/core'
import { Maximize, Minus, Plus } from 'lucide-react'
import { type Size, scaleOf, type Viewport } from '../../shared/domain/geometry/viewport.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { zoomAfterKey } from './viewport-keys.ts'

interface ViewportControlsProps {
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly pane: Size | undefined
  readonly frame: Size
}

/** Buttons that zoom, and how large one photo pixel is on the screen. */
export function ViewportControls({ viewport, onViewport, pane, frame }: ViewportControlsProps) {
  const press = (key: string) => () => {
    const next = pane && zoomAfterKey(key, viewport, pane, frame)
    if (next) onViewport(next)
  }
  const percent = pane ? `${Math.round(scaleOf(viewport, pane, frame) * 100)} %` : ''
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label="Zoom">
      <IconButton icon={Minus} label="Zoom out" keyHint="−" onClick={press('-')} />
      <Text size="sm" w={52} ta="center" aria-label={`Zoom ${percent}`} role="img">
        {percent}
      </Text>
      <IconButton icon={Plus} label="Zoom in" keyHint="+" onClick={press('+')} />
      <IconButton icon={Maximize} label="Show the whole photo" keyHint="0" onClick={press('0')} />
      <Tooltip
        label={
          <>
            One photo pixel on one screen pixel <Kbd size="xs">Z</Kbd>
          </>
        }
      >
        <Button variant="subtle" color="gray" size="compact-md" aria-keyshortcuts="Z" onClick={press('z')}>
          100 %
        </Button>
      </Tooltip>
    </Group>
  )
}
