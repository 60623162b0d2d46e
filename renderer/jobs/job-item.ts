/** How far one item of a job is. Progress is 0 to 1; `step` says in words what is happening. */
export type ItemState<Output> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly fraction: number; readonly step: string }
  | { readonly kind: 'done'; readonly output: Output }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'cancelled' }

/** One repeatable piece of a job. */
export interface JobItem<Input, Output> {
  readonly input: Input
  readonly state: ItemState<Output>
}

/** A job as it stands: a new object after each change. */
export interface JobState<Input, Output> {
  readonly items: readonly JobItem<Input, Output>[]
  /** False once every item is done, failed or cancelled. */
  readonly isRunning: boolean
}

/** How much of a job is over, 0 to 1: ended items and the running items' own progress. An empty job is over. */
export function jobFraction(items: readonly JobItem<unknown, unknown>[]): number {
  if (items.length === 0) return 1
  const parts = items.map(({ state }) => {
    if (state.kind === 'waiting') return 0
    return state.kind === 'running' ? state.fraction : 1
  })
  return parts.reduce((sum, part) => sum + part, 0) / items.length
}
