import { type Angle, angleLabel } from '../../../shared/domain/angle.ts'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import { dayWordOf, documentFields, documentKindLabel } from '../../../shared/domain/document.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type FieldChange, fieldChanges, sessionFields, treatmentFields } from '../../../shared/domain/record-words.ts'
import { sessionLabel } from '../../../shared/domain/session-record.ts'
import { type Stage, stageLabel } from '../../../shared/domain/stage.ts'
import { isVideo, videoTime } from '../../../shared/domain/video.ts'
import { photoName, placeName } from '../../photo-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { reverseEvent } from './reversal.ts'
import type { Step } from './told-together.ts'

/** What happened, in words; `details` are further lines. */
type Described = Pick<Step, 'what' | 'details'>

const plain = (what: string, ...details: string[]): Described => ({ what, details })

/** An event in plain words; `facts` are those before it. */
export function describeEvent(event: DomainEvent, facts: Facts): Described {
  const nameOf = (photoId: string) => {
    const photo = facts.photos.get(photoId)
    return photo ? photoName(photo) : 'Photo of another client'
  }
  switch (event.type) {
    case 'client-added':
      return plain(`Client added: ${event.data.name}`)
    case 'client-renamed':
      return plain(`Client renamed to ${event.data.name}`, `Was: ${facts.clients.get(event.data.clientId)?.name}`)
    case 'client-removed':
      return plain('Client moved to the trash')
    case 'client-restored':
      return plain('Client restored')
    case 'client-erased':
      return plain('Client erased')
    case 'client-retention-noted': {
      const { keepUntil, why } = event.data
      const what = keepUntil ? `Retention note: keep until ${dayLabel(keepUntil)}` : 'Retention note taken away'
      return plain(what, ...(why === '' ? [] : [why]))
    }
    case 'studio-retention-noted':
      return plain('The studio’s rule for keeping records changed')
    case 'treatment-added': {
      const { name, sessionCount } = event.data
      return plain(`Treatment added: ${name}`, `${sessionCount} planned session${sessionCount === 1 ? '' : 's'}`)
    }
    case 'treatment-renamed':
      return plain(`Treatment renamed to ${event.data.name}`, `Was: ${treatmentName(facts, event.data.treatmentId)}`)
    case 'treatment-removed':
      return plain(`Treatment removed: ${treatmentName(facts, event.data.treatmentId)}`)
    case 'treatment-restored':
      return plain(`Treatment restored: ${treatmentName(facts, event.data.treatmentId)}`)
    case 'treatment-described':
    case 'session-recorded':
      return plain(recordTitle(event, facts), ...recordLines(reverseEvent(event, facts), event))
    case 'photo-imported':
      return plain(importWords(event.data), event.data.fileName)
    case 'photo-filed': {
      const { photoId, stage, angle } = event.data
      return plain(`Photo moved to ${filedPlace(angle, stage)}`, `Was: ${nameOf(photoId)}`)
    }
    case 'photo-dated': {
      const { photoId, capture } = event.data
      return plain(
        capture ? `Date of a photo set to ${dayLabel(captureDay(capture))}` : 'Date of a photo set to unknown',
        nameOf(photoId),
      )
    }
    case 'photo-turned':
      return plain('Photo turned', nameOf(event.data.photoId))
    case 'photo-removed':
      return plain('Photo removed', nameOf(event.data.photoId))
    case 'photo-restored':
      return plain('Photo restored', nameOf(event.data.photoId))
    case 'photo-deleted':
      return plain('Photo deleted for good', nameOf(event.data.photoId))
    case 'head-marked':
      return plain(
        event.data.head ? 'Head outlined by hand' : 'Outline of the head taken away',
        nameOf(event.data.photoId),
      )
    case 'reference-chosen':
      return plain(`Baseline chosen for ${angleLabel(event.data.angle)}`, nameOf(event.data.photoId))
    case 'landmarks-placed': {
      const { referenceId, movingId, landmarks } = event.data
      return plain(
        landmarks.length === 0 ? 'Alignment by hand taken away' : 'Aligned by hand',
        `${nameOf(referenceId)} and ${nameOf(movingId)}`,
        `${landmarks.length} landmark${landmarks.length === 1 ? '' : 's'}`,
      )
    }
    case 'alignment-made':
      return plain('Photos aligned', `${nameOf(event.data.referenceId)} and ${nameOf(event.data.movingId)}`)
    case 'document-attached': {
      const { kind, title, signedOn } = event.data
      const day = signedOn ? `, ${dayWordOf(kind)} ${dayLabel(signedOn)}` : ''
      return plain(`${documentKindLabel(kind)} attached`, `${title}${day}`)
    }
    case 'document-described': {
      const before = facts.documents.get(event.data.documentId)
      const changed = before ? fieldChanges(documentFields(before), documentFields(event.data)) : []
      return plain(
        `Document changed: ${before?.title ?? event.data.title}`,
        ...changed.map(withDayInWords).map(changeLine),
      )
    }
    case 'document-removed':
      return plain('Document removed', documentTitle(facts, event.data.documentId))
    case 'document-restored':
      return plain('Document restored', documentTitle(facts, event.data.documentId))
    case 'comparison-exported': {
      const { photoIds, format, widthPx, heightPx } = event.data
      return plain(
        `Comparison exported as ${format.toUpperCase()}, ${widthPx} × ${heightPx}`,
        photoIds.map(nameOf).join(' and '),
      )
    }
  }
}

