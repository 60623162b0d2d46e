import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { AppError } from '../../../shared/errors.ts'
import { ChangePictures, type RgbaPicture } from './change-pictures.ts'
import type { ChangeOrder, ChangeReply } from './change-request.ts'

const pictures = new ChangePictures(readPicture)
const ahead = new Map<string | Blob, Promise<ImageBitmap>>()
let latest: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<ChangeOrder>) => {
  latest = latest.then(() => answer(data))
})

async function answer({ id, request }: ChangeOrder): Promise<void> {
  try {
    for (const source of [request.reference, request.moving]) if (!pictures.hasRead(source)) readAhead(source.file)
    const { rgba, widthPx, heightPx } = await pictures.paint(request, (fraction) =>
      reply({ kind: 'progress', id, fraction }),
    )
    const picture = await createImageBitmap(new ImageData(rgba, widthPx, heightPx))
    reply({ kind: 'done', id, picture }, [picture])
  } catch (error) {
    reply({ kind: 'failed', id, code: error instanceof AppError ? error.code : 'bug' })
  } finally {
    for (const bitmap of ahead.values()) bitmap.then((unused) => unused.close()).catch(() => undefined)
    ahead.clear()
  }
}

function reply(message: ChangeReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

async function readPicture(file: string | Blob, size?: Size): Promise<RgbaPicture> {
  const bitmap = await (ahead.get(file) ?? bitmapOf(file))
  ahead.delete(file)
  const { width, height } = bitmap
  const [widthPx, heightPx] = [size?.widthPx ?? width, size?.heightPx ?? height]
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new AppError('bug')
  context.drawImage(bitmap, 0, 0, widthPx, heightPx)
  bitmap.close()
  return { rgba: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx }
}

/** Both pictures are fetched and decoded at the same time. */
function readAhead(file: string | Blob): void {
  const bitmap = bitmapOf(file)
  // told when its turn comes
  bitmap.catch(() => undefined)
  ahead.set(file, bitmap)
}

async function bitmapOf(file: string | Blob): Promise<ImageBitmap> {
  return decoded(typeof file === 'string' ? await fetched(file) : file)
}

async function fetched(address: string): Promise<Blob> {
  const response = await fetch(address)
  if (!response.ok) throw new AppError('photo-missing')
  return response.blob()
}

async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file)
  } catch (cause) {
    throw new AppError('picture-damaged', {}, { cause })
  }
}
