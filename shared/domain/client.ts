import { z } from 'zod'
import { clientIdSchema, treatmentIdSchema } from './ids.ts'

export const clientSchema = z.object({
  clientId: clientIdSchema,
  name: z.string().trim().min(1).max(200),
  isSample: z.boolean(),
  addedAt: z.iso.datetime(),
  isRemoved: z.boolean(),
})
export type Client = z.infer<typeof clientSchema>

/** A treatment as it begins: one course of SMP of one client. */
export const addedTreatmentSchema = z.object({
  treatmentId: treatmentIdSchema,
  clientId: clientIdSchema,
  name: z.string().trim().min(1).max(200),
  sessionCount: z.int().min(1).max(9),
  addedAt: z.iso.datetime(),
})
/** One course of SMP of one client. */
export type Treatment = z.infer<typeof addedTreatmentSchema> & { isRemoved: boolean }
