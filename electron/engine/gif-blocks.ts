import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'

/** What a GIF says of itself. */
export interface GifShape {
  readonly widthPx: number
  readonly heightPx: number
  /** Of one round. */
  readonly durationSeconds: number
}

/** Block labels of GIF 89a (W3C copy of the CompuServe specification, 1990). */
const extension = 0x21
const graphicControl = 0xf9
const image = 0x2c
const trailer = 0x3b

/** Walks through the blocks of a GIF to its end; nothing is decoded. Throws `picture-damaged` where it isn't whole. */
export function readGif(bytes: Uint8Array): GifShape {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (new TextDecoder().decode(bytes.subarray(0, 6)) !== 'GIF89a') throw new RangeError('no GIF')
    let [at, hundredths] = [13 + colourTableBytes(view.getUint8(10)), 0]
    while (view.getUint8(at) !== trailer) {
      if (view.getUint8(at) === image) at = pastSubBlocks(view, at + 11 + colourTableBytes(view.getUint8(at + 9)))
      else if (view.getUint8(at) === extension) {
        if (view.getUint8(at + 1) === graphicControl) hundredths += view.getUint16(at + 4, true)
        at = pastSubBlocks(view, at + 2)
      } else throw new RangeError('unknown block')
    }
    return { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true), durationSeconds: hundredths / 100 }
  } catch (cause) {
    throw new AppError('picture-damaged', { reason: t('The blinking picture that was made can’t be read.') }, { cause })
  }
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function pastSubBlocks(view: DataView, from: number): number {
  let at = from
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += length + 1
  return at + 1
}
