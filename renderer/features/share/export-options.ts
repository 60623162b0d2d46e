import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { Framing } from '../../../shared/domain/geometry/reference-view.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import type { PhotoText } from './comparison-painter.ts'
import { type Arrangement, type ExportShape, largerArrangement } from './export-layout.ts'

/** What is written under the stage. */
export type DetailKind = 'date' | 'day' | 'nothing'

/** What the user chooses for an export. */
export interface ExportOptions {
  readonly shape: ExportShape
  /** Null: the one in which the photos are larger. */
  readonly arrangement: Arrangement | null
  readonly framing: Framing
  readonly format: 'png' | 'jpeg'
  readonly detail: DetailKind
  readonly ownText: string
}

export const firstOptions: ExportOptions = {
  shape: '4:5',
  arrangement: null,
  framing: 'whole',
  format: 'jpeg',
  detail: 'date',
  ownText: '',
}

/** The chosen arrangement, or the one in which the whole photos are larger. */
export function arrangementOf(options: ExportOptions, reference: Photo): Arrangement {
  return options.arrangement ?? largerArrangement(shownSize(reference), options.shape)
}

/** What is written on a photo. */
export function photoTextOf(caption: PhotoCaption, detail: DetailKind): PhotoText {
  switch (detail) {
    case 'date':
      return { title: caption.stage, detail: caption.isDateKnown ? caption.date : null }
    case 'day':
      return { title: caption.stage, detail: caption.day && capitalised(caption.day) }
    case 'nothing':
      return { title: caption.stage, detail: null }
  }
}

/** A neutral name for the file, without the client: "comparison 2026-03-14.png". */
export function suggestedNameOf(moving: Photo, format: ExportOptions['format']): string {
  const day = moving.capture ? ` ${captureDay(moving.capture)}` : ''
  return `comparison${day}.${format === 'png' ? 'png' : 'jpg'}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
