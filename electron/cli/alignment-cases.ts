import { basename, dirname, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { readCaseList } from './read-case-list.ts'

const pointSchema = z.tuple([z.number(), z.number()])
const caseSchema = z.object({
  id: z.string(),
  reference: z.string(),
  moving: z.string(),
  points: z.array(pointSchema).default([]),
  landmarks: z
    .array(z.object({ reference: pointSchema, moving: pointSchema }))
    .max(40)
    .default([]),
})

/** A pair to align; the paths are absolute. */
export type AlignmentCase = z.infer<typeof caseSchema>

/** Reads the list of pairs. Throws an AppError that names the file and what is wrong in it. */
export async function readAlignmentCases(path: string): Promise<AlignmentCase[]> {
  const fileName = basename(path)
  const parsed = z.array(caseSchema).safeParse(await readCaseList(path, 'pairs'))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = issue ? issue.path.join('.') : ''
    throw new AppError('invalid-request', {
      fileName,
      reason: `The list of pairs is wrong at "${place}": ${issue?.message}.`,
    })
  }
  const folder = dirname(resolve(path))
  return parsed.data.map((one) => ({
    ...one,
    reference: resolve(folder, one.reference),
    moving: resolve(folder, one.moving),
  }))
}
