import { onTestFinished, vi } from 'vitest'
import { DrawScreen } from '../../../../renderer/features/draw/screen.tsx'
import { useDrawingDisplay } from '../../../../renderer/viewer/drawings/drawing-display.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { recordingContext } from '../share/recording-context.ts'
import { showPair } from '../viewer/pair-bench.tsx'

/** Gives every canvas a context that remembers what is drawn; happy-dom has none. */
export function stubCanvas() {
  const { context, calls } = recordingContext()
  const pixels = {
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(4 * width * height),
    }),
  }
  const canvas = new Proxy(context, { get: (target, name) => Reflect.get(name in pixels ? pixels : target, name) })
  const stub = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canvas as never)
  onTestFinished(() => stub.mockRestore())
  return calls
}

/** The drawing table for a photo, over the real library and projection. The pane is 500 × 400 px; a photo of 1000 × 800 fits it at half its size. */
export async function showDrawing(bridge: InMemoryBridge, photo: Photo) {
  useDrawingDisplay.setState({ areShown: true, hiddenKinds: new Set(), hiddenIds: new Set() })
  const calls = stubCanvas()
  const onDone = vi.fn()
  const { treatmentId, photoId } = photo
  const ports = await showPair(bridge, {}, <DrawScreen treatmentId={treatmentId} photoId={photoId} onDone={onDone} />)
  return { ...ports, calls, onDone }
}
