import {
  accepted,
  longestPatchNote,
  mostOutlinePoints,
  type PatchDecision,
  patchIdSchema,
  tickedOff,
  withoutPlan,
} from '../../../shared/domain/assessing/patch-decision.ts'
import type { PatchTrack } from '../../../shared/domain/assessing/patch-tracks.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type Stage, stageWords } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'
import type { PatchPlace } from './patch-place.ts'

/** A change and how to take it back. */
export interface PatchChange {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** A patch as the photo that is shown tells of it, and what was decided on it before. */
export interface DecidedPatch {
  readonly track: PatchTrack
  readonly before: PatchDecision | undefined
  readonly reference: Photo
  readonly shown: Photo
  readonly place: PatchPlace | undefined
  readonly isScaleEstimated: boolean
}

/** Accepts a patch: it is touched up in the session after the stage that is shown. */
export function acceptPatch(patch: DecidedPatch): PatchChange | undefined {
  const present = presentOf(patch)
  const label = t('Patch {{number}} accepted', { number: patch.track.number })
  return present && change(accepted(present, patch.shown.stage), patch.before, label)
}

/** Dismisses a patch, or opens the decision on it again. */
export function leavePatch(patch: DecidedPatch, decision: 'dismissed' | 'open'): PatchChange | undefined {
  const present = presentOf(patch)
  const { number } = patch.track
  const label =
    decision === 'dismissed'
      ? t('Patch {{number}} dismissed', { number })
      : t('Decision on patch {{number}} taken back', { number })
  return present && change(withoutPlan(present, decision), patch.before, label)
}

/** Writes a note to a patch; undefined where nothing changes. */
export function notePatch(patch: DecidedPatch, written: string): PatchChange | undefined {
  const note = written.trim().slice(0, longestPatchNote)
  const present = patch.before ?? presentOf(patch)
  if (!present || present.note === note) return undefined
  const label = t('Note on patch {{number}} changed', { number: patch.track.number })
  return change({ ...present, note }, patch.before, label)
}

/** Ticks a touch-up off, or not. */
export function tickTouchUp(before: PatchDecision, session: Stage, isDone: boolean): PatchChange {
  const values = { number: before.number, session: stageWords(session) }
  const label = isDone
    ? t('Patch {{number}} touched up in {{session}}', values)
    : t('Patch {{number}} not touched up in {{session}} after all', values)
  return change(tickedOff(before, session, isDone), before, label)
}

/** A decision that says what the photo shows of the patch now; undefined where it shows nothing of it. */
export function presentOf({ track, before, reference, shown, place, isScaleEstimated }: DecidedPatch) {
  const seen = track.seen.get(shown.photoId)
  if (!seen || !place) return before
  const { kind, lightened, areaMm2, dotsLacking } = seen.patch
  const decision: PatchDecision = {
    patchId: before?.patchId ?? patchIdSchema.parse(crypto.randomUUID()),
    treatmentId: shown.treatmentId,
    angle: shown.angle,
    number: track.number,
    photoId: reference.photoId,
    quarterTurns: reference.quarterTurns,
    outline: thinned(seen.outline),
    zone: place.givenName,
    place: place.place,
    kind,
    lightened: lightened.value,
    lightenedRange: [...lightened.range],
    areaMm2: Math.round(areaMm2),
    dotsLacking: Math.round(dotsLacking),
    isScaleEstimated,
    seenAt: shown.stage,
    decision: before?.decision ?? 'open',
    note: before?.note ?? '',
    touchUps: before?.touchUps ?? [],
    ...(before?.isDrawn && { isDrawn: true }),
  }
  return decision
}

function change(after: PatchDecision, before: PatchDecision | undefined, label: string): PatchChange {
  return { events: [decided(after)], undo: { label, events: [decided(before ?? withoutPlan(after, 'open'))] } }
}

/** The event that records a decision. */
export function decided(data: PatchDecision): StatedEvent {
  return { type: 'patch-decided', version: 1, data }
}

/** An outline with no more points than are kept. */
export function thinned(outline: readonly Point[]): Point[] {
  const step = Math.ceil(outline.length / mostOutlinePoints)
  const tenth = (value: number) => Math.round(value * 10) / 10
  return outline.filter((_, index) => index % step === 0).map(({ x, y }) => ({ x: tenth(x), y: tenth(y) }))
}
