import type { EngineTasks } from '../../../shared/ipc/engine-tasks.ts'
import { readUprightPixels, writePicture } from '../sharp-images.ts'

type Task = EngineTasks['encode-picture']

/** Decodes a finished picture and writes its pixels alone, so that nothing but the picture is handed out. */
export async function encodePicture({ picturePath, outputPath, format }: Task['input']): Promise<Task['output']> {
  const pixels = await readUprightPixels({ path: picturePath, quarterTurns: 0 }, null)
  await writePicture(pixels, outputPath, format)
  return {}
}
