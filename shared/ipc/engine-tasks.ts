import type { AlignmentResult, LandmarkPair } from '../domain/alignment.ts'
import type { AngleMatch, SortedLook } from '../domain/angle-by-matching.ts'
import type { HeadLook } from '../domain/angle-by-matching-likeness.ts'
import type { AngleGuess } from '../domain/angle-guess.ts'
import type { Assessment } from '../domain/assessment/assessment.ts'
import type { NoProposal, ProposedZones } from '../domain/assessment/propose-zones.ts'
import type { MapFrame, SkinMap } from '../domain/assessment/skin-map.ts'
import type { ScaleSource } from '../domain/assessment/work-scale.ts'
import type { AssessedZones } from '../domain/assessment/zone-mask.ts'
import type { CaptureDate } from '../domain/capture-date.ts'
import type { FacePlaces } from '../domain/covers/face-places.ts'
import type { MovingFormat } from '../domain/export-kind.ts'
import type { Transform } from '../domain/geometry/transform.ts'
import type { HeadEllipse } from '../domain/head.ts'
import type { DrawnSkin } from '../domain/light/measure-pair.ts'
import type { PairLight } from '../domain/light/pair-light.ts'
import type { PhotoMeasurements } from '../domain/measurement/photo-measurements.ts'
import type { PhotoFormat } from '../domain/photo.ts'
import type { Video } from '../domain/video.ts'
import type { Language } from '../words/translate.ts'
import type { ErrorReply } from './result.ts'

/** A file that the engine reads. `key` opens a sealed one and nothing else; null: the file is plain. */
export interface SourceFile {
  readonly path: string
  readonly key: Uint8Array | null
}

/** What seals one file: its own key, and that key wrapped for the file's head. */
export interface FileSeal {
  readonly wrapping: Uint8Array
  readonly key: Uint8Array
}

/** A picture that the engine writes; `seal` null leaves it plain. */
export interface PictureOutput {
  readonly path: string
  readonly seal: FileSeal | null
}

/** A photo's file as the engine reads it: upright by its metadata, then turned clockwise by hand. */
export interface PhotoFile extends SourceFile {
  readonly quarterTurns: number
}

/** What the engine found out about a file. Sizes are upright, in pixels. `isDamaged`: opens, but part of the picture is lost. */
export interface PhotoInspection {
  readonly format: PhotoFormat
  readonly widthPx: number
  readonly heightPx: number
  readonly capture: CaptureDate | null
  readonly isDamaged: boolean
  /** Of a video. */
  readonly video?: Video | undefined
}

/** A photo and its head (upright full-size pixels) as far as it is known; null lets the engine find it. */
export interface PairPhoto extends PhotoFile {
  readonly head: HeadEllipse | null
}

/** An alignment, and the heads it was made with (upright full-size pixels of each photo). */
export interface PairAlignment extends AlignmentResult {
  readonly referenceHead: HeadEllipse
  readonly movingHead: HeadEllipse
}

/** A window onto the reference frame: the output's centre shows (centreX, centreY); `scale` is output pixels per reference pixel. */
export interface ReferenceView {
  readonly centreX: number
  readonly centreY: number
  readonly scale: number
  readonly widthPx: number
  readonly heightPx: number
}

