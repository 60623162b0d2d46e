import { z } from 'zod'
import { alignmentSchema, placedLandmarksSchema } from './alignment.ts'
import { angleSchema } from './angle.ts'
import { patchDecisionSchema } from './assessing/patch-decision.ts'
import { captureDateSchema } from './capture-date.ts'
import { addedTreatmentSchema, clientSchema } from './client.ts'
import { consentRefSchema, consentSchema, purposeSchema } from './consent.ts'
import { consentTextSchema } from './consent-text.ts'
import { usedCoversSchema } from './covers/cover.ts'
import { attachedDocumentSchema, documentDescriptionSchema } from './document.ts'
import { drawingContentSchema, drawingSchema } from './drawing.ts'
import { exportFormats, exportKinds } from './export-kind.ts'
import { exportTemplateSchema } from './export-template.ts'
import { exportMakingSchema } from './exported/export-making.ts'
import { takingDownSchema } from './exported/taken-down.ts'
import { handedOverSchema } from './hand-over.ts'
import { hangingProtocolSchema } from './hanging-protocol.ts'
import { headSchema } from './head.ts'
import {
  clientIdSchema,
  documentIdSchema,
  drawingIdSchema,
  keyIdSchema,
  photoIdSchema,
  treatmentIdSchema,
} from './ids.ts'
import { matchedLightSchema } from './light/match-light.ts'
import { photoSchema } from './photo.ts'
import { referenceChoiceSchema } from './reference-choice.ts'
import { clientRetentionSchema, studioRetentionSchema } from './retention.ts'
import { savedComparisonSchema } from './saved-comparison.ts'
import { photoScaleSchema } from './scale.ts'
import { sessionRecordSchema } from './session-record.ts'
import { stageSchema } from './stage.ts'
import { treatmentRecordSchema } from './treatment-record.ts'

const event = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) => eventOf(type, 1, data)
/** An event of this version; what was recorded as an earlier one is brought to it by `upcastEvent`. */
const eventOf = <Type extends string, Version extends number, Data extends z.ZodType>(
  type: Type,
  version: Version,
  data: Data,
) => z.object({ type: z.literal(type), version: z.literal(version), data })

const onPhoto = z.object({ photoId: photoIdSchema })
const onDocument = z.object({ documentId: documentIdSchema })
const onDrawing = z.object({ drawingId: drawingIdSchema })
const onTreatment = z.object({ treatmentId: treatmentIdSchema })
const onComparison = savedComparisonSchema.pick({ treatmentId: true, comparisonId: true })
const onConsentText = consentTextSchema.pick({ textId: true })
const onProtocol = hangingProtocolSchema.pick({ protocolId: true })

/** What the window may ask main to record by itself: facts that a person states. */
export const statedEventSchema = z.discriminatedUnion('type', [
  event('client-added', clientSchema),
  event('client-renamed', z.object({ clientId: clientIdSchema, name: clientSchema.shape.name })),
  // `withPhotos`: somebody meant it; without it a client who has photos stays, so that no undo takes them along
  event('client-removed', z.object({ clientId: clientIdSchema, withPhotos: z.boolean().optional() })),
  event('client-restored', z.object({ clientId: clientIdSchema })),
  event('client-retention-noted', clientRetentionSchema),
  event('studio-retention-noted', studioRetentionSchema),
  event('treatment-added', addedTreatmentSchema),
  event('treatment-renamed', onTreatment.extend({ name: addedTreatmentSchema.shape.name })),
  event('treatment-removed', onTreatment),
  event('treatment-restored', onTreatment),
  event('treatment-described', treatmentRecordSchema),
  event('session-recorded', sessionRecordSchema),
  event('photo-filed', onPhoto.extend({ stage: stageSchema.nullable(), angle: angleSchema.nullable() })),
  event('photo-dated', onPhoto.extend({ capture: captureDateSchema.nullable() })),
  event('photo-turned', onPhoto.extend({ quarterTurns: z.int().min(0).max(3) })),
  event('photo-removed', onPhoto),
  event('photo-restored', onPhoto),
  event('head-marked', onPhoto.extend({ head: headSchema.nullable() })),
  event('landmarks-placed', placedLandmarksSchema),
  event('reference-chosen', referenceChoiceSchema),
  event('document-described', documentDescriptionSchema.extend(onDocument.shape)),
  event('document-removed', onDocument),
  event('document-restored', onDocument),
  event('drawing-added', drawingSchema),
  event('drawing-changed', drawingContentSchema),
  event('drawing-removed', onDrawing),
  event('drawing-restored', onDrawing),
  event('scale-set', onPhoto.extend({ scale: photoScaleSchema.nullable() })),
  event('patch-decided', patchDecisionSchema),
  event('comparison-saved', savedComparisonSchema),
  event('comparison-renamed', onComparison.extend({ name: savedComparisonSchema.shape.name })),
  event('comparison-removed', onComparison),
  event('hanging-protocol-saved', hangingProtocolSchema),
  event('hanging-protocol-renamed', onProtocol.extend({ name: hangingProtocolSchema.shape.name })),
  event('hanging-protocol-removed', onProtocol),
  event('export-template-saved', exportTemplateSchema),
  event('export-template-changed', exportTemplateSchema),
  event('export-template-removed', exportTemplateSchema.pick({ templateId: true })),
  event('consent-text-saved', consentTextSchema),
  event('consent-text-renamed', onConsentText.extend({ name: consentTextSchema.shape.name })),
  event('consent-text-removed', onConsentText),
  event('consent-given', consentSchema),
  event('consent-withdrawn', consentRefSchema),
  event('export-taken-down', takingDownSchema),
])