/** Steps that are told as one. */
export function describeTogether(steps: readonly Step[]): Described {
  const [first, last] = [steps[0]!, steps.at(-1)!]
  if (steps.length === 1) return first
  const { event } = last.record
  if (event.type === 'treatment-described' || event.type === 'session-recorded')
    return plain(last.what, ...recordLines(first.reverse, event))
  const details = steps.flatMap((step) => step.details)
  const done = togetherWords[event.type]
  const photos = areVideos(steps) ? 'videos' : 'photos'
  const what = event.type === 'document-attached' ? 'documents' : photos
  return plain(`${steps.length} ${what} ${done}`, details.join(event.type === 'photo-imported' ? ', ' : '; '))
}

const togetherWords: { readonly [Type in DomainEvent['type']]?: string } = {
  'photo-imported': 'imported',
  'photo-filed': 'moved',
  'photo-dated': 'dated',
  'photo-removed': 'removed',
  'photo-restored': 'restored',
  'photo-deleted': 'deleted for good',
  'document-attached': 'attached',
}

function importWords({ video, frameOf }: Photo): string {
  if (frameOf) return `Frame of a video taken as a photo, at ${videoTime(frameOf.atSeconds, 2)}`
  return video ? '1 video imported' : '1 photo imported'
}

function areVideos(steps: readonly Step[]): boolean {
  return steps.every(({ record: { event } }) => event.type === 'photo-imported' && isVideo(event.data))
}

type RecordEvent = Extract<DomainEvent, { type: 'treatment-described' | 'session-recorded' }>

function recordTitle(event: RecordEvent, facts: Facts): string {
  const of = event.type === 'session-recorded' ? sessionLabel(event.data).toLowerCase() : 'skin and hair'
  const isOneOfSeveral = facts.treatments.size > 1
  return `Records of ${of} changed${isOneOfSeveral ? ` (${treatmentName(facts, event.data.treatmentId)})` : ''}`
}

function recordLines(before: DomainEvent | undefined, after: RecordEvent): string[] {
  if (before?.type === 'session-recorded' && after.type === 'session-recorded')
    return fieldChanges(sessionFields(before.data), sessionFields(after.data)).map(changeLine)
  if (before?.type === 'treatment-described' && after.type === 'treatment-described')
    return fieldChanges(treatmentFields(before.data), treatmentFields(after.data)).map(changeLine)
  return []
}

function changeLine({ label, before, after }: FieldChange): string {
  if (before === '') return `${label}: ${after}`
  return after === '' ? `${label} taken out (was: ${before})` : `${label}: ${before} → ${after}`
}

function filedPlace(angle: Angle | null, stage: Stage | null): string {
  if (angle && stage) return placeName(angle, stage)
  if (!angle && !stage) return '“Not filed yet”'
  return angle ? `${angleLabel(angle)}, no stage` : `${stageLabel(stage!)}, no angle`
}

function documentTitle(facts: Facts, documentId: string): string {
  return facts.documents.get(documentId)?.title ?? ''
}

function withDayInWords(change: FieldChange): FieldChange {
  if (change.label !== 'Day') return change
  const inWords = (day: string) => day && dayLabel(day)
  return { ...change, before: inWords(change.before), after: inWords(change.after) }
}

function treatmentName(facts: Facts, treatmentId: string): string {
  return facts.treatments.get(treatmentId)?.name ?? ''
}
