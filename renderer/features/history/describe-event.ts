import { type Angle, angleLabel } from '../../../shared/domain/angle.ts'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import { usedCoversInWords } from '../../../shared/domain/covers/cover.ts'
import { documentDay, documentFields, documentKindLabel } from '../../../shared/domain/document.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { sessionFields, treatmentFields } from '../../../shared/domain/record-fields.ts'
import { type FieldChange, fieldChanges } from '../../../shared/domain/record-words.ts'
import { sessionLabel } from '../../../shared/domain/session-record.ts'
import { type Stage, stageLabel } from '../../../shared/domain/stage.ts'
import { isVideo, videoTime } from '../../../shared/domain/video.ts'
import { listInWords, withinSentence } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { exportedLightWords } from '../../light-words.ts'
import { photoName, placeName } from '../../photo-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { describeComparison } from './describe-comparison.ts'
import { describeConsent, describePurpose, describeTakenDown } from './describe-consent.ts'
import { describeDrawing } from './describe-drawing.ts'
import { describeHandOver } from './describe-hand-over.ts'
import { describePatch } from './describe-patch.ts'
import { reverseEvent } from './reversal.ts'
import type { Step } from './told-together.ts'

/** What happened, in words; `details` are further lines. */
type Described = Pick<Step, 'what' | 'details'>

const plain = (what: string, ...details: string[]): Described => ({ what, details })

