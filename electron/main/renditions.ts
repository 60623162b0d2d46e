import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { AlignedRendition, PhotoRendition } from '../../shared/addresses.ts'
import type { Alignment } from '../../shared/domain/alignment.ts'
import { clientOfPhotos } from '../../shared/domain/client-of-event.ts'
import { rigidPart, type Transform } from '../../shared/domain/geometry/transform.ts'
import { type Photo, shownSize } from '../../shared/domain/photo.ts'
import { isVideo } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import type { PhotoFile, PictureOutput, ReferenceView } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { makeFolder } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { readSealedFile } from '../sealed/sealed-file.ts'

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

/** Finds disposable pictures of photos, documents and alignments, and makes those that aren't there. */
export class Renditions {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #making = new Map<string, Promise<void>>()
  /** Where pictures are made while nothing in the library's folder may change. */
  #aside: Promise<string> | undefined

  constructor(library: Library, pool: EnginePool) {
    this.#library = library
    this.#pool = pool
  }

  /** Where the thumbnail and working copy of a photo stand, before it is imported or turned. */
  firstPaths(photoId: string): { thumbPath: string; workPath: string } {
    const path = (name: string) => this.#library.layout.rendition(photoId, name)
    return { thumbPath: path('0.thumb.webp'), workPath: path('0.work.jpeg') }
  }

  /** Where the picture stands that shows a video: one frame of it, made by the window. */
  posterPath(videoId: string): string {
    return this.#library.layout.rendition(videoId, 'poster.jpeg')
  }

  /** Where the thumbnail and working copy of a staged photo are to be written: nobody's yet, until `giveFirst`. */
  firstOutputs(photoId: string): { thumb: PictureOutput; work: PictureOutput } {
    const { thumbPath, workPath } = this.firstPaths(photoId)
    const { keys, layout, arrivals } = this.#library
    arrivals.add(layout.objectName(photoId))
    const output = (path: string) => ({ path, seal: keys.sealFor(keys.stagingKeyId, path) })
    return { thumb: output(thumbPath), work: output(workPath) }
  }

  /** Gives the first renditions of a photo to its client. One that can't be given can't be read after the next start, and is made again then. */
  async giveFirst(photoId: string, clientId: string): Promise<void> {
    const { keys } = this.#library
    const keyId = await keys.keyIdFor(clientId)
    for (const path of [...Object.values(this.firstPaths(photoId)), this.posterPath(photoId)])
      await keys.rewrapFile(path, keyId, path).catch(() => undefined)
  }

  /** A rendition as bytes, made now if need be, with the path whose extension tells its format; made again where its file was damaged. Throws `photo-missing` for what the library doesn't know. */
  async read(id: string, rendition: string): Promise<{ path: string; bytes: Uint8Array }> {
    const path = await this.#pathOf(id, rendition)
    try {
      return { path, bytes: await this.#open(path) }
    } catch (error) {
      const isMadeAgain = rendition !== 'staged' && !this.#library.damage
      if (!isMadeAgain || !(error instanceof AppError) || error.code !== 'picture-damaged') throw error
      await rm(path, { force: true })
      return { path, bytes: await this.#open(await this.#pathOf(id, rendition)) }
    }
  }

  async #open(path: string): Promise<Uint8Array> {
    return readSealedFile(path, this.#library.keys.fileKeyOf(path))
  }

  async #pathOf(id: string, rendition: string): Promise<string> {
    if (rendition === 'staged') return this.firstPaths(id).thumbPath
    if (rendition.startsWith('aligned')) return this.#aligned(id, rendition as AlignedRendition)
    return this.#ofOriginal(id, rendition as PhotoRendition)
  }

  /** The file from which a photo's picture is made: its original, of a video its poster. Throws as `originalFile` does. */
  fileOf(photo: Photo): PhotoFile {
    return isVideo(photo) ? this.#sealed(this.posterPath(photo.photoId), photo) : this.originalOf(photo)
  }

  /** A photo's original; throws as `originalFile` does. */
  originalOf({ photoId, quarterTurns, fileName }: Photo): PhotoFile {
    return this.originalFile(photoId, fileName, quarterTurns)
  }

  /** An original by its id, as the engine reads it. Throws `photo-missing` when its file is gone, `picture-damaged` when its seal is broken. */
  originalFile(originalId: string, fileName: string, quarterTurns = 0): PhotoFile {
    return this.#sealed(this.#library.layout.object(originalId), { fileName, quarterTurns })
  }

  #sealed(path: string, { quarterTurns, fileName }: Pick<Photo, 'quarterTurns' | 'fileName'>): PhotoFile {
    try {
      return { path, key: this.#library.keys.fileKeyOf(path), quarterTurns }
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, { ...error.details, fileName }, { cause: error })
      throw new AppError('photo-missing', { fileName }, { cause: error })
    }
  }

