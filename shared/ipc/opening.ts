import { z } from 'zod'

/**
 * How far a library is that takes a while to open. `reading`: its whole record is read and checked, `share` (0 to 1) of it so far. `sealing`: a library of version 1,
 * where everything was plain, gets sealed, file by file.
 */
export const openingProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('starting') }),
  z.object({ step: z.literal('reading'), recordCount: z.int().nonnegative(), share: z.number().min(0).max(1) }),
  z.object({ step: z.literal('sealing'), fileCount: z.int().nonnegative(), totalCount: z.int().nonnegative() }),
])
export type OpeningProgress = z.infer<typeof openingProgressSchema>

/** Called while a library is opened, at places where a crash may come, with how far it is where that changed. What it throws ends the opening there. */
export type OpeningStep = (progress?: OpeningProgress) => Promise<void> | void
