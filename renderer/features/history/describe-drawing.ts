import { photoOfDrawing } from '../../../shared/domain/drawing.ts'
import { kindName, kindOf, scaleThingName } from '../../../shared/domain/drawing-words.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { lengthInWords } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'

type DrawingEvent = Extract<DomainEvent, { type: `drawing-${string}` | 'scale-set' }>

/** What happened to a drawing or a photo's scale, in words; `of` are further lines, and the photo that it is about. */
export function describeDrawing(event: DrawingEvent, facts: Facts): { what: string; of: string[]; photoId: string } {
  if (event.type === 'scale-set') {
    const { photoId, scale } = event.data
    if (!scale) return { what: t('Scale of a photo taken away'), of: [], photoId }
    const length = lengthInWords({ unit: 'mm', value: scale.lengthMm })
    return { what: t('Scale of a photo set'), of: [`${scaleThingName(scale.by)}: ${length}`], photoId }
  }
  const { drawingId } = event.data
  const { shape, name } = 'shape' in event.data ? event.data : (facts.drawings.get(drawingId) ?? blank)
  const drawing = shape ? kindName(kindOf(shape)) : t('Drawing')
  return { what: whatHappened(event.type, drawing), of: name === '' ? [] : [name], photoId: photoOfDrawing(drawingId) }
}

const blank = { shape: null, name: '' }

function whatHappened(type: Exclude<DrawingEvent['type'], 'scale-set'>, drawing: string): string {
  switch (type) {
    case 'drawing-added':
      return t('Drawn: {{drawing}}', { drawing })
    case 'drawing-changed':
      return t('Drawing changed: {{drawing}}', { drawing })
    case 'drawing-removed':
      return t('Drawing removed: {{drawing}}', { drawing })
    case 'drawing-restored':
      return t('Drawing restored: {{drawing}}', { drawing })
  }
}
