import fc from 'fast-check'

/**
 * The seed of every property test, so that a run says the same of the same commit wherever it runs.
 * `STIPPLE_SEED=random npx vitest run --project unit` looks at new cases, a number repeats one run.
 */
const FIXED_SEED = 20_261_122

const asked = process.env.STIPPLE_SEED
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? FIXED_SEED : Number(asked) })
