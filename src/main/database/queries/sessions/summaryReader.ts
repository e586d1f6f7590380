import type { SummarySession } from '@shared/domain/redaction'
import type { Reader, SqlValue } from '../../engine/reader'
import { list, listed } from '../conditions'

type Attendee = SummarySession['attendees'][number]
type Item = SummarySession['actionItems'][number]
type Person = Omit<Attendee, 'side'>

interface Match {
  program: string | null
  sides: Map<number, Attendee['side']>
}

/**
 * Reads some sessions whole, in the order of their ids. Whoever reads many of them, some at a time, keeps the
 * function: the same people, matches and topics come again and again, and each is read once.
 */
export function summaryReader(db: Reader): (ids: readonly number[]) => SummarySession[] {
  const people = new Known<Person>((ids, learn) => {
    const rows = db.arrays<[number, string, string | null, string | null]>(
      `SELECT id, name, location, department FROM members WHERE id IN ${listed}`,
      ids,
    )
    for (const [id, name, location, department] of rows) learn(id, { id, name, location, department })
  })
  const topics = new Known<string>((ids, learn) => {
    const rows = db.arrays<[number, string]>(`SELECT id, name FROM topics WHERE id IN ${listed}`, ids)
    for (const [id, name] of rows) learn(id, name)
  })
  const matches = new Known<Match>((ids, learn) => readMatches(db, ids, learn))

  return (ids) => {
    const among = list(ids)
    // All as arrays, which are made in half the time of objects.
    const facts = new Map(readFacts(db, among).map((row) => [row[0], row]))
    const attendances = pairs(db, 'member_id', 'session_attendees', among)
    const named = pairs(db, 'topic_id', 'session_topics', among)
    const items = readItems(db, among)
    people.meet([...attendances.map(second), ...items.flatMap(([, owner]) => owner ?? [])])
    topics.meet(named.map(second))
    matches.meet([...facts.values()].flatMap(([, match]) => match ?? []))

    const attendees = grouped(attendances, ([session, member]): Attendee | undefined => {
      const person = people.get(member)
      const sides = matches.get(facts.get(session)?.[1])?.sides
      return person && { ...person, side: sides?.get(member) ?? null }
    })
    const topicNames = grouped(named, ([, topic]) => topics.get(topic))
    const actionItems = grouped(
      items,
      ([, owner, text, dueOn, doneOn]): Item => ({
        text,
        owner: people.get(owner)?.name ?? null,
        dueOn,
        doneOn,
      }),
    )
    return ids.flatMap((id) => {
      const row = facts.get(id)
      if (!row) return []
      const [, match, heldOn, minutes, medium, title, agenda, notes, confidentiality, rating] = row
      return {
        id,
        heldOn,
        minutes,
        medium,
        title,
        agenda,
        notes,
        confidentiality,
        rating,
        program: matches.get(match)?.program ?? null,
        attendees: attendees.get(id) ?? [],
        topics: topicNames.get(id) ?? [],
        actionItems: actionItems.get(id) ?? [],
      }
    })
  }
}

/** What was read once, by id. */
class Known<T> {
  private readonly values = new Map<number, T>()
  private readonly asked = new Set<number>()

  /** @param read reads those of a JSON list of ids */
  constructor(private readonly read: (ids: string, learn: (id: number, value: T) => void) => void) {}

  /** Reads those of them that are not known yet. */
  meet(ids: readonly number[]): void {
    const unknown: number[] = []
    for (const id of ids) {
      if (this.asked.has(id)) continue
      this.asked.add(id)
      unknown.push(id)
    }
    if (unknown.length > 0) this.read(list(unknown), (id, value) => this.values.set(id, value))
  }

  get(id: number | null | undefined): T | undefined {
    return id == null ? undefined : this.values.get(id)
  }
}

type Facts = [
  id: number,
  match: number | null,
  heldOn: string,
  minutes: number | null,
  medium: SummarySession['medium'],
  title: string | null,
  agenda: string | null,
  notes: string,
  confidentiality: SummarySession['confidentiality'],
  rating: number | null,
]

function readFacts(db: Reader, among: string): Facts[] {
  return db.arrays<Facts>(
    `SELECT id, match_id, held_on, minutes, medium, title, agenda, notes, confidentiality, rating
     FROM sessions WHERE id IN ${listed}`,
    among,
  )
}

function readMatches(db: Reader, ids: string, learn: (id: number, match: Match) => void): void {
  const found = new Map<number, Match>()
  const rows = db.arrays<[id: number, program: string | null, member: number, side: Attendee['side']]>(
    `SELECT matches.id, programs.name, member_id, side FROM matches
     LEFT JOIN programs ON programs.id = program_id
     LEFT JOIN match_members ON match_members.match_id = matches.id
     WHERE matches.id IN ${listed}`,
    ids,
  )
  for (const [id, program, member, side] of rows) {
    const match = found.get(id) ?? { program, sides: new Map() }
    match.sides.set(member, side)
    found.set(id, match)
  }
  for (const [id, match] of found) learn(id, match)
}

/** Which of the others each session has, in the order in which they were written down. */
function pairs(db: Reader, column: string, table: string, among: string) {
  return db.arrays<[session: number, other: number]>(
    `SELECT session_id, ${column} FROM ${table} WHERE session_id IN ${listed} ORDER BY id`,
    among,
  )
}

const second = ([, other]: [number, number]) => other

function readItems(db: Reader, among: string) {
  return db.arrays<
    [session: number, owner: number | null, text: string, dueOn: string | null, doneOn: string | null]
  >(
    `SELECT session_id, owner_id, text, due_on, done_on FROM action_items
     WHERE session_id IN ${listed} ORDER BY id`,
    among,
  )
}

/** What is made of the rows of each session, in their order; undefined is left out. */
function grouped<Row extends [session: number, ...SqlValue[]], T>(
  rows: readonly Row[],
  made: (row: Row) => T | undefined,
): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const one = made(row)
    if (one === undefined) continue
    const group = groups.get(row[0])
    if (group === undefined) groups.set(row[0], [one])
    else group.push(one)
  }
  return groups
}
