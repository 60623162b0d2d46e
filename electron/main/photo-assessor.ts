import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import {
  type AssessmentInputs,
  assessmentInputsOf,
  inputsKeyOf,
  mapFrameAround,
  scaleToAssess,
} from '../../shared/domain/assessing/assessment-inputs.ts'
import type { PhotoAssessment, ZoneAssessment } from '../../shared/domain/assessing/photo-assessment.ts'
import type { PhotoZone } from '../../shared/domain/assessing/photo-zones.ts'
import { assessmentVersion, type NotJudgedReason } from '../../shared/domain/assessment/assessment.ts'
import { settledAfterDays } from '../../shared/domain/assessment/whole-photo-reasons.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import { isRedder } from '../../shared/domain/light/redness.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { isVideo } from '../../shared/domain/video.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import { makeFolder, writeFileDurably } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { readSealedFile, sealBytes } from '../sealed/sealed-file.ts'
import { getPhoto } from './get-photo.ts'
import type { PairLightMeasurer } from './pair-light-measurer.ts'
import type { Renditions } from './renditions.ts'

/** Assesses photos and keeps what was found, sealed, beside their other renditions: disposable, and made again as soon as anything that it depends on is another. */
export class PhotoAssessor {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #light: PairLightMeasurer
  readonly #running = new Map<string, Promise<PhotoAssessment>>()

  constructor(library: Library, pool: EnginePool, renditions: Renditions, light: PairLightMeasurer) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
    this.#light = light
  }

  /** What a photo tells of its treated zones; `referenceId`: in whose frame its maps are drawn too. */
  async assess(photoId: string, referenceId: string | null, options: RunOptions): Promise<PhotoAssessment> {
    // who asked first may cancel, and may have asked for less: then the next one does the work
    await this.#running.get(photoId)?.catch(() => undefined)
    const run = this.#keptOrNew(photoId, referenceId, options)
    this.#running.set(photoId, run)
    return run.finally(() => this.#running.get(photoId) === run && this.#running.delete(photoId))
  }

  async #keptOrNew(photoId: string, referenceId: string | null, options: RunOptions): Promise<PhotoAssessment> {
    const photo = getPhoto(this.#library, photoId)
    const inputs = this.#inputsOf(photo, referenceId === null ? null : getPhoto(this.#library, referenceId))
    if (inputs.zones.length === 0) return { photoId: photo.photoId, scale: inputs.scale, zones: [] }
    const key = createHash('sha256')
      .update(JSON.stringify([assessmentVersion, inputsKeyOf(inputs)]))
      .digest('hex')
    const path = this.#library.layout.rendition(photoId, 'assessment')
    const kept = await this.#read(path, key)
    if (kept) return kept
    const found = await this.#run(photo, inputs, options)
    if (!this.#library.damage) await this.#keep(photo, path, { key, found })
    return found
  }

  #inputsOf(photo: Photo, reference: Photo | null): AssessmentInputs {
    const facts = this.#library.factsOfOwner('photo', photo.photoId)
    const photos = [...facts.photos.values()].filter(
      (other) => other.treatmentId === photo.treatmentId && !other.isRemoved && !isVideo(other),
    )
    const drawings = [...facts.drawings.values()].filter(({ isRemoved }) => !isRemoved)
    return assessmentInputsOf(photo, reference, { photos, drawings, alignments: [...facts.alignments.values()] })
  }

  async #run(photo: Photo, inputs: AssessmentInputs, options: RunOptions): Promise<PhotoAssessment> {
    const head = inputs.isCloseUp ? null : (inputs.head ?? (await this.#findHead(photo, options)))
    const scale = scaleToAssess(inputs.scale, head)
    const isRed = await this.#isRed(photo, inputs)
    const zones: ZoneAssessment[] = []
    for (const [index, zone] of inputs.zones.entries()) {
      const onProgress = (fraction: number, step: string) =>
        options.onProgress?.((index + fraction) / inputs.zones.length, step)
      const found = await this.#assessZone(photo, zone, { ...inputs, head, scale }, { ...options, onProgress })
      zones.push(isRed ? greyedFor('redness', found) : found)
    }
    return { photoId: photo.photoId, scale, zones }
  }

  /** Whether the skin is red beside the same skin before any pigment. Fresh skin isn't judged anyway. */
  async #isRed(photo: Photo, { untreated, daysSinceSession }: AssessmentInputs): Promise<boolean> {
    if (!untreated || (daysSinceSession !== null && daysSinceSession < settledAfterDays)) return false
    const reference = getPhoto(this.#library, untreated.photoId)
    // where the light can't be measured, redness isn't known: the photo is judged without
    return this.#light.measure([reference, photo], untreated.alignmentId).then(isRedder, () => false)
  }

  #findHead(photo: Photo, options: RunOptions): Promise<HeadEllipse> {
    return this.#pool.run('find-head', { photo: this.#renditions.fileOf(photo) }, options)
  }

  async #assessZone(
    photo: Photo,
    zone: PhotoZone,
    { head, scale, daysSinceSession, drawnIn }: AssessmentInputs,
    options: RunOptions,
  ): Promise<ZoneAssessment> {
    const { assessment, inReference } = await this.#pool.run(
      'assess-zone',
      {
        photo: this.#renditions.fileOf(photo),
        zones: zone.zones,
        head,
        scale,
        daysSinceSession,
        cameraDistanceMm: null,
        reference: drawnIn && { transform: drawnIn.transform, frame: mapFrameAround(zone, drawnIn.transform) },
      },
      options,
    )
    const { dots: _, ...findings } = assessment
    const maps = { inReference: inReference?.darkness ?? null, densityInReference: inReference?.density ?? null }
    return { zoneId: zone.zoneId, findings, ...maps }
  }

  /** What was kept for these inputs; undefined where there is nothing, or it can't be read. */
  async #read(path: string, key: string): Promise<PhotoAssessment | undefined> {
    try {
      const content = await readSealedFile(path, this.#library.keys.fileKeyOf(path))
      const kept = deserialize(content) as { key: string; found: PhotoAssessment }
      return kept.key === key ? kept.found : undefined
    } catch {
      return undefined
    }
  }

  /** A disk that is full keeps nothing; the assessment is there all the same. */
  async #keep({ clientId }: Photo, path: string, content: { key: string; found: PhotoAssessment }): Promise<void> {
    const { keys } = this.#library
    try {
      await makeFolder(dirname(path))
      const keyId = await keys.keyIdFor(clientId)
      await writeFileDurably(path, sealBytes(keys.sealFor(keyId, path), serialize(content)))
    } catch {
      return
    }
  }
}

/** The same findings, provisional: the whole photo isn't judged. */
function greyedFor(reason: NotJudgedReason, { findings, ...zone }: ZoneAssessment): ZoneAssessment {
  const reasons = [{ reason, share: 1, isDecisive: true }, ...findings.reasons]
  return { ...zone, findings: { ...findings, verdict: 'greyed', reasons } }
}
