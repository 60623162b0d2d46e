import type { UsedCovers } from '../../../shared/domain/covers/cover.ts'
import type { ExportFormat } from '../../../shared/domain/export-kind.ts'
import type { MatchedLight } from '../../../shared/domain/light/match-light.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Engine, FilmOrder, Films, SavedExport, WorkOptions } from '../../ports.ts'
import type { PaintedComparison } from './comparison-painter.ts'
import type { ExportLayout } from './export-layout.ts'
import { type ExportOptions, formatOf, suggestedNameOf } from './export-options.ts'
import type { Film } from './film.ts'
import { makingOf } from './making.ts'

/** What is saved: the canvas that shows it, or the film whose frames are painted. */
export interface ToSave {
  readonly options: ExportOptions
  readonly layout: ExportLayout
  readonly canvas: HTMLCanvasElement
  readonly film: Film | undefined
  readonly paint: FilmOrder['paint']
  readonly light: MatchedLight | undefined
  readonly covers: UsedCovers | undefined
  readonly painted: Omit<PaintedComparison, 'pictures'>
}

/** Saves an export; null when the user cancels where to save. */
export async function saveExport(
  { engine, films }: { readonly engine: Engine; readonly films: Films },
  toSave: ToSave,
  work: WorkOptions,
): Promise<SavedExport | null> {
  const { options, layout, light, covers, painted } = toSave
  const format = formatOf(options)
  const file = await fileOf(films, toSave, format, work)
  const photos = layout.panes.map(({ source }) => source.photo)
  return engine.saveExport(file, {
    photoIds: photos.map(({ photoId }) => photoId),
    purpose: options.purpose,
    kind: options.kind,
    format,
    suggestedName: suggestedNameOf(photos.at(-1)!, format),
    ...(light && { light }),
    ...(covers && { covers }),
    making: makingOf(painted),
  })
}

async function fileOf(
  films: Films,
  { film, layout, canvas, paint }: ToSave,
  format: ExportFormat,
  work: WorkOptions,
): Promise<Blob> {
  if (film && format !== 'png' && format !== 'jpeg')
    return films.make(
      { format, size: layout.size, frames: film.frames, framesPerSecond: film.framesPerSecond, paint },
      work,
    )
  // always without loss: main encodes the file in its final format, once
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!picture) throw new AppError('bug')
  return picture
}
