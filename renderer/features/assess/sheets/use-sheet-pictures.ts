import { useEffect, useState } from 'react'
import type { PhotoAssessment } from '../../../../shared/domain/assessing/photo-assessment.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { AppError } from '../../../../shared/errors.ts'
import { isCancelled } from '../../../error-messages.ts'
import type { DrawnPane, Engine } from '../../../ports.ts'
import { usePorts } from '../../../use-ports.tsx'
import type { SheetMap } from './sheet-maps.ts'

/** The pictures of a map as addresses of JPEGs, and what its photo tells. */
export interface SheetPictures {
  readonly judged: string
  readonly before: string | null
  /** Undefined: it couldn't be had. */
  readonly assessment: PhotoAssessment | undefined
}

/** Where the pictures of a sheet stand; `ready` has one entry for each map. */
export type SheetDrawing =
  | { readonly kind: 'drawing'; readonly fraction: number }
  | { readonly kind: 'ready'; readonly pictures: readonly SheetPictures[] }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

interface Asked {
  readonly judged: DrawnPane
  readonly before: DrawnPane | null
  readonly referenceId: PhotoId
}

/** The baseline is shown 51 mm wide, a map 118 mm. */
const beforeShare = 51 / 118
const jpegQuality = 0.92

type Ending = { readonly pictures: readonly SheetPictures[] } | { readonly error: unknown }

/** Draws the pictures of maps from the originals, and again whenever the maps ask for others. */
export function useSheetPictures(maps: readonly SheetMap[]): SheetDrawing {
  const { engine } = usePorts()
  const [attempt, setAttempt] = useState(0)
  const [fraction, setFraction] = useState(0)
  const [ended, setEnded] = useState<{ readonly of: string; readonly ending: Ending }>()
  const asked = JSON.stringify([attempt, maps.map(askedOf)])
  useEffect(() => {
    const [, all]: [number, Asked[]] = JSON.parse(asked)
    const abort = new AbortController()
    const made: string[] = []
    const { signal } = abort
    const draw = async () => {
      setFraction(0)
      const pictures: SheetPictures[] = []
      for (const [index, one] of all.entries()) {
        const onProgress = (part: number) => !signal.aborted && setFraction((index + part) / all.length)
        pictures.push(await picturesOf(engine, one, { signal, onProgress, made }))
      }
      if (!signal.aborted) setEnded({ of: asked, ending: { pictures } })
    }
    draw().catch((error: unknown) => !signal.aborted && setEnded({ of: asked, ending: { error } }))
    return () => {
      abort.abort()
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [engine, asked])

  if (ended?.of !== asked) return { kind: 'drawing', fraction }
  if ('error' in ended.ending)
    return { kind: 'failed', error: ended.ending.error, retry: () => setAttempt((count) => count + 1) }
  return { kind: 'ready', pictures: ended.ending.pictures }
}

function askedOf({ judged, before, referenceId, view }: SheetMap): Asked {
  const pane = (photoId: PhotoId, isAligned: boolean, share: number): DrawnPane => ({
    photoId,
    alignmentId: isAligned ? (judged.inputs.drawnIn?.alignmentId ?? null) : null,
    isRigid: false,
    view: {
      ...view,
      scale: view.scale * share,
      widthPx: Math.round(view.widthPx * share),
      heightPx: Math.round(view.heightPx * share),
    },
  })
  return {
    judged: pane(judged.photo.photoId, true, 1),
    before: before && pane(before.photoId, false, beforeShare),
    referenceId,
  }
}

interface Drawing {
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number) => void
  /** Addresses that have to be given back. */
  readonly made: string[]
}

async function picturesOf(
  engine: Engine,
  { judged, before, referenceId }: Asked,
  { signal, onProgress, made }: Drawing,
): Promise<SheetPictures> {
  const drawn = async (pane: DrawnPane, start: number) => {
    const part = (fraction: number) => onProgress(start + fraction / 2)
    const address = URL.createObjectURL(await asJpeg(await engine.renderPane(pane, { signal, onProgress: part })))
    made.push(address)
    return address
  }
  const pictures = { judged: await drawn(judged, 0), before: before && (await drawn(before, 0.5)) }
  // it is there already: what was planned was assessed before
  const assessment = await engine.assessPhoto(judged.photoId, referenceId, { signal }).catch((error: unknown) => {
    if (isCancelled(error)) throw error
    return undefined
  })
  return { ...pictures, assessment }
}

/** A PDF holds a JPEG as it is, but anything else without compressing it as a picture. */
async function asJpeg(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new AppError('bug')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })
}
