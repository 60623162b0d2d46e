/** Two groups of numbers, told apart at a threshold; the groups' means. */
export interface TwoParts {
  readonly threshold: number
  readonly lower: number
  readonly upper: number
}

const bins = 256

/** Splits numbers where the two groups differ most from each other and least within themselves (Otsu 1979). Undefined where all are alike. */
export function splitInTwo(numbers: Float64Array): TwoParts | undefined {
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (!(most > least)) return undefined
  const counts = new Float64Array(bins)
  const binOf = (value: number) => Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins))
  for (const value of numbers) counts[binOf(value)]! += 1
  const middleOf = (bin: number) => least + ((bin + 0.5) / bins) * (most - least)
  const sum = counts.reduce((total, count, bin) => total + count * middleOf(bin), 0)
  let [below, belowSum, best] = [0, 0, 0]
  let parts: TwoParts | undefined
  for (let bin = 0; bin < bins - 1; bin++) {
    below += counts[bin]!
    belowSum += counts[bin]! * middleOf(bin)
    const above = numbers.length - below
    if (below === 0 || above === 0) continue
    const [lower, upper] = [belowSum / below, (sum - belowSum) / above]
    const between = below * above * (upper - lower) ** 2
    if (between > best) {
      best = between
      parts = { threshold: least + ((bin + 1) / bins) * (most - least), lower, upper }
    }
  }
  return parts
}
