import { Button } from '@mantine/core'
import type { Drawing } from '../../../shared/domain/drawing.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './draw.module.css'
import type { DrawTable } from './use-draw-state.ts'

interface GuidanceProps {
  readonly table: DrawTable
  readonly selected: Pick<Drawing, 'shape'> | null
}

/** What to do next, in a sentence; while something is begun, the ways to end it. */
export function Guidance({ table, selected }: GuidanceProps) {
  const { points } = table.state
  return (
    <div className={classes.guidance}>
      <span role="status" aria-label={t('What to do next')}>
        {sentence(table, selected)}
      </span>
      {points.length > 0 && (
        <span className={classes.guidanceButtons}>
          {table.finish && (
            <Button size="compact-sm" onClick={table.finish} aria-keyshortcuts="F">
              {t('Finish')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={table.cancel} aria-keyshortcuts="Escape">
            {t('Cancel')}
          </Button>
        </span>
      )}
    </div>
  )
}

function sentence({ state, finish }: DrawTable, selected: GuidanceProps['selected']): string {
  const { tool, points, question } = state
  if (question?.kind === 'text') return t('Write the text at the right, then Enter.')
  if (question?.kind === 'scale') return t('Say at the right how long this line is.')
  if (points.length > 0) return begun(tool, points.length, finish !== null)
  if (selected) return t('Drag its points, or move them by arrow keys; Insert adds a point, Delete removes one.')
  switch (tool) {
    case 'select':
      return t('Choose a tool, or click a drawing to change it.')
    case 'zone':
      return t(
        'Draw round the area with the button held, or click point after point. By keyboard: arrow keys and Enter.',
      )
    case 'hairline':
      return t(
        'Draw along the hairline with the button held, or click point after point. By keyboard: arrow keys and Enter.',
      )
    case 'circle':
      return t('Drag from the middle of the spot outwards.')
    case 'text':
      return t('Click where the text belongs.')
    case 'brush':
      return t('Brush over the area. Each stroke goes on with the same drawing.')
    case 'arrow':
      return t('Drag from where the arrow begins to what it points at.')
    case 'measure':
      return t('Drag from one spot to the other.')
    case 'scale':
      return t('Drag along something of known size: a ruler, across a sticker or a coin.')
  }
}

function begun(tool: DrawTable['state']['tool'], count: number, isEnough: boolean): string {
  if (tool === 'circle') return t('Now a point of its edge.')
  if (tool === 'arrow' || tool === 'measure' || tool === 'scale') return t('Now the other end.')
  if (!isEnough) return t('{{count}} points. More points, please.', { count })
  return tool === 'zone'
    ? t('{{count}} points. Click the first or the last one again, or press F, to close the zone.', { count })
    : t('{{count}} points. Click the last one again, or press F, to finish.', { count })
}
