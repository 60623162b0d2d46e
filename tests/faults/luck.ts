/** Numbers from 0 to 1 that are the same at every run (the minimal standard generator of Park and Miller, 1988). */
export function luckFrom(seed: number): () => number {
  let state = (seed * 48_271 + 1) % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
