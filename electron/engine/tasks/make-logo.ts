import { basename } from 'node:path'
import type { EngineTasks } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { readPictureHeader, seeThroughPng } from '../sharp-images.ts'
import { writeWholeFile } from '../write-whole-file.ts'

type Task = EngineTasks['make-logo']

/** Decodes a logo and writes it small, as a PNG that holds nothing but the picture. */
export async function makeLogo({ source, longestSidePx, output }: Task['input']): Promise<Task['output']> {
  const png = await naming(basename(source.path), async () =>
    seeThroughPng(await readPictureHeader(source), longestSidePx),
  )
  await writeWholeFile(output, png)
  return {}
}
