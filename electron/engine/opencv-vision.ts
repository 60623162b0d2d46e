import { loadOpenCV, type OpenCV } from '@opencvjs/node'
import type { PointPair } from '../../shared/domain/geometry/similarity.ts'
import type { Plane } from '../../shared/domain/registration/plane.ts'
import { OpenCvFailure } from './opencv-failure.ts'
import type { Pixels } from './pixels.ts'

type Cv = typeof OpenCV
interface Deletable {
  delete(): void
}
/** Keeps what has to be freed: everything that OpenCV allocates is handed to it. */
type Keep = <Kept extends Deletable>(object: Kept) => Kept

let loading: Promise<{ readonly cv: Cv }> | undefined

/** The module is handed on inside an object: some builds look like a promise and would never resolve. */
function load(): Promise<{ readonly cv: Cv }> {
  loading ??= loadOpenCV().then((cv) => ({ cv }))
  return loading
}

async function withOpenCv<Result>(step: string, work: (cv: Cv, keep: Keep) => Result): Promise<Result> {
  const { cv } = await load()
  const kept: Deletable[] = []
  try {
    return work(cv, (object) => {
      kept.push(object)
      return object
    })
  } catch (cause) {
    throw new OpenCvFailure(step, { cause })
  } finally {
    for (const object of kept.reverse()) object.delete()
  }
}

/** Contrast-limited adaptive histogram equalisation (limit 3, 8 × 8 tiles) of a plane of 0–255. A plane too small for tiles stays as it is. */
export async function equalised(plane: Plane): Promise<Plane> {
  assertSize(plane.widthPx, plane.heightPx, plane.data.length, 1)
  if (Math.min(plane.widthPx, plane.heightPx) < leastSidePx) return plane
  return withOpenCv('CLAHE', (cv, keep) => {
    const source = keep(greyMat(cv, plane))
    const target = keep(new cv.Mat())
    const clahe = keep(new cv.CLAHE(3, new cv.Size(8, 8)))
    clahe.apply(source, target)
    return { widthPx: plane.widthPx, heightPx: plane.heightPx, data: Float32Array.from(target.data) }
  })
}

/**
 * Pairs of points that look alike (ORB, Hamming distance, ratio test 0.85) between two planes of 0–255, where the masks (0–1) are above ½.
 * Most of them are wrong on heads whose hair changed: fit robustly and check.
 */
export async function matchedFeatures(
  reference: Plane,
  moving: Plane,
  masks: { reference: Plane; moving: Plane },
): Promise<PointPair[]> {
  if (Math.min(reference.widthPx, reference.heightPx, moving.widthPx, moving.heightPx) < leastSidePx) return []
  return withOpenCv('ORB', (cv, keep) => {
    const detector = keep(new cv.ORB(1500))
    const describe = (plane: Plane, mask: Plane) => {
      const image = keep(greyMat(cv, plane))
      const allowed = keep(greyMat(cv, { ...mask, data: mask.data.map((value) => (value > 0.5 ? 255 : 0)) }))
      const keypoints = keep(new cv.KeyPointVector())
      const descriptors = keep(new cv.Mat())
      detector.detectAndCompute(image, allowed, keypoints, descriptors)
      return { keypoints, descriptors }
    }
    const one = describe(reference, masks.reference)
    const other = describe(moving, masks.moving)
    if (one.descriptors.rows < 2 || other.descriptors.rows < 2) return []
    const matcher = keep(new cv.BFMatcher(cv.NORM_HAMMING, false))
    const matches = keep(new cv.DMatchVectorVector())
    matcher.knnMatch(one.descriptors, other.descriptors, matches, 2)
    const pairs: PointPair[] = []
    for (let i = 0; i < matches.size(); i++) {
      const nearest = keep(matches.get(i))
      if (nearest.size() < 2) continue
      const first = nearest.get(0)
      if (first.distance >= 0.85 * nearest.get(1).distance) continue
      const from = one.keypoints.get(first.queryIdx).pt
      const to = other.keypoints.get(first.trainIdx).pt
      pairs.push({ from: { x: from.x, y: from.y }, to: { x: to.x, y: to.y } })
    }
    return pairs
  })
}

/** What is known of a pixel before its foreground is looked for. */
export const foregroundHint = { background: 0, foreground: 1, probablyBackground: 2, probablyForeground: 3 } as const

