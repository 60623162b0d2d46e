import type { EngineTasks, TaskContext, TaskName } from '../../shared/ipc/engine-tasks.ts'
import { alignPair } from './tasks/align-pair.ts'
import { assessZone } from './tasks/assess-zone.ts'
import { encodePicture } from './tasks/encode-picture.ts'
import { findFace } from './tasks/find-face.ts'
import { findHead } from './tasks/find-head.ts'
import { guessAngleOfPhoto } from './tasks/guess-angle.ts'
import { inspectFilm } from './tasks/inspect-film.ts'
import { inspectPhoto } from './tasks/inspect-photo.ts'
import { lookAtHead } from './tasks/look-at-head.ts'
import { makeLogo } from './tasks/make-logo.ts'
import { makeRendition } from './tasks/make-rendition.ts'
import { matchAngle } from './tasks/match-angle.ts'
import { measurePairLight } from './tasks/measure-pair-light.ts'
import { measurePhoto } from './tasks/measure-photo.ts'
import { proposeZonesOf } from './tasks/propose-zones.ts'
import { renderView } from './tasks/render-view.ts'

type TaskTable = {
  [Name in TaskName]: (input: EngineTasks[Name]['input'], context: TaskContext) => Promise<EngineTasks[Name]['output']>
}

/** Every task that the engine can do; a missing one doesn't compile. */
export const taskTable: TaskTable = {
  'inspect-photo': inspectPhoto,
  'make-rendition': makeRendition,
  'find-head': findHead,
  'find-face': findFace,
  'guess-angle': guessAngleOfPhoto,
  'look-at-head': lookAtHead,
  'match-angle': matchAngle,
  'align-pair': alignPair,
  'measure-photo': measurePhoto,
  'measure-pair-light': measurePairLight,
  'assess-zone': assessZone,
  'propose-zones': proposeZonesOf,
  'render-view': renderView,
  'make-logo': makeLogo,
  'encode-picture': encodePicture,
  'inspect-film': inspectFilm,
}
