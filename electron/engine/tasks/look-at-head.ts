import { basename } from 'node:path'
import { headLook } from '../../../shared/domain/angle-by-matching-likeness.ts'
import { facePose } from '../../../shared/domain/registration/face-pose.ts'
import { lumaOfRgb } from '../../../shared/domain/registration/plane.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { faceIn } from '../face-vision.ts'
import { naming } from '../name-file-in-error.ts'
import { equalised } from '../opencv-vision.ts'
import { readUprightPixels } from '../sharp-images.ts'
import { headOf } from './find-head.ts'

type LookAtHead = EngineTasks['look-at-head']

const readLongestSidePx = 800

/** Reduces a photo to what tells from which side its head is seen. */
export async function lookAtHead(photo: LookAtHead['input'], _context: TaskContext): Promise<LookAtHead['output']> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, readLongestSidePx))
  const { data, widthPx, heightPx, fullWidthPx, fullHeightPx } = pixels
  const luma = await equalised(lumaOfRgb(data, widthPx, heightPx))
  const seen = await faceIn(pixels)
  const yawDegrees = seen ? facePose(seen.face).yawDegrees : null
  return headLook({ luma, fullWidthPx, fullHeightPx }, photo.head ?? (await headOf(pixels)), yawDegrees)
}
