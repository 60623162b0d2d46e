import { changesOf, type FactRows, factKeys } from '../../../shared/domain/apply-event.ts'
import { patchDecisionSchema, patchKeyOf, withoutPlan } from '../../../shared/domain/assessing/patch-decision.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import type { DomainEvent, StatedEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { comparisonKeyOf, savedComparisonSchema } from '../../../shared/domain/saved-comparison.ts'
import { blankSessionRecord, type SessionRecord, sessionKeyOf } from '../../../shared/domain/session-record.ts'
import { blankTreatmentRecord } from '../../../shared/domain/treatment-record.ts'
import { isSame, type Step } from './told-together.ts'

/** The event that puts back what an event changes in these facts; undefined where it changes nothing, or nothing can or should be put back. */
export function reverseEvent(event: DomainEvent, facts: Facts): StatedEvent | undefined {
  if (isSoIn(facts, event)) return undefined
  switch (event.type) {
    case 'client-renamed': {
      const client = facts.clients.get(event.data.clientId)
      return client && { ...event, data: { clientId: client.clientId, name: client.name } }
    }
    case 'client-removed':
      return { type: 'client-restored', version: 1, data: { clientId: event.data.clientId } }
    case 'client-restored':
      return { type: 'client-removed', version: 1, data: { clientId: event.data.clientId, withPhotos: true } }
    case 'client-retention-noted': {
      const { clientId } = event.data
      const { keepUntil = null, why = '' } = facts.clients.get(clientId)?.retention ?? {}
      return { ...event, data: { clientId, keepUntil, why } }
    }
    case 'treatment-added':
    case 'treatment-restored':
      return { type: 'treatment-removed', version: 1, data: { treatmentId: event.data.treatmentId } }
    case 'treatment-removed':
      return { type: 'treatment-restored', version: 1, data: event.data }
    case 'treatment-renamed': {
      const treatment = facts.treatments.get(event.data.treatmentId)
      return treatment && { ...event, data: { treatmentId: treatment.treatmentId, name: treatment.name } }
    }
    case 'treatment-described': {
      const { treatmentId } = event.data
      return { ...event, data: facts.treatmentRecords.get(treatmentId) ?? blankTreatmentRecord(treatmentId) }
    }
    case 'session-recorded': {
      const before = facts.sessionRecords.get(sessionKeyOf(event.data))
      return {
        ...event,
        data: before ? withoutKey(before) : blankSessionRecord(event.data.treatmentId, event.data.stage),
      }
    }
    case 'photo-removed':
      return { type: 'photo-restored', version: 1, data: event.data }
    case 'photo-restored':
      return { type: 'photo-removed', version: 1, data: event.data }
    case 'document-attached':
    case 'document-restored':
      return { type: 'document-removed', version: 1, data: { documentId: event.data.documentId } }
    case 'document-removed':
      return { type: 'document-restored', version: 1, data: event.data }
    case 'document-described': {
      const before = facts.documents.get(event.data.documentId)
      return before && { ...event, data: describedAs(before) }
    }
    case 'drawing-added':
    case 'drawing-restored':
      return { type: 'drawing-removed', version: 1, data: { drawingId: event.data.drawingId } }
    case 'drawing-removed':
      return { type: 'drawing-restored', version: 1, data: event.data }
    case 'drawing-changed': {
      const before = facts.drawings.get(event.data.drawingId)
      return before && { ...event, data: drawnAs(before) }
    }
    case 'scale-set': {
      const { photoId } = event.data
      return { ...event, data: { photoId, scale: facts.photos.get(photoId)?.scale ?? null } }
    }
    case 'reference-chosen': {
      const before = facts.references.get(event.data.seriesKey)
      return before && { ...event, data: before }
    }
    case 'patch-decided': {
      const before = patchDecisionSchema.safeParse(facts.patchDecisions.get(patchKeyOf(event.data))).data
      return { ...event, data: before ?? withoutPlan(event.data, 'open') }
    }
    case 'comparison-saved': {
      const { treatmentId, comparisonId } = event.data
      return { type: 'comparison-removed', version: 1, data: { treatmentId, comparisonId } }
    }
    case 'comparison-renamed': {
      const before = facts.comparisons.get(comparisonKeyOf(event.data))
      return before && { ...event, data: { ...event.data, name: before.name } }
    }
    case 'comparison-removed': {
      const before = savedComparisonSchema.safeParse(facts.comparisons.get(comparisonKeyOf(event.data))).data
      return before && { type: 'comparison-saved', version: 1, data: before }
    }
    case 'export-taken-down': {
      const { exportKey } = event.data
      return { ...event, data: { ...event.data, takenDown: facts.exports.get(exportKey)?.takenDown ?? null } }
    }
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-turned':
    case 'head-marked':
      return reversePhotoChange(event, facts)
    default:
      return undefined
  }
}

