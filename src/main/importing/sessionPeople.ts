import type { ImportPlan, PersonReference, SessionCandidate } from '@shared/domain/imports'
import { readPeople } from './personValues'
import { columnsOf, longestLine, RowProblem } from './rowParts'
import { knownLine } from './textValues'

type Attendees = SessionCandidate['attendees']

/** A reader for everybody who was at a session, each once, mentors and mentees first. */
export function attendeesReader(plan: ImportPlan): (cells: readonly string[]) => Attendees {
  const sides = [
    { as: 'mentor' as const, columns: columnsOf(plan, 'mentor') },
    { as: 'mentee' as const, columns: columnsOf(plan, 'mentee') },
    { as: null, columns: columnsOf(plan, 'attendees') },
  ]
  return (cells) => {
    const attendees: Attendees = []
    const seen = new Set<string>()
    for (const { as, columns } of sides) {
      for (const person of peopleIn(cells, columns)) {
        const keys = keysOf(person)
        if (keys.some((key) => seen.has(key))) continue
        for (const key of keys) seen.add(key)
        attendees.push({ person, as })
      }
    }
    if (attendees.length > 500) throw new RowProblem('This row names more than 500 people.')
    if (attendees.some(({ person }) => (person.name?.length ?? 0) > longestLine)) {
      throw new RowProblem(`This row has a name of more than ${longestLine} characters.`)
    }
    return attendees
  }
}

function peopleIn(cells: readonly string[], columns: readonly number[]): PersonReference[] {
  const lists = columns
    .map((column) => cells[column] ?? '')
    .filter((cell) => knownLine(cell) !== '')
    .map(readPeople)
  return lists.reduce<PersonReference[]>(paired, [])
}

/** Names in one column and as many addresses in the next belong to the same people. */
function paired(before: PersonReference[], next: PersonReference[]): PersonReference[] {
  const fits =
    before.length === next.length &&
    before.every(({ name, email }, index) => {
      const other = next[index]
      return (
        other !== undefined &&
        (name === null) !== (other.name === null) &&
        (email === null) !== (other.email === null)
      )
    })
  if (!fits) return [...before, ...next]
  return before.map((person, index) => {
    const other = next[index]
    const name = person.name ?? other?.name ?? null
    const email = person.email ?? other?.email ?? null
    return name === null ? person : { name, email }
  })
}

function keysOf({ name, email }: PersonReference): string[] {
  return [email, name].flatMap((key) => key?.toLowerCase() ?? [])
}
