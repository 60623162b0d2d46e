import { create } from 'zustand'
import type { PhotoId } from '../../../shared/domain/ids.ts'

interface OwnOrder {
  /** A treatment's angle, whose photos were put in order. */
  readonly subject: string | null
  readonly order: readonly PhotoId[]
  readonly hidden: ReadonlySet<PhotoId>
  readonly arrange: (subject: string, order: readonly PhotoId[]) => void
  readonly hide: (subject: string, photoId: PhotoId, isHidden: boolean) => void
}

const nothing = { order: [] as readonly PhotoId[], hidden: new Set<PhotoId>() as ReadonlySet<PhotoId> }

/** In which order the photos of an angle are presented, and which are left out: kept for the angle that is looked at, as long as the window stands. */
export const useOwnOrder = create<OwnOrder>()((set) => ({
  subject: null,
  ...nothing,
  arrange: (subject, order) => set((own) => ({ ...(own.subject === subject ? own : nothing), subject, order })),
  hide: (subject, photoId, isHidden) =>
    set((own) => {
      const kept = own.subject === subject ? own : nothing
      const others = [...kept.hidden].filter((other) => other !== photoId)
      return { order: kept.order, subject, hidden: new Set(isHidden ? [...others, photoId] : others) }
    }),
}))

/** The order of one angle; nobody's where another angle was put in order last. */
export function useOrderOf(subject: string): Pick<OwnOrder, 'order' | 'hidden'> {
  const own = useOwnOrder()
  return own.subject === subject ? own : nothing
}

/** A list with one of its values in another place. */
export function movedTo<Value>(values: readonly Value[], value: Value, place: number): Value[] {
  const others = values.filter((other) => other !== value)
  const at = Math.min(Math.max(place, 0), others.length)
  return [...others.slice(0, at), value, ...others.slice(at)]
}