function describedAs({ documentId, kind, title, signedOn, notes }: AttachedDocument) {
  return { documentId, kind, title, signedOn, notes }
}

function drawnAs({ drawingId, quarterTurns, name, shape }: FactRows['drawings']) {
  return { drawingId, quarterTurns, name, shape }
}

function withoutKey({ sessionKey, ...record }: FactRows['sessionRecords']): SessionRecord {
  return record
}

type PhotoChange = Extract<DomainEvent, { type: 'photo-filed' | 'photo-dated' | 'photo-turned' | 'head-marked' }>

function reversePhotoChange(event: PhotoChange, facts: Facts): StatedEvent | undefined {
  const photo = facts.photos.get(event.data.photoId)
  if (!photo) return undefined
  const { photoId, stage, angle, capture, quarterTurns, head } = photo
  switch (event.type) {
    case 'photo-filed':
      return { ...event, data: { photoId, stage, angle } }
    case 'photo-dated':
      return { ...event, data: { photoId, capture } }
    case 'photo-turned':
      return { ...event, data: { photoId, quarterTurns } }
    case 'head-marked':
      return { ...event, data: { photoId, head } }
  }
}

/** What would take steps back now: only as far as what they set still stands. */
export function reversalNow(steps: readonly Step[], now: Facts): StatedEvent[] {
  const [first, last] = [steps[0]!.reverse, steps.at(-1)!.record.event]
  if (first?.type === 'session-recorded' && last.type === 'session-recorded') {
    const present = now.sessionRecords.get(sessionKeyOf(last.data))
    const data = present && withFieldsBack(first.data, last.data, withoutKey(present))
    return data ? [{ ...last, data }] : []
  }
  if (first?.type === 'treatment-described' && last.type === 'treatment-described') {
    const present = now.treatmentRecords.get(last.data.treatmentId)
    const data = present && withFieldsBack(first.data, last.data, present)
    return data ? [{ ...last, data }] : []
  }
  if (first?.type === 'drawing-changed' && last.type === 'drawing-changed')
    return stillStands(last, first, now) ? [first] : []
  return steps
    .toReversed()
    .flatMap(({ record, reverse }) => (reverse && stillStands(record.event, reverse, now) ? [reverse] : []))
}

/** The present row with the fields that a change set, and that still stand, as they were before; undefined when there are none. */
function withFieldsBack<Row extends object>(before: Row, after: Row, present: Row): Row | undefined {
  const keys = (Object.keys(after) as (keyof Row)[]).filter(
    (key) => !isSame(before[key], after[key]) && isSame(present[key], after[key]),
  )
  if (keys.length === 0) return undefined
  const back = { ...present }
  for (const key of keys) back[key] = before[key]
  return back
}

/** True when everything that an event set is still so, and taking it back would change it. */
function stillStands(event: DomainEvent, reverse: StatedEvent, now: Facts): boolean {
  return isSoIn(now, event) && !isSoIn(now, reverse)
}

function isSoIn(facts: Facts, event: DomainEvent): boolean {
  return changesOf(event).every((change) => {
    if (change.kind === 'erase-client') return !facts.clients.has(change.clientId)
    if (change.kind === 'erase-photo') return !facts.photos.has(change.photoId)
    const key =
      change.kind === 'patch' ? change.key : String((change.row as Record<string, unknown>)[factKeys[change.table]])
    const row = (facts[change.table] as ReadonlyMap<string, object>).get(key) as Record<string, unknown>
    const wanted = Object.entries(change.kind === 'patch' ? change.patch : change.row)
    return row !== undefined && wanted.every(([column, value]) => isSame(row[column], value))
  })
}
