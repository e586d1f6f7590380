/**
 * More people than this in one meeting give attendance, but no ties between each two of them: one all-hands would
 * connect everybody.
 */
export const mostWithTies = 12

/** Every two of a meeting, once each, in the order given; none when there were too many for ties. */
export function pairsOf(people: readonly number[]): [number, number][] {
  if (people.length > mostWithTies) return []
  return people.flatMap((one, index) =>
    people.slice(index + 1).map((other): [number, number] => [one, other]),
  )
}
