import type { OutputOf } from '@shared/contract'
import type { today } from '@shared/contract/today'
import { quietness } from '@shared/domain/cadence'
import { addDays, dayNumber, daysBetween, fromDayNumber, weekStart } from '@shared/domain/calendar'
import type { Reader } from '../engine/reader'
import type { Handlers } from '../handler'
import { agreedCadence, lastSession, matchMembers } from './matches'
import { attendeesOf } from './references'
import { keysBetween } from './sessionKeys'
import { unwritten } from './unwritten'

type Today = OutputOf<'today.get'>

export const todayHandlers: Handlers<typeof today> = {
  'today.get': (db, { today: date }) => {
    const quiet = quietMatches(db, date)
    return {
      totals: {
        ...countDue(db, date),
        withoutNotes: countWithoutNotes(db, date),
        quietMatches: quiet.length,
      },
      actionItems: dueActionItems(db, date),
      withoutNotes: withoutNotes(db, date),
      quietMatches: withMembers(db, quiet.slice(0, mostShown)),
      pulse: pulse(db, date),
      lastWeek: lastWeek(db, date),
    }
  },
}

/** A morning has room for so many of a kind; who settles them sees the next ones. */
const mostShown = 50

/** Action items are shown so many days before they are due. */
const daysAhead = 7

/** Of an erased member nothing is expected any more. */
const ofSomebody = 'coalesce(owner_id, 0) NOT IN (SELECT id FROM members WHERE erased_at IS NOT NULL)'

type Due = Pick<Today['totals'], 'late' | 'dueToday' | 'dueSoon'>

function countDue(db: Reader, date: string): Due {
  const counts = db.get<{ [Key in keyof Due]: number | null }>(
    `SELECT sum(due_on < @date) AS late, sum(due_on = @date) AS dueToday, sum(due_on > @date) AS dueSoon
      FROM action_items WHERE done_on IS NULL AND due_on <= @last AND ${ofSomebody}`,
    { date, last: addDays(date, daysAhead) },
  )
  return { late: counts?.late ?? 0, dueToday: counts?.dueToday ?? 0, dueSoon: counts?.dueSoon ?? 0 }
}

function dueActionItems(db: Reader, date: string): Today['actionItems'] {
  const span: [condition: string, day: string][] = [
    ['ai.due_on < ?', date],
    ['ai.due_on = ?', date],
    [`ai.due_on > ? AND ai.due_on <= '${addDays(date, daysAhead)}'`, date],
  ]
  return span.flatMap(([condition, day]) => actionItemsDue(db, condition, day, date))
}

function actionItemsDue(db: Reader, condition: string, day: string, date: string): Today['actionItems'] {
  const rows = db.all<
    Omit<Today['actionItems'][number], 'owner' | 'daysLate'> & { ownerId: number | null; name: string }
  >(
    `SELECT ai.id, ai.text, ai.owner_id AS ownerId, m.name, ai.session_id AS sessionId, s.held_on AS sessionOn,
        ai.due_on AS dueOn
      FROM action_items ai JOIN sessions s ON s.id = ai.session_id LEFT JOIN members m ON m.id = ai.owner_id
      WHERE ai.done_on IS NULL AND ${condition} AND ${ofSomebody} ORDER BY ai.due_on, ai.id LIMIT ${mostShown}`,
    day,
  )
  return rows.map(({ ownerId, name, ...item }) => ({
    ...item,
    owner: ownerId === null ? null : { id: ownerId, name },
    daysLate: daysBetween(item.dueOn, date),
  }))
}

/** Notes that nobody wrote within so many days will not be written any more. */
const notesWithin = 60

function countWithoutNotes(db: Reader, date: string): number {
  const { lowest, highest } = keysBetween(addDays(date, -notesWithin), date)
  const sql = `SELECT count(*) FROM sessions WHERE ${unwritten} AND search_key BETWEEN ? AND ?`
  return db.value<number>(sql, lowest, highest) ?? 0
}

