import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { Purpose } from '../../../shared/domain/consent.ts'
import { type ExportFormat, movementOf } from '../../../shared/domain/export-kind.ts'
import type { ExportShape } from '../../../shared/domain/export-look.ts'
import type { ExportLook } from '../../../shared/domain/export-template.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'

/** What the user chooses for an export. */
export interface ExportOptions extends Omit<ExportLook, 'purpose'> {
  readonly purpose: Purpose
  /** The stages of a strip; null: those that are proposed. */
  readonly stages: readonly PhotoId[] | null
  /** The drawings that are shown on the screen are painted too. */
  readonly hasDrawings: boolean
  /** The template that was chosen last, by its key; null: none. */
  readonly templateKey: string | null
}

export const firstOptions: ExportOptions = {
  kind: 'picture',
  purpose: 'for-the-client',
  shape: '4:5',
  stages: null,
  arrangement: null,
  framing: 'whole',
  stillFormat: 'jpeg',
  filmFormat: 'mp4',
  naming: 'stage',
  photoText: '{stage}, {date}',
  detail: 'date',
  ownText: '',
  sign: 'nothing',
  corner: 'bottom-right',
  hasDrawings: false,
  templateKey: null,
}

/** What the last export of this start was made with; what it is for, and of which stages, is asked anew. */
export function optionsLikeLast(): ExportOptions {
  return { ...last, purpose: firstOptions.purpose, stages: null, hasDrawings: false }
}

export function rememberOptions(options: ExportOptions): void {
  last = options
}

let last = firstOptions

/** The file that is made. */
export function formatOf({ kind, stillFormat, filmFormat }: ExportOptions): ExportFormat {
  const moves = movementOf(kind)
  if (moves === 'film') return filmFormat
  return moves === 'blink' ? 'gif' : stillFormat
}

/** The shape that a place asks for, taken with it; null: any. */
export function usualShape(purpose: Purpose): ExportShape | null {
  switch (purpose) {
    case 'instagram':
      return '4:5'
    case 'tiktok':
      return '9:16'
    case 'website':
      return '16:9'
    case 'print':
      return 'original'
    default:
      return null
  }
}

/** A neutral name for the file, without the client: "comparison 2026-03-14.png". */
export function suggestedNameOf(newest: Photo, format: ExportFormat): string {
  const name = newest.capture ? t('comparison {{day}}', { day: captureDay(newest.capture) }) : t('comparison')
  return `${name}.${format === 'jpeg' ? 'jpg' : format}`
}