  async #ofOriginal(id: string, rendition: PhotoRendition): Promise<string> {
    const { photos, documents } = this.#library.facts
    const document = documents.get(id)
    const photo = photos.get(id)
    const shown = photo ?? (document?.picture && { ...document, quarterTurns: 0 })
    if (!shown) throw new AppError('photo-missing')
    const { clientId, fileName, quarterTurns } = shown
    const extension = rendition === 'thumb' ? 'webp' : 'jpeg'
    const outputPath = this.#library.layout.rendition(id, `${quarterTurns}.${rendition}.${extension}`)
    return this.#made(outputPath, clientId, (output) =>
      this.#pool.run('make-rendition', {
        photo: photo ? this.fileOf(photo) : this.originalFile(id, fileName),
        longestSidePx: longestSidePx[rendition],
        output,
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
    const clientId = clientOfPhotos(this.#library.facts, [reference.photoId, moving.photoId])
    return this.#made(outputPath, clientId, (output) =>
      this.#pool.run('render-view', {
        photo: this.fileOf(moving),
        transform,
        view,
        output,
        format: 'jpeg',
      }),
    )
  }

  /** The alignment of this id; only one that has a transform can be drawn. */
  alignment(alignmentId: string): DrawableAlignment {
    const { alignments } = this.#library.factsOfAlignment(alignmentId)
    const alignment = [...alignments.values()].find((candidate) => candidate.alignmentId === alignmentId)
    if (!alignment?.transform) throw new AppError('photo-missing')
    return { ...alignment, transform: alignment.transform }
  }

  /** The transform to draw an alignment through; `isRigid` leaves its local part out. */
  transformOf(alignmentId: string, isRigid: boolean): Transform {
    const { transform } = this.alignment(alignmentId)
    return isRigid ? rigidPart(transform) : transform
  }

  async #made(
    outputPath: string,
    clientId: string | null,
    make: (output: PictureOutput) => Promise<unknown>,
  ): Promise<string> {
    if (await isThere(outputPath)) return outputPath
    if (this.#library.damage) return this.#madeAside(outputPath, make)
    let making = this.#making.get(outputPath)
    if (!making) {
      making = makeFolder(dirname(outputPath))
        .then(() => this.#library.keys.keyIdFor(clientId))
        .then((keyId) => make({ path: outputPath, seal: this.#library.keys.sealFor(keyId, outputPath) }))
        .then(() => undefined)
        .finally(() => this.#making.delete(outputPath))
      this.#making.set(outputPath, making)
    }
    await making
    return outputPath
  }

  /** Makes a picture in a folder that is removed at the end, with a key that is stored nowhere. */
  async #madeAside(outputPath: string, make: (output: PictureOutput) => Promise<unknown>): Promise<string> {
    this.#aside ??= mkdtemp(join(tmpdir(), 'stipple-'))
    const path = join(await this.#aside, basename(outputPath))
    const { keys } = this.#library
    if (!(await isThere(path))) await make({ path, seal: keys.sealFor(keys.stagingKeyId, path) })
    return path
  }

  /** Removes what was made aside. */
  async close(): Promise<void> {
    if (this.#aside) await rm(await this.#aside, { recursive: true, force: true })
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
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
