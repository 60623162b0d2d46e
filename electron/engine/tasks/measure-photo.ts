import { basename } from 'node:path'
import { measureHead } from '../../../shared/domain/measurement/measure-head.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { readUprightPixels } from '../sharp-images.ts'

type MeasurePhoto = EngineTasks['measure-photo']

const measuredLongestSidePx = 800

/** Measures light, sharpness and room of the head in a photo, on the photo reduced to 800 px. */
export async function measurePhoto(
  { photo, head }: MeasurePhoto['input'],
  _context: TaskContext,
): Promise<MeasurePhoto['output']> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, measuredLongestSidePx))
  return measureHead(pixels, head)
}
