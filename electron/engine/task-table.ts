import type { EngineTasks, TaskContext, TaskName } from '../../shared/ipc/engine-tasks.ts'
import { alignPair } from './tasks/align-pair.ts'
import { encodePicture } from './tasks/encode-picture.ts'
import { findHead } from './tasks/find-head.ts'
import { guessAngleOfPhoto } from './tasks/guess-angle.ts'
import { inspectPhoto } from './tasks/inspect-photo.ts'
import { lookAtHead } from './tasks/look-at-head.ts'
import { makeRendition } from './tasks/make-rendition.ts'
import { matchAngle } from './tasks/match-angle.ts'
import { measurePhoto } from './tasks/measure-photo.ts'
import { renderView } from './tasks/render-view.ts'

type TaskTable = {
  [Name in TaskName]: (input: EngineTasks[Name]['input'], context: TaskContext) => Promise<EngineTasks[Name]['output']>
}

/** Every task that the engine can do; a missing one doesn't compile. */
export const taskTable: TaskTable = {
  'inspect-photo': inspectPhoto,
  'make-rendition': makeRendition,
  'find-head': findHead,
  'guess-angle': guessAngleOfPhoto,
  'look-at-head': lookAtHead,
  'match-angle': matchAngle,
  'align-pair': alignPair,
  'measure-photo': measurePhoto,
  'render-view': renderView,
  'encode-picture': encodePicture,
}
