/** So long after its last change (ms) a viewport stands still. */
const restMs = 200

/** Tells a movement from a single step: `changed` is called for every change of a viewport, and `onMoving` says when the photos begin to move and when they stand still. */
export interface Movement {
  readonly changed: () => void
  /** Nothing more is said. */
  readonly end: () => void
}

/** Watches one viewport. */
export function watchMovement(onMoving: (isMoving: boolean) => void): Movement {
  let changedAt = Number.NEGATIVE_INFINITY
  let rest: ReturnType<typeof setTimeout> | undefined
  const stand = () => {
    rest = undefined
    onMoving(false)
  }
  return {
    changed: () => {
      const now = performance.now()
      const isMoving = now - changedAt < restMs
      changedAt = now
      if (!isMoving) return
      if (rest === undefined) onMoving(true)
      clearTimeout(rest)
      rest = setTimeout(stand, restMs)
    },
    end: () => clearTimeout(rest),
  }
}