/** An event in plain words; `facts` are those before it. */
export function describeEvent(event: DomainEvent, facts: Facts): Described {
  const nameOf = (photoId: string) => {
    const photo = facts.photos.get(photoId)
    return photo ? photoName(photo) : t('Photo of another client')
  }
  const bothOf = (one: string, other: string) => t('{{one}} and {{other}}', { one: nameOf(one), other: nameOf(other) })
  switch (event.type) {
    case 'client-added':
      return plain(t('Client added: {{name}}', { name: event.data.name }))
    case 'client-renamed':
      return plain(
        t('Client renamed to {{name}}', { name: event.data.name }),
        t('Was: {{name}}', { name: facts.clients.get(event.data.clientId)?.name ?? '' }),
      )
    case 'client-removed':
      return plain(t('Client moved to the trash'))
    case 'client-restored':
      return plain(t('Client restored'))
    case 'client-erased':
      return plain(t('Client erased'))
    case 'client-retention-noted': {
      const { keepUntil, why } = event.data
      const what = keepUntil
        ? t('Retention note: keep until {{day}}', { day: dayLabel(keepUntil) })
        : t('Retention note taken away')
      return plain(what, ...(why === '' ? [] : [why]))
    }
    case 'studio-retention-noted':
      return plain(t('The studio’s rule for keeping records changed'))
    case 'treatment-added': {
      const { name, sessionCount } = event.data
      return plain(t('Treatment added: {{name}}', { name }), t('{{count}} planned sessions', { count: sessionCount }))
    }
    case 'treatment-renamed':
      return plain(
        t('Treatment renamed to {{name}}', { name: event.data.name }),
        t('Was: {{treatment}}', { treatment: treatmentName(facts, event.data.treatmentId) }),
      )
    case 'treatment-removed':
      return plain(t('Treatment removed: {{treatment}}', { treatment: treatmentName(facts, event.data.treatmentId) }))
    case 'treatment-restored':
      return plain(t('Treatment restored: {{treatment}}', { treatment: treatmentName(facts, event.data.treatmentId) }))
    case 'treatment-described':
    case 'session-recorded':
      return plain(recordTitle(event, facts), ...recordLines(reverseEvent(event, facts), event))
    case 'photo-imported':
      return plain(importWords(event.data), event.data.fileName)
    case 'photo-filed': {
      const { photoId, stage, angle } = event.data
      return plain(
        t('Photo moved to {{place}}', { place: filedPlace(angle, stage) }),
        t('Was: {{photo}}', { photo: nameOf(photoId) }),
      )
    }
    case 'photo-dated': {
      const { photoId, capture } = event.data
      return plain(
        capture
          ? t('Date of a photo set to {{day}}', { day: dayLabel(captureDay(capture)) })
          : t('Date of a photo set to unknown'),
        nameOf(photoId),
      )
    }
    case 'photo-turned':
      return plain(t('Photo turned'), nameOf(event.data.photoId))
    case 'photo-removed':
      return plain(t('Photo removed'), nameOf(event.data.photoId))
    case 'photo-restored':
      return plain(t('Photo restored'), nameOf(event.data.photoId))
    case 'photo-deleted':
      return plain(t('Photo deleted for good'), nameOf(event.data.photoId))
    case 'head-marked':
      return plain(
        event.data.head ? t('Head outlined by hand') : t('Outline of the head taken away'),
        nameOf(event.data.photoId),
      )
    case 'reference-chosen':
      return plain(
        t('Baseline chosen for {{angle}}', { angle: angleLabel(event.data.angle) }),
        nameOf(event.data.photoId),
      )
    case 'landmarks-placed': {
      const { referenceId, movingId, landmarks } = event.data
      return plain(
        landmarks.length === 0 ? t('Alignment by hand taken away') : t('Aligned by hand'),
        bothOf(referenceId, movingId),
        t('{{count}} landmarks', { count: landmarks.length }),
      )
    }
    case 'alignment-made':
      return plain(t('Photos aligned'), bothOf(event.data.referenceId, event.data.movingId))
    case 'document-attached': {
      const { kind, title, signedOn } = event.data
      const day = signedOn ? `, ${documentDay(kind, signedOn)}` : ''
      return plain(t('{{kind}} attached', { kind: documentKindLabel(kind) }), `${title}${day}`)
    }
    case 'document-described': {
      const before = facts.documents.get(event.data.documentId)
      const changed = before ? fieldChanges(documentFields(before), documentFields(event.data)) : []
      return plain(
        t('Document changed: {{title}}', { title: before?.title ?? event.data.title }),
        ...changed.map(withDayInWords).map(changeLine),
      )
    }
    case 'document-removed':
      return plain(t('Document removed'), documentTitle(facts, event.data.documentId))
    case 'document-restored':
      return plain(t('Document restored'), documentTitle(facts, event.data.documentId))
    case 'drawing-added':
    case 'drawing-changed':
    case 'drawing-removed':
    case 'drawing-restored':
    case 'scale-set': {
      const { what, of, photoId } = describeDrawing(event, facts)
      return plain(what, ...of, nameOf(photoId))
    }
    case 'patch-decided': {
      const [what = '', ...details] = describePatch(event.data, facts)
      return plain(what, ...details)
    }
    case 'comparison-saved':
    case 'comparison-renamed':
    case 'comparison-removed': {
      const [what = '', ...details] = describeComparison(event, facts, nameOf)
      return plain(what, ...details)
    }
    case 'hanging-protocol-saved':
    case 'hanging-protocol-renamed':
    case 'hanging-protocol-removed':
      return plain(t('One of the studio’s own comparisons changed'))
    case 'export-template-saved':
    case 'export-template-changed':
    case 'export-template-removed':
      return plain(t('One of the studio’s export templates changed'))
    case 'consent-text-saved':
    case 'consent-text-renamed':
    case 'consent-text-removed':
      return plain(t('One of the studio’s own consent texts changed'))
    case 'consent-given':
    case 'consent-withdrawn':
      return plain(...describeConsent(event))
    case 'export-taken-down':
      return plain(...describeTakenDown(event, facts))
    case 'pictures-handed-over':
      return plain(...describeHandOver(event.data))
    case 'comparison-exported': {
      const { photoIds, format, widthPx, heightPx, light, covers } = event.data
      return plain(
        t('Comparison exported as {{format}}, {{size}}', {
          format: format.toUpperCase(),
          size: `${widthPx} × ${heightPx}`,
        }),
        listInWords(photoIds.map(nameOf)),
        ...describePurpose(event.data),
        ...(light ? [exportedLightWords(light)] : []),
        ...(covers ? usedCoversInWords(covers) : []),
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
  if (event.type === 'drawing-changed') return last
  const details = steps.flatMap((step) => step.details)
  return plain(togetherWords(event.type, steps), details.join(event.type === 'photo-imported' ? ', ' : '; '))
}

/** What was done with several things at once; only of what is told together. */
function togetherWords(type: DomainEvent['type'], steps: readonly Step[]): string {
  const count = steps.length
  switch (type) {
    case 'photo-imported':
      return areVideos(steps) ? t('{{count}} videos imported', { count }) : t('{{count}} photos imported', { count })
    case 'photo-filed':
      return t('{{count}} photos moved', { count })
    case 'photo-dated':
      return t('{{count}} photos dated', { count })
    case 'photo-removed':
      return t('{{count}} photos removed', { count })
    case 'photo-restored':
      return t('{{count}} photos restored', { count })
    case 'photo-deleted':
      return t('{{count}} photos deleted for good', { count })
    case 'document-attached':
      return t('{{count}} documents attached', { count })
    default:
      return steps[0]!.what
  }
}

function importWords({ video, frameOf }: Photo): string {
  if (frameOf) return t('Frame of a video taken as a photo, at {{time}}', { time: videoTime(frameOf.atSeconds, 2) })
  return video ? t('{{count}} videos imported', { count: 1 }) : t('{{count}} photos imported', { count: 1 })
}

function areVideos(steps: readonly Step[]): boolean {
  return steps.every(({ record: { event } }) => event.type === 'photo-imported' && isVideo(event.data))
}

type RecordEvent = Extract<DomainEvent, { type: 'treatment-described' | 'session-recorded' }>

function recordTitle(event: RecordEvent, facts: Facts): string {
  const what =
    event.type === 'session-recorded'
      ? t('Records of {{session}} changed', { session: withinSentence(sessionLabel(event.data)) })
      : t('Records of skin and hair changed')
  const isOneOfSeveral = facts.treatments.size > 1
  return isOneOfSeveral ? `${what} (${treatmentName(facts, event.data.treatmentId)})` : what
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
  return after === '' ? t('{{label}} taken out (was: {{before}})', { label, before }) : `${label}: ${before} → ${after}`
}

function filedPlace(angle: Angle | null, stage: Stage | null): string {
  if (angle && stage) return placeName(angle, stage)
  if (!angle && !stage) return t('“Not filed yet”')
  return angle
    ? t('{{angle}}, no stage', { angle: angleLabel(angle) })
    : t('{{stage}}, no angle', { stage: stageLabel(stage!) })
}

function documentTitle(facts: Facts, documentId: string): string {
  return facts.documents.get(documentId)?.title ?? ''
}

function withDayInWords(change: FieldChange): FieldChange {
  if (change.field !== 'day') return change
  const inWords = (day: string) => day && dayLabel(day)
  return { ...change, before: inWords(change.before), after: inWords(change.after) }
}

function treatmentName(facts: Facts, treatmentId: string): string {
  return facts.treatments.get(treatmentId)?.name ?? ''
}