/** Every task of the engine with its input and output. Tasks are repeatable and keep no state. */
export interface EngineTasks {
  /** Decodes the file once to prove that it is a picture and writes its thumbnail (400 px) and working copy (2560 px), both upright sRGB. A video is only read, not decoded: nothing is written of it. */
  'inspect-photo': {
    input: { source: SourceFile; fileName: string; thumb: PictureOutput; work: PictureOutput }
    output: PhotoInspection
  }
  /** Writes one rendition anew: upright, turned, sRGB, no metadata. `longestSidePx` null is full size. */
  'make-rendition': {
    input: { photo: PhotoFile; longestSidePx: number | null; output: PictureOutput }
    output: Record<string, never>
  }
  /** Finds the moving photo's place in the reference's frame. Hand-placed landmarks bind. */
  'align-pair': {
    input: { reference: PairPhoto; moving: PairPhoto; landmarks: LandmarkPair[]; starts: Transform[] }
    output: PairAlignment
  }
  /** Finds the head in a photo. */
  'find-head': { input: { photo: PhotoFile }; output: HeadEllipse }
  /** Finds the face in a photo: where covers lie over its eyes and over it (full-size pixels); null where none is seen. */
  'find-face': { input: { photo: PhotoFile }; output: FacePlaces | null }
  /** Guesses which angle a photo shows, by the face in it. */
  'guess-angle': { input: { photo: PhotoFile }; output: AngleGuess }
  /** Reduces a photo to what tells from which side its head is seen; `head` (full-size pixels) null lets the engine find it. */
  'look-at-head': { input: PairPhoto; output: HeadLook }
  /** Finds the angle whose sorted photos a photo looks like; see `angleByMatching`. */
  'match-angle': { input: { look: HeadLook; sorted: SortedLook[] }; output: AngleMatch | null }
  /** Measures light, sharpness and room of the head (full-size pixels) in a photo. */
  'measure-photo': { input: { photo: PhotoFile; head: HeadEllipse }; output: PhotoMeasurements }
  /**
   * Measures how the light of two photos compares, on skin that no treatment reaches. `transform` null: they aren't aligned. `mayUseScalp`: where too little bare
   * skin is seen, the skin between the dots of the scalp may stand for it: only where it isn't red and the alignment is trusted.
   */
  'measure-pair-light': {
    input: {
      reference: PairPhoto
      moving: PairPhoto
      transform: Transform | null
      drawn: DrawnSkin
      mayUseScalp: boolean
    }
    output: PairLight
  }
  /**
   * Measures a zone of a photo; `zones` and `head` in its upright full-size pixels. `head` null: a close-up, all skin faces the camera. `scale` null: nobody knows it. `daysSinceSession`
   * null: not known. `cameraDistanceMm` null: half a metre. With `reference` the maps are also drawn on a grid of the reference's frame, through the alignment.
   */
  'assess-zone': {
    input: {
      photo: PhotoFile
      zones: AssessedZones
      head: HeadEllipse | null
      scale: { readonly pixelsPerMm: number; readonly source: ScaleSource } | null
      daysSinceSession: number | null
      cameraDistanceMm: number | null
      reference: { readonly transform: Transform; readonly frame: MapFrame } | null
    }
    output: {
      assessment: Assessment
      inReference: { readonly density: SkinMap | null; readonly darkness: SkinMap | null } | null
    }
  }
  /** Proposes zones from a photo of the shaved head; `head` in its upright full-size pixels, `pixelsPerMm` null: by the head's width. */
  'propose-zones': {
    input: { photo: PhotoFile; head: HeadEllipse; pixelsPerMm: number | null }
    output: { readonly zones: ProposedZones } | { readonly refusal: NoProposal | 'head-unclear' }
  }
  /** Draws a photo through a transform (null: the photo is the reference) into a view of the reference frame, by one resampling from the original. */
  'render-view': {
    input: {
      photo: PhotoFile
      transform: Transform | null
      view: ReferenceView
      output: PictureOutput
      format: 'jpeg' | 'png' | 'webp'
    }
    output: Record<string, never>
  }
  /** Writes a picture small, upright, as PNG without metadata; what is see-through stays so. */
  'make-logo': {
    input: { source: SourceFile; longestSidePx: number; output: PictureOutput }
    output: Record<string, never>
  }
  /** Encodes a finished picture for handing out: sRGB, no metadata. */
  'encode-picture': {
    input: { picture: SourceFile; output: PictureOutput; format: 'jpeg' | 'png' }
    output: Record<string, never>
  }
  /** Reads a film or blinking picture that is to be handed out: that it is one, how large, and how long it lasts. */
  'inspect-film': {
    input: { file: SourceFile; format: MovingFormat }
    output: { widthPx: number; heightPx: number; durationSeconds: number }
  }
}
export type TaskName = keyof EngineTasks

/** Messages to an engine process: one task at a time. `language`: the one in which it tells why a file can't be read. */
export type EngineRequest =
  | { [Name in TaskName]: { id: number; name: Name; input: EngineTasks[Name]['input']; language: Language } }[TaskName]
  | { id: number; name: 'cancel' }

/** Messages from an engine process. `isSpent`: an OpenCV exception happened, the process answers this and ends. `stack`: of a bug. */
export type EngineReply =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; fraction: number; step: string }
  | { kind: 'done'; id: number; output: unknown; isSpent: boolean }
  | { kind: 'failed'; id: number; error: ErrorReply; isSpent: boolean; stack: string | null }

/** What a task gets beside its input: a signal to look at between steps, and a place to tell how far it is (0 to 1). */
export interface TaskContext {
  readonly signal: { readonly aborted: boolean }
  readonly onProgress: (fraction: number, step: string) => void
}
