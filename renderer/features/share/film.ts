import type { ExportKind } from '../../../shared/domain/export-kind.ts'
import type { Scene } from './scene.ts'

/** A film of a comparison: what it shows at every moment. */
export interface Film {
  readonly frames: number
  readonly framesPerSecond: number
  sceneOf(frame: number): Scene
}

/** Of every film. */
export const filmFramesPerSecond = 30
/** Slider: the reference stands, the split goes over, the moving photo stands, and the split comes back. */
const slider = { standing: 0.8, going: 2.2 }
/** Wipe: the reference stands, is wiped away once, and what came stands long enough to be looked at. */
const wipe = { before: 1, going: 2, after: 2 }
/** A stage stands, then the next one comes over it; the last one stands longer. */
const stage = { standing: 1.3, coming: 0.5, last: 2 }
/** Each photo of a blinking picture stands this long: far from three flashes a second (WCAG 2.3.1). */
const blinkSeconds = 0.9

/** The film of a kind with so many photos; undefined for what stands still. */
export function filmOf(kind: ExportKind, photoCount: number): Film | undefined {
  switch (kind) {
    case 'slider-video': {
      const { standing, going } = slider
      return film(2 * (standing + going), (seconds) =>
        split(1 - there(seconds - standing, going) + there(seconds - 2 * standing - going, going)),
      )
    }
    case 'wipe-video':
      return film(wipe.before + wipe.going + wipe.after, (seconds) =>
        split(1 - there(seconds - wipe.before, wipe.going)),
      )
    case 'stages-video':
      return film((photoCount - 1) * (stage.standing + stage.coming) + stage.last, (seconds) => {
        const index = Math.min(Math.floor(seconds / (stage.standing + stage.coming)), photoCount - 1)
        const since = seconds - index * (stage.standing + stage.coming) - stage.standing
        return { kind: 'one', index, fade: index < photoCount - 1 ? there(since, stage.coming) : 0 }
      })
    case 'blink':
      return {
        frames: 2,
        framesPerSecond: 1 / blinkSeconds,
        sceneOf: (frame) => ({ kind: 'one', index: frame, fade: 0 }),
      }
    default:
      return undefined
  }
}

/** How long a film is, or one round of a blinking picture. */
export function secondsOf({ frames, framesPerSecond }: Film): number {
  return frames / framesPerSecond
}

function film(seconds: number, sceneAt: (seconds: number) => Scene): Film {
  return {
    frames: Math.round(seconds * filmFramesPerSecond),
    framesPerSecond: filmFramesPerSecond,
    sceneOf: (frame) => sceneAt(frame / filmFramesPerSecond),
  }
}

function split(at: number): Scene {
  return { kind: 'split', at, direction: 'beside' }
}

/** The share of a way that is behind after some of its seconds, beginning and ending gently. */
function there(seconds: number, takes: number): number {
  const share = Math.min(Math.max(seconds / takes, 0), 1)
  return share * share * (3 - 2 * share)
}
