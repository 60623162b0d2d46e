import { basename } from 'node:path'
import { placesOfFace, scaledPlaces } from '../../../shared/domain/covers/face-places.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { faceIn } from '../face-vision.ts'
import { naming } from '../name-file-in-error.ts'
import { readUprightPixels } from '../sharp-images.ts'

type FindFace = EngineTasks['find-face']

const searchLongestSidePx = 1200

/** Finds the face in a photo, and where covers lie over it. */
export async function findFace({ photo }: FindFace['input'], _context: TaskContext): Promise<FindFace['output']> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, searchLongestSidePx))
  const seen = await faceIn(pixels)
  return seen ? scaledPlaces(placesOfFace(seen.face, seen.mesh), pixels.fullWidthPx / pixels.widthPx) : null
}
