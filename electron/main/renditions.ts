import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AlignedRendition, PhotoRendition } from '../../shared/addresses.ts'
import type { Alignment } from '../../shared/domain/alignment.ts'
import { rigidPart, type Transform } from '../../shared/domain/geometry/transform.ts'
import { type Photo, shownSize } from '../../shared/domain/photo.ts'
import { AppError } from '../../shared/errors.ts'
import type { PhotoFile, ReferenceView } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { makeFolder } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'

/** Longest side of a rendition in pixels; null is full size. */
const longestSidePx: Record<PhotoRendition | AlignedRendition, number | null> = {
  thumb: 400,
  work: 2560,
  full: null,
  aligned: 2560,
  'aligned-full': null,
  'aligned-rigid': 2560,
  'aligned-rigid-full': null,
}
/** An aligned picture at full size is drawn no larger than this, to bound the engine's memory. */
const largestAlignedPx = 6000

/** An alignment that has a transform. */
type DrawableAlignment = Alignment & { readonly transform: Transform }

/** Finds disposable pictures of photos and alignments, and makes those that aren't there. */
export class Renditions {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #making = new Map<string, Promise<void>>()

  constructor(library: Library, pool: EnginePool) {
    this.#library = library
    this.#pool = pool
  }

  /** Where the thumbnail and working copy of a photo stand, before it is imported or turned. */
  firstPaths(photoId: string): { thumbPath: string; workPath: string } {
    const path = (name: string) => this.#library.layout.rendition(photoId, name)
    return { thumbPath: path('0.thumb.webp'), workPath: path('0.work.jpeg') }
  }

  /** The file of a rendition, made now if need be. Throws `photo-missing` for what the library doesn't know. */
  async pathOf(id: string, rendition: string): Promise<string> {
    if (rendition === 'staged') return this.firstPaths(id).thumbPath
    if (rendition.startsWith('aligned')) return this.#aligned(id, rendition as AlignedRendition)
    return this.#ofPhoto(id, rendition as PhotoRendition)
  }

  /** A photo's original as the engine reads it. Throws `photo-missing` when its file is gone. */
  fileOf({ photoId, quarterTurns, fileName }: Photo): PhotoFile {
    const path = this.#library.layout.object(photoId)
    if (!existsSync(path)) throw new AppError('photo-missing', { fileName })
    return { path, quarterTurns }
  }

  async #ofPhoto(photoId: string, rendition: PhotoRendition): Promise<string> {
    const photo = this.#library.facts.photos.get(photoId)
    if (!photo) throw new AppError('photo-missing')
    const extension = rendition === 'thumb' ? 'webp' : 'jpeg'
    const outputPath = this.#library.layout.rendition(photoId, `${photo.quarterTurns}.${rendition}.${extension}`)
    return this.#made(outputPath, () =>
      this.#pool.run('make-rendition', {
        photo: this.fileOf(photo),
        longestSidePx: longestSidePx[rendition],
        outputPath,
      }),
    )
  }

  async #aligned(alignmentId: string, rendition: AlignedRendition): Promise<string> {
    const alignment = this.alignment(alignmentId)
    const transform = this.transformOf(alignmentId, rendition.startsWith('aligned-rigid'))
    const reference = this.#library.facts.photos.get(alignment.referenceId)
    const moving = this.#library.facts.photos.get(alignment.movingId)
    if (!reference || !moving) throw new AppError('photo-missing')
    const view = wholeReference(shownSize(reference), longestSidePx[rendition] ?? largestAlignedPx)
    const outputPath = this.#library.layout.rendition(alignmentId, `${rendition}.jpeg`)
    return this.#made(outputPath, () =>
      this.#pool.run('render-view', {
        photo: this.fileOf(moving),
        transform,
        view,
        outputPath,
        format: 'jpeg',
      }),
    )
  }

  /** The alignment of this id; only one that has a transform can be drawn. */
  alignment(alignmentId: string): DrawableAlignment {
    const alignment = [...this.#library.facts.alignments.values()].find(
      (candidate) => candidate.alignmentId === alignmentId,
    )
    if (!alignment?.transform) throw new AppError('photo-missing')
    return { ...alignment, transform: alignment.transform }
  }

  /** The transform to draw an alignment through; `isRigid` leaves its local part out. */
  transformOf(alignmentId: string, isRigid: boolean): Transform {
    const { transform } = this.alignment(alignmentId)
    return isRigid ? rigidPart(transform) : transform
  }

  async #made(outputPath: string, make: () => Promise<unknown>): Promise<string> {
    const isThere = await access(outputPath).then(
      () => true,
      () => false,
    )
    if (isThere) return outputPath
    let making = this.#making.get(outputPath)
    if (!making) {
      making = makeFolder(dirname(outputPath))
        .then(make)
        .then(() => undefined)
        .finally(() => this.#making.delete(outputPath))
      this.#making.set(outputPath, making)
    }
    await making
    return outputPath
  }
}

function wholeReference(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  longestPx: number,
): ReferenceView {
  const scale = Math.min(1, longestPx / Math.max(widthPx, heightPx))
  return {
    centreX: (widthPx - 1) / 2,
    centreY: (heightPx - 1) / 2,
    scale,
    widthPx: Math.round(widthPx * scale),
    heightPx: Math.round(heightPx * scale),
  }
}
