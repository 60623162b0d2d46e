import { basename } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { readUprightPixels, writePicture } from '../sharp-images.ts'

type Task = EngineTasks['make-rendition']

/** Writes a photo anew: upright, turned, sRGB, no metadata; as WebP or PNG where the output's name says so, else as JPEG. */
export async function makeRendition(
  { photo, longestSidePx, output }: Task['input'],
  { signal, onProgress }: TaskContext,
): Promise<Task['output']> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, longestSidePx))
  onProgress(0.6, 'Read the photo')
  if (signal.aborted) throw new AppError('cancelled')
  // what isn't sealed is handed out, to programs that guess colours otherwise
  await writePicture(pixels, output, formatOfName(output.path), { saysSrgb: output.seal === null })
  return {}
}

function formatOfName(path: string): 'jpeg' | 'png' | 'webp' {
  if (/\.webp$/i.test(path)) return 'webp'
  return /\.png$/i.test(path) ? 'png' : 'jpeg'
}
