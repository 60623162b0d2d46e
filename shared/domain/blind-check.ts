/** A number that nobody can foresee: a whole one, 0 to 2³² − 1. */
export type RandomWord = () => number

/** A pair that is asked about. */
export interface BlindRound<Photo> {
  readonly a: Photo
  readonly b: Photo
  readonly newer: 'a' | 'b'
}

export type BlindAnswer = 'a' | 'b'

const wordCount = 2 ** 32
/** Enough to tell seeing from guessing, few enough for a chair. */
const usualRounds = 5

/** A whole number from 0 to `count` − 1, each as likely: words beyond the largest multiple of `count` are drawn again. */
export function drawBelow(count: number, random: RandomWord): number {
  if (!Number.isInteger(count) || count < 1 || count > wordCount) throw new RangeError('Expected a count from 1 to 2³²')
  const limit = wordCount - (wordCount % count)
  let word = random()
  while (word >= limit) word = random()
  return word % count
}

/** The values in an order of chance, every order as likely (Fisher and Yates; Durstenfeld 1964). */
export function shuffled<Value>(values: readonly Value[], random: RandomWord): Value[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = drawBelow(last + 1, random)
    const kept = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = kept
  }
  return mixed
}

/**
 * The rounds of a check over photos in the order of their time: different pairs by chance, at most `count`; which of the two is A is a coin's toss. `isLater` says
 * whether the second is certainly newer than the first: pairs of which nobody knows aren't asked.
 */
export function blindRounds<Photo>(
  photos: readonly Photo[],
  isLater: (first: Photo, second: Photo) => boolean,
  random: RandomWord,
  count = usualRounds,
): BlindRound<Photo>[] {
  const pairs = photos.flatMap((first, index) =>
    photos.slice(index + 1).flatMap((second) => (isLater(first, second) ? [{ first, second }] : [])),
  )
  return shuffled(pairs, random)
    .slice(0, count)
    .map(({ first, second }) =>
      drawBelow(2, random) === 0 ? { a: second, b: first, newer: 'a' } : { a: first, b: second, newer: 'b' },
    )
}

/** What a tally says: the difference is seen, chance could have done it, or it isn't seen. */
export type BlindVerdict = 'seen' | 'unsure' | 'unseen'

/** How likely somebody who only guesses is right at least this often: the upper tail of the binomial distribution with ½. */
export function chanceOfGuessing(rightCount: number, roundCount: number): number {
  let chance = 0
  let ways = 1
  for (let right = 0; right <= roundCount; right++) {
    if (right >= rightCount) chance += ways / 2 ** roundCount
    ways = (ways * (roundCount - right)) / (right + 1)
  }
  return chance
}

/** Four of five is enough: who guesses gets so far less than once in five times. */
export function verdictOf(rightCount: number, roundCount: number): BlindVerdict {
  if (roundCount > 0 && chanceOfGuessing(rightCount, roundCount) < 0.2) return 'seen'
  return rightCount * 2 > roundCount ? 'unsure' : 'unseen'
}