/** What only main records, because it did the work that the event speaks of. */
export const witnessedEventSchema = z.discriminatedUnion('type', [
  event('photo-imported', photoSchema),
  event('photo-deleted', onPhoto.extend({ clientId: clientIdSchema })),
  // the tombstone: ids that mean nothing to anybody. The client is null where only the erased key is known any more
  event('client-erased', z.object({ clientId: clientIdSchema.nullable(), keyId: keyIdSchema })),
  event('document-attached', attachedDocumentSchema),
  event('pictures-handed-over', handedOverSchema),
  eventOf('alignment-made', 2, alignmentSchema),
  eventOf(
    'comparison-exported',
    3,
    z.object({
      photoIds: z.array(photoIdSchema).min(1),
      purpose: purposeSchema,
      // the client's consent that covered it; null: none was needed
      consentVersion: z.int().positive().nullable(),
      // as it was saved; null: recorded before names were
      fileName: z.string().max(1024).nullable(),
      kind: z.enum(exportKinds),
      format: z.enum(exportFormats),
      widthPx: z.int().positive(),
      heightPx: z.int().positive(),
      // of a film or a blinking picture; null: it stands still
      durationSeconds: z.number().positive().nullable(),
      outputSha256: z.string().regex(/^[0-9a-f]{64}$/),
      // what the two photos of a pair were multiplied by; absent: all as shot
      light: matchedLightSchema.optional(),
      // what of the client was covered; absent: nothing was
      covers: usedCoversSchema.optional(),
      // whose it is, and what names it; absent: recorded before exports were taken down
      clientId: clientIdSchema.optional(),
      exportId: z.uuid().optional(),
      // how it was made; absent: recorded before that was told
      making: exportMakingSchema.optional(),
    }),
  ),
])

export const domainEventSchema = z.union([statedEventSchema, witnessedEventSchema])

/** The types of event that this Stipple knows, each with its present version; a ledger with others, or with later versions, was written by a newer one. */
export const presentVersions: ReadonlyMap<string, number> = new Map(
  [...statedEventSchema.options, ...witnessedEventSchema.options].map(({ shape }) => [
    shape.type.value,
    shape.version.value,
  ]),
)

export type StatedEvent = z.infer<typeof statedEventSchema>
export type WitnessedEvent = z.infer<typeof witnessedEventSchema>
/** Something that happened to the library's facts. */
export type DomainEvent = StatedEvent | WitnessedEvent

/** An event with its place in the ledger. The sequence orders events; the clock only informs. */
export const ledgerRecordSchema = z.object({ seq: z.int().positive(), at: z.iso.datetime(), event: domainEventSchema })
export type LedgerRecord = z.infer<typeof ledgerRecordSchema>
