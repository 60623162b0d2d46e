import { useEffect, useState } from 'react'
import type { AlignmentId } from '../../../shared/domain/ids.ts'
import type { DrawnPane } from '../../ports.ts'
import { usePorts } from '../../use-ports.tsx'
import type { ExportLayout } from './export-layout.ts'

/** The two panes of an export as they are drawn from the originals. */
export type ExportPanes =
  | { readonly kind: 'rendering'; readonly fraction: number }
  | { readonly kind: 'ready'; readonly reference: ImageBitmap; readonly moving: ImageBitmap }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

type Ending = { reference: ImageBitmap; moving: ImageBitmap } | { error: unknown }

/** Has both panes drawn, and drawn again whenever the layout asks for other pixels. */
export function useExportPanes(
  { reference, moving }: Pick<ExportLayout, 'reference' | 'moving'>,
  alignmentId: AlignmentId | null,
  isRigid: boolean,
): ExportPanes {
  const { engine } = usePorts()
  const [attempt, setAttempt] = useState(0)
  const [fraction, setFraction] = useState(0)
  const [ended, setEnded] = useState<{ of: string; ending: Ending }>()
  const asked = JSON.stringify([
    attempt,
    { photoId: reference.photo.photoId, alignmentId: null, isRigid: false, view: reference.view },
    { photoId: moving.photo.photoId, alignmentId, isRigid, view: moving.view },
  ])
  useEffect(() => {
    const [, first, second]: [number, DrawnPane, DrawnPane] = JSON.parse(asked)
    const controller = new AbortController()
    const { signal } = controller
    const draw = async (pane: DrawnPane, start: number) => {
      const onProgress = (part: number) => !signal.aborted && setFraction(start + part / 2)
      return createImageBitmap(await engine.renderPane(pane, { signal, onProgress }))
    }
    const drawBoth = async () => {
      setFraction(0)
      const pictures = { reference: await draw(first, 0), moving: await draw(second, 0.5) }
      if (!signal.aborted) setEnded({ of: asked, ending: pictures })
    }
    drawBoth().catch((error: unknown) => !signal.aborted && setEnded({ of: asked, ending: { error } }))
    return () => controller.abort()
  }, [engine, asked])

  if (ended?.of !== asked) return { kind: 'rendering', fraction }
  if ('error' in ended.ending)
    return { kind: 'failed', error: ended.ending.error, retry: () => setAttempt((count) => count + 1) }
  return { kind: 'ready', ...ended.ending }
}
