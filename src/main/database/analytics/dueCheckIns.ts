import type { DueCheckIn } from '@shared/contract/support'
import { lateness } from '@shared/domain/calendar'
import { Following, type News } from '../columns/following'
import type { Reader } from '../engine/reader'
import { condition, list, listed } from '../queries/conditions'
import {
  isAsked,
  type SupportedMatch,
  type SupportedPerson,
  supportOf,
} from '../queries/support/supportFacts'

/** What is due with one person; what to try is told of those that are shown. */
export interface DuePerson {
  line: Omit<DueCheckIn, 'advice'>
  match: SupportedMatch
  person: SupportedPerson
  due: NonNullable<SupportedPerson['due']>
}

const ofMatch = ['check_ins', 'snoozes', 'match_moves', 'match_members'] as const
const tables = [...ofMatch, 'matches', 'members', 'programs'] as const
type Source = (typeof tables)[number]

/** Matches that run, of programs that have a plan and run too. */
const accompanied = "ma.status = 'active' AND p.support IS NOT NULL AND p.status <> 'closed'"

/** When so many matches may be different it is quicker to look at all. */
const many = 2000

/**
 * The check-ins that come next in all programs, in the memory of one thread. The count in the navigation asks after
 * every write; a write is about few matches, so only these are looked at again.
 */
export class DueCheckIns {
  private following = new Following<Source>(tables)
  private day = ''
  private readonly byMatch = new Map<number, DuePerson[]>()

  /** Those that are due until a day or late, in no order. */
  get(db: Reader, today: string, until: string): DuePerson[] {
    if (today !== this.day) {
      this.day = today
      this.following = new Following(tables)
    }
    this.following.follow(db, {
      all: () => {
        this.byMatch.clear()
        this.take(supportOf(db, condition(accompanied), today))
      },
      changed: (news) => this.takeAgain(db, [...matchesOf(db, news)]),
    })
    const asked: DuePerson[] = []
    for (const people of this.byMatch.values())
      for (const person of people) if (isAsked(person.due, until)) asked.push(person)
    return asked
  }

  private takeAgain(db: Reader, ids: readonly number[]): void {
    const all = ids.length > many
    if (all) this.byMatch.clear()
    else for (const id of ids) this.byMatch.delete(id)
    const where = all ? condition(accompanied) : condition(`ma.id IN ${listed} AND ${accompanied}`, list(ids))
    this.take(supportOf(db, where, this.day))
  }

  private take(matches: readonly SupportedMatch[]): void {
    for (const match of matches) {
      const people = match.people.flatMap((person) => this.lineOf(match, person))
      if (people.length > 0) this.byMatch.set(match.id, people)
    }
  }

  private lineOf(match: SupportedMatch, person: SupportedPerson): DuePerson[] {
    const { id, name, due } = person
    if (due === null) return []
    const { dueOn, depth, preset, state } = due
    const line = {
      match: {
        id: match.id,
        programId: match.programId,
        program: match.program,
        members: match.people.map((one) => ({ id: one.id, name: one.name })),
      },
      person: { id, name },
      ...{ depth, preset, state, dueOn, ...lateness(dueOn, this.day) },
    }
    return [{ line, match, person, due }]
  }
}

/** The matches that rows which are different now belong to, or did. */
function matchesOf(db: Reader, news: News<Source>): Set<number> {
  const matches = new Set<number>()
  for (const [table, ranges] of news) {
    for (const { first, last } of ranges)
      for (const id of db.column<number | null>(sqlOf(table), { first, last }))
        if (id !== null) matches.add(id)
  }
  return matches
}

function sqlOf(table: Source): string {
  switch (table) {
    case 'matches':
      return 'SELECT id FROM matches WHERE id BETWEEN @first AND @last'
    case 'members':
      return 'SELECT match_id FROM match_members WHERE member_id BETWEEN @first AND @last'
    case 'programs':
      return 'SELECT id FROM matches WHERE program_id BETWEEN @first AND @last'
    default:
      // One that was deleted or moved to another match tells of the one before by its image.
      return `SELECT match_id FROM ${table} WHERE id BETWEEN @first AND @last
        UNION SELECT json_extract(before, '$.match_id') FROM changes
          WHERE table_name = '${table}' AND first_row BETWEEN @first AND @last AND before IS NOT NULL`
  }
}
