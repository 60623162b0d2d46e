import { Button, Group, Kbd, Text, Tooltip } from '@mantine/core'
import { Maximize, Minus, Plus, RotateCcw, RotateCw } from 'lucide-react'
import { type Size, scaleOf, turnedBy, type Viewport } from '../../shared/domain/geometry/viewport.ts'
import { t } from '../../shared/words/translate.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { zoomAfterKey } from './viewport-keys.ts'

interface ViewportControlsProps {
  readonly viewport: Viewport
  /** The viewport at the moment of a press, where `viewport` may be a little behind it. */
  readonly now?: () => Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly pane: Size | undefined
  readonly frame: Size
  /** Everything that is laid over the photos follows when they are turned. */
  readonly canTurn?: boolean
}

/** Buttons that zoom and turn, and how large one photo pixel is on the screen. */
export function ViewportControls(props: ViewportControlsProps) {
  const { viewport, now = () => viewport, onViewport, pane, frame, canTurn = false } = props
  const press = (key: string) => () => {
    const next = pane && zoomAfterKey(key, now(), pane, frame)
    if (next) onViewport(next)
  }
  const percent = pane ? `${Math.round(scaleOf(viewport, pane, frame) * 100)} %` : ''
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t('Zoom')}>
      {canTurn && (
        <>
          <IconButton
            icon={RotateCcw}
            label={t('Turn the view to the left')}
            keyHint=","
            onClick={() => onViewport(turnedBy(now(), -1))}
          />
          <IconButton
            icon={RotateCw}
            label={t('Turn the view to the right')}
            keyHint="."
            onClick={() => onViewport(turnedBy(now(), 1))}
          />
        </>
      )}
      <IconButton icon={Minus} label={t('Zoom out')} keyHint="−" onClick={press('-')} />
      <Text size="sm" w={52} ta="center" aria-label={t('Zoom {{percent}}', { percent })} role="img">
        {percent}
      </Text>
      <IconButton icon={Plus} label={t('Zoom in')} keyHint="+" onClick={press('+')} />
      <IconButton icon={Maximize} label={t('Show the whole photo')} keyHint="0" onClick={press('0')} />
      <Tooltip
        label={
          <>
            {t('One photo pixel on one screen pixel')} <Kbd size="xs">Z</Kbd>
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
