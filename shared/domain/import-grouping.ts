import { type CaptureDate, captureDay } from './capture-date.ts'
import type { PhotoId } from './ids.ts'
import type { Photo } from './photo.ts'
import { type Stage, stageOrder } from './stage.ts'

interface DatedPhoto {
  readonly photoId: PhotoId
  readonly capture: CaptureDate | null
}

/** The photos of one calendar day, in the order they were taken. `day` is null for photos whose date is not known. */
export interface DayGroup<Item> {
  readonly day: string | null
  readonly photos: readonly Item[]
}

/** The stages that a treatment's photos already have, by calendar day, each in the order of the treatment. */
export function stagesByDay(photos: readonly Pick<Photo, 'stage' | 'capture'>[]): ReadonlyMap<string, Stage[]> {
  const stages = new Map<string, Set<Stage>>()
  for (const { stage, capture } of photos) {
    if (!stage || !capture) continue
    const day = captureDay(capture)
    stages.set(day, (stages.get(day) ?? new Set()).add(stage))
  }
  return new Map([...stages].map(([day, found]) => [day, [...found].toSorted((a, b) => stageOrder(a) - stageOrder(b))]))
}

/** Groups photos by the day they were taken, oldest day first, undated photos last; inside a group by time. */
export function groupByDay<Item extends DatedPhoto>(photos: readonly Item[]): DayGroup<Item>[] {
  const groups = new Map<string | null, Item[]>()
  for (const photo of photos) {
    const day = photo.capture && captureDay(photo.capture)
    const group = groups.get(day)
    if (group) group.push(photo)
    else groups.set(day, [photo])
  }
  return [...groups]
    .toSorted(([a], [b]) => compareDays(a, b))
    .map(([day, members]) => ({
      day,
      photos: members.toSorted((a, b) => compareText(a.capture?.local ?? '', b.capture?.local ?? '')),
    }))
}

/**
 * The stage that a day's photos plainly have: photos of that day are in the treatment already and all have one stage. Otherwise null, and the
 * stage is asked for: a day can hold several stages (before, post-cut and session 1 are often one visit), so it is never guessed.
 */
export function proposedStage(day: string | null, known: ReadonlyMap<string, readonly Stage[]>): Stage | null {
  const stages = day === null ? undefined : known.get(day)
  return stages?.length === 1 ? stages[0]! : null
}

/** The calendar day that a clock in the local time zone shows. */
export function dayOf(instant: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** A capture date of which only the calendar day is known, because a person gave it. */
export function captureGivenByUser(day: string): CaptureDate {
  return { local: `${day}T00:00:00`, offset: null, source: 'user' }
}

function compareDays(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
