import { join } from 'node:path'
import sharp from 'sharp'
import { vi } from 'vitest'
import { ChangePictures, type RgbaPicture } from '../../../../renderer/viewer/change/change-pictures.ts'
import type { ChangeOrder, ChangeReply } from '../../../../renderer/viewer/change/change-request.ts'
import type { Size } from '../../../../shared/domain/geometry/viewport.ts'
import { AppError } from '../../../../shared/errors.ts'

const samples = join(import.meta.dirname, '../../../../resources/sample-client')

/** Which sample an address stands for (undefined: its file is missing), what was painted last, and how often something was. */
export interface ChangeWork {
  fileOf: (address: string) => string | undefined
  latest: RgbaPicture | undefined
  count: number
}

/** There are no workers here: this one runs what the real one runs, in the same thread, and reads real photos with sharp. The window keeps one for all tests of a file. */
export function stubChangeWorker(): ChangeWork {
  const work: ChangeWork = { fileOf: () => undefined, latest: undefined, count: 0 }
  class InProcessWorker extends EventTarget {
    readonly #pictures = new ChangePictures(async (file, size) => {
      const name = typeof file === 'string' ? work.fileOf(file) : undefined
      if (name === undefined) throw new AppError('photo-missing')
      return readSample(join(samples, name), size)
    })

    postMessage({ id, request }: ChangeOrder): void {
      const reply = (data: ChangeReply) => this.dispatchEvent(new MessageEvent('message', { data }))
      this.#pictures
        .paint(request, (fraction) => reply({ kind: 'progress', id, fraction }))
        .then(
          (picture) => {
            work.latest = picture
            work.count++
            const bitmap = { width: picture.widthPx, height: picture.heightPx, close: () => undefined }
            reply({ kind: 'done', id, picture: bitmap as ImageBitmap })
          },
          (error: unknown) => reply({ kind: 'failed', id, code: error instanceof AppError ? error.code : 'bug' }),
        )
    }

    terminate(): void {}
  }
  vi.stubGlobal('Worker', InProcessWorker)
  return work
}

async function readSample(path: string, size?: Size): Promise<RgbaPicture> {
  const picture = size ? sharp(path).resize(size.widthPx, size.heightPx, { fit: 'fill' }) : sharp(path).resize(500, 400)
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { rgba: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height }
}
