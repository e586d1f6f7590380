import { type DueContact, escalation, nextDue } from '@shared/domain/support/due'
import type { CheckInDepth, SupportPlan } from '@shared/domain/support/plan'
import type { MatchSide, MatchStatus } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { type Condition, list, listed } from '../conditions'
import { agreedCadence } from '../matches/matches'
import { grouped } from '../references'

/** One person of a match, as the coordinator has been in contact with them. */
export interface SupportedPerson {
  id: number
  name: string
  side: MatchSide
  lastCheckInOn: string | null
  /** Null where nothing is due: without a plan, while a match does not run, and after somebody was erased. */
  due: DueContact | null
  /** How often it was put off since the last contact. */
  snoozes: number
}

export interface SupportedMatch {
  id: number
  programId: number
  program: string
  status: MatchStatus
  startedOn: string | null
  endedOn: string | null
  cadenceDays: number | null
  plan: SupportPlan | null
  people: SupportedPerson[]
}

interface StoredMatch extends Omit<SupportedMatch, 'plan' | 'people'> {
  support: string | null
}

interface Talk {
  match: number
  member: number
  depth: CheckInDepth
  first: string
  last: string
}

interface Delay {
  match: number
  member: number
  madeOn: string
  until: string
}

/** Matches with the check-ins that are due, by a condition on match `ma` of program `p`; in the order of their ids. */
export function supportOf(db: Reader, where: Condition, today: string): SupportedMatch[] {
  const matches = db.all<StoredMatch>(
    `SELECT ma.id, ma.program_id AS programId, p.name AS program, ma.status, ma.started_on AS startedOn,
        ma.ended_on AS endedOn, ${agreedCadence} AS cadenceDays, p.support
      FROM matches ma JOIN programs p ON p.id = ma.program_id WHERE ${where.sql} ORDER BY ma.id`,
    ...where.parameters,
  )
  const ids = list(matches.map(({ id }) => id))
  const people = peopleOf(db, ids)
  const talks = byPerson(talksOf(db, ids))
  const delays = byPerson(delaysOf(db, ids))
  const resumed = resumedOn(db, ids)
  const plans = new Map<string, SupportPlan>()
  return matches.map(({ support, ...match }) => {
    const plan = planOf(support, plans)
    return {
      ...match,
      plan,
      people: (people.get(match.id) ?? []).map(({ erased, ...person }) => {
        const key = `${match.id} ${person.id}`
        const had = talks.get(key) ?? []
        const lastCheckInOn = latest(had.map(({ last }) => last))
        if (plan === null || match.status !== 'active' || erased === 1)
          return { ...person, lastCheckInOn, due: null, snoozes: 0 }
        const { due, snoozes } = dueWith(had, delays.get(key) ?? [], {
          plan,
          startedOn: match.startedOn,
          resumedOn: resumed.get(match.id) ?? null,
          today,
        })
        return { ...person, lastCheckInOn, due, snoozes }
      }),
    }
  })
}

interface Counting {
  plan: SupportPlan
  startedOn: string | null
  resumedOn: string | null
  today: string
}

function dueWith(talks: readonly Talk[], delays: readonly Delay[], { today, ...counting }: Counting) {
  const contacts = talks.flatMap(({ first, last, depth }) => [
    { on: first, depth },
    { on: last, depth },
  ])
  const due = nextDue({ ...counting, contacts, snooze: delays.at(-1) ?? null }, today)
  const snoozes = due === null ? 0 : delays.filter(({ madeOn }) => madeOn >= due.since).length
  return { due, snoozes }
}

function planOf(support: string | null, known: Map<string, SupportPlan>): SupportPlan | null {
  if (support === null) return null
  const plan = known.get(support) ?? (JSON.parse(support) as SupportPlan)
  known.set(support, plan)
  return plan
}

function peopleOf(db: Reader, ids: string) {
  type Side = Pick<SupportedPerson, 'id' | 'name' | 'side'> & { erased: number }
  const rows = db.all<Side & { match: number }>(
    `SELECT mm.match_id AS "match", m.id, m.name, mm.side, m.erased_at IS NOT NULL AS erased
      FROM match_members mm CROSS JOIN members m ON m.id = mm.member_id
      WHERE mm.match_id IN ${listed} ORDER BY mm.match_id, mm.side <> 'mentor', mm.id`,
    ids,
  )
  return grouped(
    rows,
    ({ match }) => match,
    ({ match: _, ...side }): Side => side,
  )
}

/** What is due depends on the first and the last contact of each kind. */
function talksOf(db: Reader, ids: string): Talk[] {
  return db.all<Talk>(
    `SELECT match_id AS "match", member_id AS member, depth, min(made_on) AS first, max(made_on) AS last
      FROM check_ins WHERE match_id IN ${listed} GROUP BY match_id, member_id, depth`,
    ids,
  )
}

/** What to try with somebody of a match; null while nothing is late. */
export function adviceFor(db: Reader, match: number, { id, due, snoozes }: SupportedPerson): string | null {
  const late = due?.state === 'overdue' || due?.state === 'breached'
  return late ? escalation(due, snoozes, lastMeans(db, match, id)) : null
}

/** How somebody was talked with last. */
function lastMeans(db: Reader, match: number, member: number): string | null {
  const sql =
    'SELECT means FROM check_ins WHERE match_id = ? AND member_id = ? ORDER BY made_on DESC, id DESC LIMIT 1'
  return db.value<string | null>(sql, match, member) ?? null
}

function delaysOf(db: Reader, ids: string): Delay[] {
  return db.all<Delay>(
    `SELECT match_id AS "match", member_id AS member, made_on AS madeOn, until_on AS until
      FROM snoozes WHERE match_id IN ${listed} ORDER BY id`,
    ids,
  )
}

/** The last day on which each match went on after a pause or an end. */
function resumedOn(db: Reader, ids: string): Map<number, string> {
  const rows = db.all<{ match: number; on: string }>(
    `SELECT match_id AS "match", max(on_day) AS "on" FROM match_moves
      WHERE match_id IN ${listed} AND to_status = 'active' AND from_status <> 'proposed' GROUP BY match_id`,
    ids,
  )
  return new Map(rows.map(({ match, on }) => [match, on]))
}

function byPerson<Row extends { match: number; member: number }>(rows: readonly Row[]): Map<string, Row[]> {
  return grouped(
    rows,
    ({ match, member }) => `${match} ${member}`,
    (row) => row,
  )
}

function latest(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)
}

/** Whether a check-in belongs on a list of what is due within so many days. */
export function isAsked({ state, dueOn }: DueContact, until: string): boolean {
  return state !== 'snoozed' && (state === 'overdue' || state === 'breached' || dueOn <= until)
}
