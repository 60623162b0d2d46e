import { t } from '../words/translate.ts'
import type { DrawnShape, HairlineEdge, HairlineStyle, ZoneKind } from './drawing.ts'
import type { KnownThing } from './scale.ts'

/** What drawings are told apart, shown and hidden by. */
export const drawingKinds = [
  'treated',
  'reference',
  'avoid',
  'blend',
  'hairline',
  'arrow',
  'circle',
  'text',
  'brush',
  'measure',
] as const
export type DrawingKind = (typeof drawingKinds)[number]

/** The kind of a shape. */
export function kindOf(shape: DrawnShape): DrawingKind {
  return shape.kind === 'zone' ? shape.zone : shape.kind
}

/** A kind's name: "Treated zone", "Hairline". */
export function kindName(kind: DrawingKind): string {
  switch (kind) {
    case 'treated':
      return t('Treated zone')
    case 'reference':
      return t('Reference zone')
    case 'avoid':
      return t('Zone to avoid')
    case 'blend':
      return t('Blend zone')
    case 'hairline':
      return t('Hairline')
    case 'arrow':
      return t('Arrow')
    case 'circle':
      return t('Circle')
    case 'text':
      return t('Text')
    case 'brush':
      return t('Brush')
    case 'measure':
      return t('Distance')
  }
}

/** A zone's kind in a word, as it is written beside its line. */
export function zoneWord(zone: ZoneKind): string {
  switch (zone) {
    case 'treated':
      return t('Treated')
    case 'reference':
      return t('Reference')
    case 'avoid':
      return t('Avoid')
    case 'blend':
      return t('Blend')
  }
}

/** How a hairline runs, in a word. */
export function hairlineStyleWord(style: HairlineStyle): string {
  switch (style) {
    case 'rounded':
      return t('Rounded')
    case 'boxed':
      return t('Boxed')
    case 'peaked':
      return t('Peaked')
    case 'receded':
      return t('Receded')
    case 'natural':
      return t('Natural')
  }
}

/** How a hairline ends, in a word. */
export function hairlineEdgeWord(edge: HairlineEdge): string {
  switch (edge) {
    case 'sharp':
      return t('Sharp')
    case 'faded':
      return t('Faded')
    case 'scattered':
      return t('Scattered')
  }
}

/** What a scale's line lies on: "1 euro coin". */
export function scaleThingName(by: KnownThing | 'length' | 'sticker'): string {
  switch (by) {
    case 'length':
      return t('Something of known length')
    case 'sticker':
      return t('Round sticker, across')
    case 'euro-1':
      return t('1 euro coin, across')
    case 'euro-2':
      return t('2 euro coin, across')
    case 'cent-50':
      return t('50 cent coin, across')
    case 'us-quarter':
      return t('US quarter, across')
    case 'uk-10p':
      return t('UK 10 pence, across')
    case 'swiss-franc':
      return t('Swiss franc, across')
    case 'card':
      return t('Bank card, long side')
  }
}

interface Named {
  readonly drawingId: string
  readonly name: string
  readonly shape: DrawnShape
}

/** What each drawing is called: its name, else its kind, with a number where there are several of it without a name. */
export function drawingNames(drawings: readonly Named[]): ReadonlyMap<string, string> {
  const unnamed = drawings.filter(({ name, shape }) => name === '' && shape.kind !== 'text')
  return new Map(
    drawings.map(({ drawingId, name, shape }) => {
      if (name !== '') return [drawingId, name]
      if (shape.kind === 'text') return [drawingId, shape.text]
      const alike = unnamed.filter((other) => kindOf(other.shape) === kindOf(shape))
      const number = alike.findIndex((other) => other.drawingId === drawingId) + 1
      const kind = kindName(kindOf(shape))
      return [drawingId, alike.length > 1 ? t('{{kind}} {{number}}', { kind, number }) : kind]
    }),
  )
}
