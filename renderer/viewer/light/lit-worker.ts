import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import { litBitmapFile } from './lit-picture.ts'

/** What is asked of the worker: the picture of an address in corrected light. */
export interface LitOrder {
  readonly id: number
  readonly address: string
  readonly correction: ColourCorrection
}

/** What the worker answers; without a file where the picture can't be read. */
export interface LitReply {
  readonly id: number
  readonly file?: ArrayBuffer
}

self.addEventListener('message', async ({ data: { id, address, correction } }: MessageEvent<LitOrder>) => {
  try {
    const file = litBitmapFile(await pixelsOf(address), correction)
    reply({ id, file }, [file])
  } catch {
    reply({ id })
  }
})

function reply(message: LitReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

async function pixelsOf(address: string) {
  const response = await fetch(address)
  const bitmap = await createImageBitmap(await response.blob())
  const { width: widthPx, height: heightPx } = bitmap
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true, alpha: false })
  context?.drawImage(bitmap, 0, 0)
  bitmap.close()
  if (!context) throw new Error('there is no canvas')
  return { rgba: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx }
}
