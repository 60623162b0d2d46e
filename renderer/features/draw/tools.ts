import {
  Brush,
  Circle,
  DraftingCompass,
  type LucideIcon,
  MousePointer2,
  MoveUpRight,
  Pentagon,
  Ruler,
  Spline,
  Type,
} from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'

export const drawTools = ['select', 'zone', 'hairline', 'arrow', 'circle', 'text', 'brush', 'measure', 'scale'] as const
export type DrawTool = (typeof drawTools)[number]

/** How a tool is shown, and what it does. The keys are 1, 2, 3 … in the order of the rail. */
export interface ToolEntry {
  readonly icon: LucideIcon
  readonly name: string
  readonly about: string
}

/** A tool's icon and words. */
export function toolEntry(tool: DrawTool): ToolEntry {
  switch (tool) {
    case 'select':
      return {
        icon: MousePointer2,
        name: t('Select'),
        about: t('Choose a drawing to change it; drag the photo to move it'),
      }
    case 'zone':
      return { icon: Pentagon, name: t('Zone'), about: t('A closed outline: treated, reference, avoid or blend') }
    case 'hairline':
      return { icon: Spline, name: t('Hairline'), about: t('A smooth line with a style') }
    case 'arrow':
      return { icon: MoveUpRight, name: t('Arrow'), about: t('Points at a spot') }
    case 'circle':
      return { icon: Circle, name: t('Circle'), about: t('Rings a spot') }
    case 'text':
      return { icon: Type, name: t('Text'), about: t('A few words at a spot') }
    case 'brush':
      return { icon: Brush, name: t('Brush'), about: t('Marks an area by free strokes') }
    case 'measure':
      return { icon: Ruler, name: t('Measure'), about: t('The distance between two spots') }
    case 'scale':
      return {
        icon: DraftingCompass,
        name: t('Scale'),
        about: t('A line along something of known size, so that distances can be told in millimetres'),
      }
  }
}

/** The key that takes a tool. */
export function toolKey(tool: DrawTool): string {
  return String(drawTools.indexOf(tool) + 1)
}
