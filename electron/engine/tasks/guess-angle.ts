import { basename } from 'node:path'
import { guessAngle } from '../../../shared/domain/angle-guess.ts'
import { facePose } from '../../../shared/domain/registration/face-pose.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { faceIn } from '../face-vision.ts'
import { naming } from '../name-file-in-error.ts'
import { readUprightPixels } from '../sharp-images.ts'

type GuessAngle = EngineTasks['guess-angle']

const searchLongestSidePx = 800

/** Guesses which angle a photo shows, by the face in it. */
export async function guessAngleOfPhoto(
  input: GuessAngle['input'],
  _context: TaskContext,
): Promise<GuessAngle['output']> {
  const { photo } = input
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, searchLongestSidePx))
  const seen = await faceIn(pixels)
  return guessAngle(seen && { yawDegrees: facePose(seen.face).yawDegrees, confidence: seen.face.score })
}
