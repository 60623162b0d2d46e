import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { readCaseList } from './read-case-list.ts'

const polygonsSchema = z.array(z.array(z.tuple([z.number(), z.number()])).min(3)).default([])
const caseSchema = z.object({
  id: z.string(),
  photo: z.string(),
  pixelsPerMm: z.number().positive().nullable(),
  daysSinceSession: z.number().nonnegative().nullable().default(null),
  head: z
    .object({
      cx: z.number(),
      cy: z.number(),
      rx: z.number().positive(),
      ry: z.number().positive(),
      angleDegrees: z.number(),
    })
    .nullable()
    .default(null),
  zones: z.object({
    treated: polygonsSchema,
    reference: polygonsSchema,
    blend: polygonsSchema,
    avoid: polygonsSchema,
  }),
})

/** A photo to assess. */
export type AssessmentCase = z.infer<typeof caseSchema>

/** A line of the list: a case whose photo's path is absolute, or what is wrong with it. */
export type AssessmentLine =
  | { readonly kind: 'case'; readonly one: AssessmentCase }
  | { readonly kind: 'wrong'; readonly id: string; readonly reason: string }

/** Reads the list of photos. A case that is wrong doesn't spoil the others; throws an AppError where the file is no list of cases. */
export async function readAssessmentCases(path: string): Promise<AssessmentLine[]> {
  const folder = dirname(resolve(path))
  return (await readCaseList(path, 'photos')).map((given, index): AssessmentLine => {
    const parsed = caseSchema.safeParse(given)
    if (parsed.success) return { kind: 'case', one: { ...parsed.data, photo: resolve(folder, parsed.data.photo) } }
    const issue = parsed.error.issues[0]
    const named = z.object({ id: z.string() }).safeParse(given)
    return {
      kind: 'wrong',
      id: named.success ? named.data.id : String(index),
      reason: `The case is wrong at "${issue?.path.join('.')}": ${issue?.message}.`,
    }
  })
}