function withoutNotes(db: Reader, date: string): Today['withoutNotes'] {
  const { lowest, highest } = keysBetween(addDays(date, -notesWithin), date)
  const sessions = db.all<{ id: number; heldOn: string }>(
    `SELECT id, held_on AS heldOn FROM sessions
      WHERE ${unwritten} AND search_key BETWEEN ? AND ? ORDER BY search_key DESC LIMIT ${mostShown}`,
    lowest,
    highest,
  )
  const attendees = attendeesOf(
    db,
    sessions.map(({ id }) => id),
  )
  return sessions.map(({ id, heldOn }) => ({
    id,
    heldOn,
    attendees: attendees.get(id) ?? [],
    daysAgo: daysBetween(heldOn, date),
  }))
}

interface StoredMatch {
  id: number
  program: string
  cadenceDays: number
  startedOn: string | null
  lastSessionOn: string | null
}

type QuietMatch = Omit<Today['quietMatches'][number], 'members'>

/** Active matches that have been quiet for too long, the longest first. */
function quietMatches(db: Reader, date: string): QuietMatch[] {
  const matches = db.all<StoredMatch>(
    `SELECT ma.id, p.name AS program, ${agreedCadence} AS cadenceDays, ma.started_on AS startedOn,
        ${lastSession} AS lastSessionOn
      FROM matches ma JOIN programs p ON p.id = ma.program_id
      WHERE ma.status = 'active' AND ${agreedCadence} IS NOT NULL AND ma.id NOT IN (
        SELECT match_id FROM match_members WHERE member_id IN (SELECT id FROM members WHERE erased_at IS NOT NULL)
      )`,
  )
  return matches
    .flatMap(({ id, program, ...cadence }) => {
      const { state, daysSince, daysLate } = quietness({ ...cadence, today: date })
      if (state !== 'quiet' || daysSince === null || daysLate === null) return []
      return [{ id, program, cadenceDays: cadence.cadenceDays, daysSince, daysLate }]
    })
    .sort((a, b) => b.daysLate - a.daysLate || a.id - b.id)
}

function withMembers(db: Reader, quiet: QuietMatch[]): Today['quietMatches'] {
  const members = matchMembers(
    db,
    quiet.map(({ id }) => id),
  )
  return quiet.map((match) => ({
    ...match,
    members: (members.get(match.id) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}

const pulseWeeks = 26

function pulse(db: Reader, date: string): Today['pulse'] {
  const thisWeek = dayNumber(weekStart(date))
  const first = thisWeek - 7 * (pulseWeeks - 1)
  const contacts = new Array<number>(pulseWeeks).fill(0)
  const days = db.all<{ day: number; contacts: number }>(
    'SELECT day, count(*) AS contacts FROM interactions WHERE day BETWEEN ? AND ? GROUP BY day',
    first,
    thisWeek + 6,
  )
  for (const { day, contacts: ofDay } of days) {
    const week = Math.floor((day - first) / 7)
    contacts[week] = (contacts[week] ?? 0) + ofDay
  }
  return contacts.map((ofWeek, week) => ({ week: fromDayNumber(first + 7 * week), contacts: ofWeek }))
}

/** The week from Monday to Sunday before this one: who was in contact, and who met for the first time ever. */
function lastWeek(db: Reader, date: string): Today['lastWeek'] {
  const monday = dayNumber(weekStart(date)) - 7
  const metBefore = (from: string, to: string) =>
    `EXISTS (SELECT 1 FROM interactions WHERE from_id = ${from} AND to_id = ${to} AND day < @monday)`
  const pairs = db.all<{ a: number; b: number; known: number }>(
    `SELECT a, b, ${metBefore('a', 'b')} OR ${metBefore('b', 'a')} AS known
      FROM (SELECT DISTINCT min(from_id, to_id) AS a, max(from_id, to_id) AS b
        FROM interactions WHERE day BETWEEN @monday AND @sunday)`,
    { monday, sunday: monday + 6 },
  )
  return {
    people: new Set(pairs.flatMap(({ a, b }) => [a, b])).size,
    firstTimes: pairs.filter(({ known }) => known === 0).length,
  }
}
