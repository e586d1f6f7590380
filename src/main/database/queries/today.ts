import type { OutputOf } from '@shared/contract'
import type { today } from '@shared/contract/today'
import { addDays, dayNumber, daysBetween, fromDayNumber, lateness, weekStart } from '@shared/domain/calendar'
import { WeekOfContacts } from '../analytics/weekOfContacts'
import type { Reader } from '../engine/reader'
import type { Handlers } from '../handler'
import { quietSetAside } from './matches/flagSnoozes'
import { agreedCadence, matchMembers } from './matches/matches'
import { attendeesOf } from './references'
import { keysBetween } from './sessions/sessionKeys'
import { unwritten } from './sessions/unwritten'

type Today = OutputOf<'today.get'>

/** What is known of the last week is kept in memory, so a thread makes these handlers once. */
export function createTodayHandlers(): Handlers<typeof today> {
  const lastWeek = new WeekOfContacts()
  return {
    'today.get': (db, { today: date }) => ({
      totals: {
        ...countDue(db, date),
        withoutNotes: countWithoutNotes(db, date),
        quietMatches: countQuiet(db, date),
      },
      actionItems: dueActionItems(db, date),
      withoutNotes: withoutNotes(db, date),
      quietMatches: withMembers(db, quietMatches(db, date)),
      pulse: pulse(db, date),
      lastWeek: lastWeek.get(db, dayNumber(weekStart(date)) - 7),
    }),
  }
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
    Omit<Today['actionItems'][number], 'owner' | 'daysLate' | 'daysToGo'> & {
      ownerId: number | null
      name: string
    }
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
    ...lateness(item.dueOn, date),
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

type QuietMatch = Omit<Today['quietMatches'][number], 'members'>

/** Nobody is asked to meet somebody who was erased. */
const ofNobodyErased = `match_id NOT IN (
  SELECT match_id FROM match_members WHERE member_id IN (SELECT id FROM members WHERE erased_at IS NOT NULL)
)`

/** What is quiet is due, so that only the matches that are due are looked at. */
const quiet = `match_rhythms INDEXED BY match_rhythms_due
  WHERE due_day <= @today AND quiet_day <= @today AND ${ofNobodyErased} AND NOT ${quietSetAside('match_rhythms.match_id')}`

function countQuiet(db: Reader, date: string): number {
  return db.value<number>(`SELECT count(*) FROM ${quiet}`, { today: dayNumber(date), day: date }) ?? 0
}

/** Active matches that have been quiet for too long, the longest first. */
function quietMatches(db: Reader, date: string): QuietMatch[] {
  const today = dayNumber(date)
  const matches = db.all<Omit<QuietMatch, 'daysSince' | 'daysLate'> & { dueDay: number }>(
    `SELECT match_id AS id, p.name AS program, ${agreedCadence} AS cadenceDays, due_day AS dueDay
      FROM (SELECT match_id, due_day FROM ${quiet} ORDER BY due_day, match_id LIMIT ${mostShown})
      CROSS JOIN matches ma ON ma.id = match_id JOIN programs p ON p.id = ma.program_id
      ORDER BY due_day, match_id`,
    { today, day: date },
  )
  return matches.map(({ dueDay, ...match }) => ({
    ...match,
    daysSince: today - dueDay + match.cadenceDays,
    daysLate: today - dueDay,
  }))
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
    'SELECT day, contacts FROM contact_days WHERE day BETWEEN ? AND ?',
    first,
    thisWeek + 6,
  )
  for (const { day, contacts: ofDay } of days) {
    const week = Math.floor((day - first) / 7)
    contacts[week] = (contacts[week] ?? 0) + ofDay
  }
  return contacts.map((ofWeek, week) => ({ week: fromDayNumber(first + 7 * week), contacts: ofWeek }))
}
