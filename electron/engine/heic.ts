/** A decoded HEIF picture: RGBA, 4 bytes a pixel, row-major, upright, in the colours of its own profile. */
export interface HeicPixels {
  readonly data: Uint8ClampedArray
  readonly widthPx: number
  readonly heightPx: number
}

const acceptedBrand = 'mif1'

/**
 * Decodes one picture of a HEIF file with libheif, which applies the file's own turns and mirrors: EXIF orientation
 * must be left alone. `page` counts the file's top-level pictures. Calls `approve` with the size before anything
 * big is allocated; it may throw. Throws what libheif throws when the file can't be decoded. May change `bytes`.
 */
export async function decodeHeic(
  bytes: Uint8Array,
  page: number,
  approve: (widthPx: number, heightPx: number) => void,
): Promise<HeicPixels> {
  const { default: heicDecode } = await import('heic-decode')
  passBrandCheck(bytes)
  const images = await heicDecode.all({ buffer: bytes })
  try {
    const image = images[page] ?? images[0]
    if (!image) throw new Error('The file holds no picture.')
    approve(image.width, image.height)
    const { data, width, height } = await image.decode()
    return { data, widthPx: width, heightPx: height }
  } finally {
    images.dispose()
  }
}

/** heic-decode knows only six major brands, while libheif goes by the compatible ones: so the major brand is set to one of the six. */
function passBrandCheck(bytes: Uint8Array): void {
  for (let index = 0; index < acceptedBrand.length; index += 1) bytes[8 + index] = acceptedBrand.charCodeAt(index)
}