/** Parts a picture into foreground (1) and background (0) by its colours (GrabCut), starting from a hint per pixel. RGB, row-major. */
export function foregroundOf(
  rgb: Uint8Array,
  widthPx: number,
  heightPx: number,
  hints: Uint8Array,
  iterations: number,
): Promise<Uint8Array> {
  assertSize(widthPx, heightPx, rgb.length, 3)
  assertSize(widthPx, heightPx, hints.length, 1)
  return withOpenCv('GrabCut', (cv, keep) => {
    const image = keep(new cv.Mat(heightPx, widthPx, cv.CV_8UC3))
    image.data.set(rgb)
    const mask = keep(new cv.Mat(heightPx, widthPx, cv.CV_8UC1))
    mask.data.set(hints)
    const background = keep(new cv.Mat())
    const foreground = keep(new cv.Mat())
    cv.grabCut(
      image,
      mask,
      new cv.Rect(0, 0, widthPx, heightPx),
      background,
      foreground,
      iterations,
      cv.GC_INIT_WITH_MASK,
    )
    return Uint8Array.from(mask.data, (value) => value & 1)
  })
}

/**
 * Draws a picture anew: output pixel i shows the source at (mapX[i], mapY[i]), by one Lanczos interpolation (8 × 8); outside the source `grey`.
 * Returns RGB, row-major.
 */
export function remapped(
  source: Pixels,
  map: { readonly x: Float32Array; readonly y: Float32Array; readonly widthPx: number; readonly heightPx: number },
  grey: number,
): Promise<Uint8Array> {
  assertSize(source.widthPx, source.heightPx, source.data.length, 3)
  assertSize(map.widthPx, map.heightPx, map.x.length, 1)
  return withOpenCv('remap', (cv, keep) => {
    const image = keep(new cv.Mat(source.heightPx, source.widthPx, cv.CV_8UC3))
    image.data.set(source.data)
    const mapX = keep(new cv.Mat(map.heightPx, map.widthPx, cv.CV_32FC1))
    mapX.data32F.set(map.x)
    const mapY = keep(new cv.Mat(map.heightPx, map.widthPx, cv.CV_32FC1))
    mapY.data32F.set(map.y)
    const target = keep(new cv.Mat())
    const border = new cv.Scalar(grey, grey, grey, 255)
    cv.remap(image, target, mapX, mapY, cv.INTER_LANCZOS4, cv.BORDER_CONSTANT, border)
    return Uint8Array.from(target.data)
  })
}

/** A plane smoothed by a Gaussian, and −σ² times the Laplacian of that: highest at blobs of a standard deviation of about σ that stand above what is around them. */
export function blobResponse(plane: Plane, sigmaPx: number): Promise<{ smooth: Plane; response: Plane }> {
  assertSize(plane.widthPx, plane.heightPx, plane.data.length, 1)
  return withOpenCv('Laplacian', (cv, keep) => {
    const source = keep(new cv.Mat(plane.heightPx, plane.widthPx, cv.CV_32FC1))
    source.data32F.set(plane.data)
    const smooth = keep(new cv.Mat())
    cv.GaussianBlur(source, smooth, new cv.Size(0, 0), sigmaPx)
    const target = keep(new cv.Mat())
    cv.Laplacian(smooth, target, cv.CV_32F, 1, -sigmaPx * sigmaPx)
    const { widthPx, heightPx } = plane
    return {
      smooth: { widthPx, heightPx, data: Float32Array.from(smooth.data32F) },
      response: { widthPx, heightPx, data: Float32Array.from(target.data32F) },
    }
  })
}

/** Morphological closing of each channel by a disc: what is darker and narrower than the disc is filled with what is bright around it. RGB, row-major. */
export function closedBy(rgb: Uint8Array, widthPx: number, heightPx: number, discPx: number): Promise<Uint8Array> {
  assertSize(widthPx, heightPx, rgb.length, 3)
  return withOpenCv('closing', (cv, keep) => {
    const source = keep(new cv.Mat(heightPx, widthPx, cv.CV_8UC3))
    source.data.set(rgb)
    const disc = keep(cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(discPx, discPx)))
    const dilated = keep(new cv.Mat())
    cv.dilate(source, dilated, disc)
    const closed = keep(new cv.Mat())
    cv.erode(dilated, closed, disc)
    return Uint8Array.from(closed.data)
  })
}

/** Below this features and tiles make no sense, and OpenCV may throw. */
const leastSidePx = 64

function greyMat(cv: Cv, plane: Plane) {
  const mat = new cv.Mat(plane.heightPx, plane.widthPx, cv.CV_8UC1)
  const { data } = mat
  for (let i = 0; i < plane.data.length; i++) data[i] = Math.min(Math.max(Math.round(plane.data[i]!), 0), 255)
  return mat
}

/** OpenCV must not see wrong sizes: an exception costs the whole process. */
function assertSize(widthPx: number, heightPx: number, length: number, channels: number): void {
  const fits = Number.isInteger(widthPx) && Number.isInteger(heightPx) && widthPx > 0 && heightPx > 0
  if (!fits || widthPx > 32_000 || heightPx > 32_000 || length !== widthPx * heightPx * channels) {
    throw new RangeError(`Expected ${widthPx} × ${heightPx} × ${channels} values, got ${length}`)
  }
}
