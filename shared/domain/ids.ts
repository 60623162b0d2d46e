import { z } from 'zod'

/** SHA-256 of an original's bytes, 64 lower-case hexadecimal digits. */
export const photoIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PhotoId'>()
export const clientIdSchema = z.uuid().brand<'ClientId'>()
export const treatmentIdSchema = z.uuid().brand<'TreatmentId'>()
/** SHA-256 of an alignment's inputs and transform: names its aligned rendition. */
export const alignmentIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AlignmentId'>()

/** Names the key with which a client's files and events are sealed: 32 random hexadecimal digits. */
export const keyIdSchema = z.string().regex(/^[0-9a-f]{32}$/)
/** Names an attached file: the SHA-256 of its content, then the 32 digits of its client's id; see `documentIdOf`. */
export const documentIdSchema = z
  .string()
  .regex(/^[0-9a-f]{96}$/)
  .brand<'DocumentId'>()
/** Names a drawing: its photo's id, then 32 random hexadecimal digits; see `drawingIdOf`. */
export const drawingIdSchema = z
  .string()
  .regex(/^[0-9a-f]{96}$/)
  .brand<'DrawingId'>()

export type PhotoId = z.infer<typeof photoIdSchema>
export type ClientId = z.infer<typeof clientIdSchema>
export type TreatmentId = z.infer<typeof treatmentIdSchema>
export type DocumentId = z.infer<typeof documentIdSchema>
export type AlignmentId = z.infer<typeof alignmentIdSchema>
export type DrawingId = z.infer<typeof drawingIdSchema>
