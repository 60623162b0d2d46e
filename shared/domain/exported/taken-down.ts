import { z } from 'zod'
import { isRealDay } from '../capture-date.ts'
import { clientIdSchema } from '../ids.ts'

/** That an export is out there no more: since when, and where it stood, in a person's words. */
export const takenDownSchema = z.object({
  on: z.string().refine(isRealDay, 'Expected a calendar day'),
  where: z.string().max(300),
})
export type TakenDown = z.infer<typeof takenDownSchema>

/** What a person states of an export; null: it isn't taken down after all. */
export const takingDownSchema = z.object({
  clientId: clientIdSchema,
  exportKey: z.string().min(1).max(200),
  takenDown: takenDownSchema.nullable(),
})
export type TakingDown = z.infer<typeof takingDownSchema>
