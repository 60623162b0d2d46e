import { z } from 'zod'
import { longestScope } from './consent.ts'
import { savedNameSchema } from './saved-comparison.ts'

export const consentTextIdSchema = z.uuid().brand<'ConsentTextId'>()

const wordsSchema = z.string().max(longestScope)

/** A consent in the studio's own words, in each language; empty in one in which the studio has none. */
export const consentTextSchema = z.object({
  textId: consentTextIdSchema,
  name: savedNameSchema,
  scopes: z
    .object({ en: wordsSchema, de: wordsSchema })
    .refine((scopes) => Object.values(scopes).some((words) => words.trim() !== ''), 'Expected words in a language'),
})
export type ConsentText = z.infer<typeof consentTextSchema>
