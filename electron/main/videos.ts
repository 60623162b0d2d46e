import { randomUUID } from 'node:crypto'
import { access, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { captureOfFrame, isVideo, videoTime } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import type { SourceFile } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { makeFolder } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { openSealedFile, sealBytes } from '../sealed/sealed-file.ts'
import type { Renditions } from './renditions.ts'
import type { StagingArea } from './staging-area.ts'

const posterLongestSidePx = 2560
const thumbLongestSidePx = 400

/** A part of a video's bytes, and how many it has in all. */
export interface VideoPart {
  readonly bytes: Uint8Array
  readonly byteSize: number
}

/** The videos among the photos, staged or in the library: their bytes, the pictures that stand for them, and frames taken as photos. Only the window can decode them. */
export class Videos {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #staging: StagingArea

  constructor(library: Library, pool: EnginePool, renditions: Renditions, staging: StagingArea) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
    this.#staging = staging
  }

  /** The bytes from `start` up to `end`, exclusive. Throws `photo-missing` for what is no video, or whose file is gone. */
  async read(videoId: string, start: number, end: number): Promise<VideoPart> {
    const { path, key } = this.#fileOf(videoId)
    const file = await openSealedFile(path, key!)
    try {
      return { bytes: await file.read(start, end), byteSize: file.byteSize }
    } finally {
      await file.close()
    }
  }

  /** True for a video for which no picture stands yet. */
  async lacksPoster(id: string): Promise<boolean> {
    if (!this.#staging.isVideo(id) && !this.#library.facts.photos.get(id)?.video) return false
    return access(this.#renditions.posterPath(id)).then(
      () => false,
      () => true,
    )
  }

  /** Keeps a picture to stand for a video: decoded and encoded anew, so that nothing but a picture is kept. */
  async keepPoster(videoId: string, picture: Uint8Array): Promise<void> {
    const photo = this.#library.facts.photos.get(videoId)
    const isStaged = this.#staging.isVideo(videoId)
    if (!isStaged && !(photo && isVideo(photo))) throw new AppError('photo-missing')
    const { keys } = this.#library
    const keyId = isStaged ? keys.stagingKeyId : await keys.keyIdFor(photo?.clientId ?? null)
    const path = this.#renditions.posterPath(videoId)
    const { thumbPath } = this.#renditions.firstPaths(videoId)
    await makeFolder(dirname(path))
    await this.#throughStaging(picture, async (source) => {
      const file = { ...source, quarterTurns: 0 }
      const outputs = [
        { path: thumbPath, longestSidePx: thumbLongestSidePx },
        { path, longestSidePx: posterLongestSidePx },
      ]
      for (const { path: outputPath, longestSidePx } of outputs) {
        const output = { path: outputPath, seal: keys.sealFor(keyId, outputPath) }
        await this.#pool.run('make-rendition', { photo: file, longestSidePx, output })
      }
    })
  }

  /**
   * Makes a frame a photo of its own: an original like any other, filed and turned as the video is, dated by the video's date and the frame's time. A frame that
   * was taken before isn't taken twice.
   */
  async takeFrame(
    videoId: string,
    atSeconds: number,
    picture: Uint8Array,
  ): Promise<{ photoId: PhotoId; isNew: boolean; lastSeq: number }> {
    const video = this.#library.facts.photos.get(videoId)
    if (!video?.video || video.isRemoved) throw new AppError('photo-missing')
    const fileName = `${video.fileName.replace(/\.[^.]*$/, '')} at ${videoTime(atSeconds, 2).replaceAll(':', '.')}.png`
    const { photoId, alreadyOf } = await this.#staging.stageContent(picture, fileName)
    if (alreadyOf !== null) return { photoId, isNew: false, lastSeq: this.#library.lastSeq }
    const { clientId, treatmentId, stage, angle, quarterTurns } = video
    const capture = video.capture && captureOfFrame(video.capture, atSeconds)
    const frameOf = { videoId: video.photoId, atSeconds }
    try {
      const filed = { photoId, stage, angle, capture, quarterTurns, frameOf }
      return { photoId, isNew: true, lastSeq: await this.#staging.accept(clientId, treatmentId, [filed]) }
    } catch (error) {
      await this.#staging.discard([photoId])
      throw error
    }
  }

  #fileOf(videoId: string): SourceFile {
    const staged = this.#staging.videoFileOf(videoId)
    if (staged) return staged
    const photo = this.#library.facts.photos.get(videoId)
    if (!photo || !isVideo(photo)) throw new AppError('photo-missing')
    return this.#renditions.originalOf(photo)
  }

  /** Puts bytes into a sealed file in staging for as long as it is used. */
  async #throughStaging(bytes: Uint8Array, use: (source: SourceFile) => Promise<void>): Promise<void> {
    const { layout, keys } = this.#library
    const path = join(layout.staging, randomUUID())
    const seal = keys.sealFor(keys.stagingKeyId, path)
    await makeFolder(layout.staging)
    try {
      await writeFile(path, sealBytes(seal, bytes), { mode: 0o600 })
      await use({ path, key: seal.key })
    } finally {
      await rm(path, { force: true })
    }
  }
}
