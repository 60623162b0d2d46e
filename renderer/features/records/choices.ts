/** A set of choices with one more or one less, in the order in which all of them are offered. */
export function withChoice<Value>(
  offered: readonly Value[],
  chosen: readonly Value[],
  value: Value,
  isChosen: boolean,
): Value[] {
  return offered.filter((choice) => (choice === value ? isChosen : chosen.includes(choice)))
}
