import type { EngineTasks } from '../../../shared/ipc/engine-tasks.ts'
import { readUprightPixels, writePicture } from '../sharp-images.ts'

type Task = EngineTasks['encode-picture']

/** Decodes a finished picture and writes its pixels alone, with the name of their colours, so that nothing but the picture is handed out. */
export async function encodePicture({ picture, output, format }: Task['input']): Promise<Task['output']> {
  const pixels = await readUprightPixels({ ...picture, quarterTurns: 0 }, null)
  await writePicture(pixels, output, format, { saysSrgb: true })
  return {}
}
