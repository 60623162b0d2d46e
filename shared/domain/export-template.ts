import { z } from 'zod'
import { channelSchema } from './consent.ts'
import { exportKinds, filmFormats, stillFormats } from './export-kind.ts'
import { arrangements, corners, detailKinds, exportShapes, namings, signKinds } from './export-look.ts'
import { savedNameSchema } from './saved-comparison.ts'

/** Characters of a caption as it is kept. */
export const longestCaption = 60

/** How an export is made, of whatever photos. What has to be told of a photo (fresh, settling, light matched) is always written on it and stands in no template. */
export const exportLookSchema = z.object({
  /** A channel, whose consent is asked then; null: it is chosen each time. A template can close the lock, never open it. */
  purpose: channelSchema.nullable(),
  kind: z.enum(exportKinds),
  shape: z.enum(exportShapes),
  /** Null: the one in which the photos are larger. */
  arrangement: z.enum(arrangements).nullable(),
  framing: z.enum(['whole', 'fill']),
  stillFormat: z.enum(stillFormats),
  filmFormat: z.enum(filmFormats),
  naming: z.enum(namings),
  /** On each photo, where it is named in the studio's own words. */
  photoText: z.string().max(longestCaption),
  detail: z.enum(detailKinds),
  /** Once on the picture. */
  ownText: z.string().max(longestCaption),
  sign: z.enum(signKinds),
  corner: z.enum(corners),
})
export type ExportLook = z.infer<typeof exportLookSchema>

export const templateIdSchema = z.uuid().brand<'TemplateId'>()

/** A way of exporting that the studio keeps by name. */
export const exportTemplateSchema = z.object({
  templateId: templateIdSchema,
  name: savedNameSchema,
  look: exportLookSchema,
})
export type ExportTemplate = z.infer<typeof exportTemplateSchema>
