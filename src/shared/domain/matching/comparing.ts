/** A proposal as far as two of them are compared: who is with whom, and how well they fit, 0 to 1. */
export interface Compared<Person extends { id: number }> {
  outcome: { mentees: number; served: number; total: number; weakest: number | null }
  pairs: readonly { mentee: Person; mentor: Person; fit: number }[]
}

export interface Partner<Person> {
  mentor: Person
  fit: number
}

/** A mentee whose mentor is another one; null is none. */
export interface Difference<Person> {
  mentee: Person
  before: Partner<Person> | null
  after: Partner<Person> | null
}

export interface Comparison<Person> {
  /** Pairs that both have. */
  same: number
  /** By the mentee's name. */
  changed: Difference<Person>[]
  /** What the second has more of. */
  served: number
  total: number
  /** Null where one of them has no pairs. */
  weakest: number | null
}

/** What is different in the second of two proposals; of peers, for every one of them. */
export function compareProposals<Person extends { id: number; name: string }>(
  one: Compared<Person>,
  other: Compared<Person>,
  peers: boolean,
): Comparison<Person> {
  const [before, after] = peers ? [bothWays(one), bothWays(other)] : [one, other]
  const [old, fresh] = [byMentee(before), byMentee(after)]
  const mentees = new Map([...before.pairs, ...after.pairs].map(({ mentee }) => [mentee.id, mentee]))
  const changed = [...mentees.values()].flatMap((mentee): Difference<Person>[] => {
    const [was, is] = [old.get(mentee.id) ?? null, fresh.get(mentee.id) ?? null]
    return was?.mentor.id === is?.mentor.id ? [] : [{ mentee, before: was, after: is }]
  })
  const [least, now] = [before.outcome.weakest, after.outcome.weakest]
  return {
    same: mentees.size - changed.length,
    changed: changed.sort((a, b) => a.mentee.name.localeCompare(b.mentee.name) || a.mentee.id - b.mentee.id),
    served: after.outcome.served - before.outcome.served,
    total: after.outcome.total - before.outcome.total,
    weakest: least === null || now === null ? null : now - least,
  }
}

/** Peers are each other's partner. */
function bothWays<Person extends { id: number }>(proposal: Compared<Person>): Compared<Person> {
  const turned = proposal.pairs.map(({ mentee, mentor, fit }) => ({ mentee: mentor, mentor: mentee, fit }))
  return { ...proposal, pairs: [...proposal.pairs, ...turned] }
}

function byMentee<Person extends { id: number }>({ pairs }: Compared<Person>): Map<number, Partner<Person>> {
  return new Map(pairs.map(({ mentee, mentor, fit }) => [mentee.id, { mentor, fit }]))
}
