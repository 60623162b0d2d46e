import { useEffect, useState } from 'react'
import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import type { DrawnPane } from '../../ports.ts'
import { typefaceReady } from '../../ui/typeface.ts'
import { usePorts } from '../../use-ports.tsx'
import type { ExportPane } from './export-layout.ts'
import { litBitmap } from './lit-bitmap.ts'

/** The panes of an export as they are drawn from the originals. */
export type ExportPanes =
  | { readonly kind: 'rendering'; readonly fraction: number }
  | ({ readonly kind: 'ready' } & DrawnPanes)
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

/** The panes as pictures and as the files that they came in. */
export interface DrawnPanes {
  readonly panes: readonly CanvasImageSource[]
  readonly files: readonly Blob[]
  /** Difference and heat map: the change between both. */
  readonly change?: CanvasImageSource
}

type Ending = DrawnPanes | { error: unknown }
type Asked = readonly { readonly pane: DrawnPane; readonly correction: ColourCorrection | null }[]

/** Has all panes drawn, and drawn again whenever the layout asks for other pixels. Undefined: nothing is known yet of what to draw. */
export function useExportPanes(panes: readonly ExportPane[] | undefined): ExportPanes {
  const { engine } = usePorts()
  const [attempt, setAttempt] = useState(0)
  const [fraction, setFraction] = useState(0)
  const [ended, setEnded] = useState<{ of: string; ending: Ending }>()
  const asked = panes && JSON.stringify([attempt, panes.map(askedOf)])
  useEffect(() => {
    if (asked === undefined) return
    const [, wanted]: [number, Asked] = JSON.parse(asked)
    const controller = new AbortController()
    const { signal } = controller
    const drawAll = async () => {
      setFraction(0)
      await typefaceReady()
      const files: Blob[] = []
      for (const [index, { pane }] of wanted.entries()) {
        const onProgress = (part: number) => !signal.aborted && setFraction((index + part) / wanted.length)
        files.push(await engine.renderPane(pane, { signal, onProgress }))
      }
      const lit = async (file: Blob, index: number) =>
        litBitmap(await createImageBitmap(file), wanted[index]?.correction ?? undefined)
      const drawn = await Promise.all(files.map(lit))
      if (!signal.aborted) setEnded({ of: asked, ending: { panes: drawn, files } })
    }
    drawAll().catch((error: unknown) => !signal.aborted && setEnded({ of: asked, ending: { error } }))
    return () => controller.abort()
  }, [engine, asked])

  if (asked === undefined || ended?.of !== asked) return { kind: 'rendering', fraction }
  if ('error' in ended.ending)
    return { kind: 'failed', error: ended.ending.error, retry: () => setAttempt((count) => count + 1) }
  return { kind: 'ready', ...ended.ending }
}

function askedOf({ source, view }: ExportPane): Asked[number] {
  const { photo, alignment, isRigid, correction } = source
  const pane = { photoId: photo.photoId, alignmentId: alignment?.alignmentId ?? null, isRigid, view }
  return { pane, correction: correction ?? null }
}
