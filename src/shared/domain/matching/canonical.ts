import type { Couple, FixedPair, MatchingInput, MatchingSettings, Mentor, Participant, Skill } from './input'

/**
 * The same input in the one order in which it is solved, stored and compared: by id, names in the order of their
 * characters, nothing twice, and every object with its fields in the same order.
 *
 * @throws RangeError where somebody is a mentor, a mentee or a peer twice.
 */
export function canonicalInput(input: MatchingInput): MatchingInput {
  return {
    mentors: people(input.mentors, (mentor) => ({ ...participant(mentor), ...place(mentor) })),
    mentees: people(input.mentees, participant),
    // Left out elsewhere: the stored runs of other programs are to stay what they are.
    ...(input.peers && { peers: people(input.peers, participant) }),
    reporting: distinct(
      input.reporting.map(({ id, managerId }) => ({ id, managerId })),
      (line) => [line.id, line.managerId],
    ),
    past: couples(input.past),
    apart: couples(input.apart),
    must: fixedPairs(input, input.must),
    locked: fixedPairs(input, input.locked),
    settings: settings(input.settings),
  }
}

function people<T extends Participant>(list: readonly T[], tidy: (person: T) => T): T[] {
  const sorted = list.map(tidy).sort((a, b) => a.id - b.id)
  sorted.forEach(({ id }, index) => {
    if (sorted[index + 1]?.id === id) throw new RangeError(`Member ${id} is there twice on the same side.`)
  })
  return sorted
}

function place({ room, held }: Mentor): Pick<Mentor, 'room' | 'held'> {
  return { room, held }
}

function participant(person: Participant): Participant {
  return {
    id: person.id,
    skillsOffered: skills(person.skillsOffered),
    skillsWanted: skills(person.skillsWanted),
    goals: words(person.goals),
    workingStyle: record(person.workingStyle),
    availability: [...new Set(person.availability)].sort((a, b) => a - b),
    utcOffset: person.utcOffset,
    languages: words(person.languages),
    seniority: person.seniority,
    organisation: person.organisation,
    department: person.department,
    location: person.location,
    wishes: [...new Set(person.wishes)],
    vetoes: [...new Set(person.vetoes)].sort((a, b) => a - b),
    traits: record(person.traits),
    alike: words(person.alike),
  }
}

/** Of a skill that is named twice the higher level counts. */
function skills(list: readonly Skill[]): Skill[] {
  const levels = new Map<string, number | null>()
  for (const { name, level } of list) {
    const known = levels.get(name) ?? null
    levels.set(name, known === null || level === null ? (known ?? level) : Math.max(known, level))
  }
  return [...levels].map(([name, level]) => ({ name, level })).sort((a, b) => inOrder(a.name, b.name))
}

function words(list: readonly string[]): string[] {
  return [...new Set(list)].sort(inOrder)
}

function record<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => inOrder(a, b)))
}

function couples(list: readonly Couple[]): Couple[] {
  const ordered = list.map(([one, other]): Couple => [Math.min(one, other), Math.max(one, other)])
  return distinct(ordered, (couple) => couple)
}

function fixedPairs({ peers }: MatchingInput, list: readonly FixedPair[]): FixedPair[] {
  const pairs = list.map(({ mentorId, menteeId }) =>
    peers === undefined || menteeId < mentorId
      ? { mentorId, menteeId }
      : { mentorId: menteeId, menteeId: mentorId },
  )
  return distinct(pairs, ({ mentorId, menteeId }) => [mentorId, menteeId])
}

function distinct<T>(list: readonly T[], key: (item: T) => Couple): T[] {
  const found = new Map(list.map((item) => [key(item).join(), item]))
  return [...found.values()].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1])
}

function settings({ objective, weights, rules, ...others }: MatchingSettings): MatchingSettings {
  return {
    objective,
    weights: record(weights) as MatchingSettings['weights'],
    location: others.location,
    department: others.department,
    rungsAbove: others.rungsAbove,
    hoursTogether: others.hoursTogether,
    rules: record({ ...rules }) as unknown as MatchingSettings['rules'],
  }
}

/** The order of the characters' codes: the same on every computer, whatever its language. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
