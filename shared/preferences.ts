import { z } from 'zod'
import { languages } from './words/translate.ts'

/** How this computer's Stipple looks and speaks; it has nothing to do with the library. */
export const preferencesSchema = z.object({
  /** Null: the computer's own, where Stipple speaks it. */
  language: z.enum(languages).nullable().default(null),
  /** The light that photos are judged in: dark unless told. */
  room: z.enum(['dark', 'light']).default('dark'),
})
export type Preferences = z.infer<typeof preferencesSchema>
