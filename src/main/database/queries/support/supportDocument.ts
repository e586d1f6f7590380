import { type CalendarDay, calendarFile } from '@main/exporting/calendarFile'
import { keptHtml, weekHtml } from '@main/exporting/supportHtml'
import type { InputOf, OutputOf } from '@shared/contract'
import { addDays } from '@shared/domain/calendar'
import { listWords } from '@shared/domain/summaryWords'
import { planWords } from '@shared/domain/support/plan'
import { AppError } from '@shared/errors'
import type { DueCheckIns } from '../../analytics/dueCheckIns'
import type { Reader } from '../../engine/reader'
import { matchGone } from '../matches/matches'
import { programName } from '../programFile/program'
import { attendeesOf } from '../references'
import { dueSupport, supportOfMatches } from './supportDue'
import { keptOfMatch } from './supportKept'

/** As many lines as anybody would print, or put into a calendar. */
const most = 10_000
/** A calendar looks that far ahead. */
const calendarDays = 90

/** @throws AppError `not-found`, or `conflict` for a match without a plan. */
export function supportDocument(
  db: Reader,
  document: InputOf<'support.document'>,
  known: DueCheckIns,
): OutputOf<'support.document'> {
  const origin = { programName: programName(db), generatedOn: document.today }
  if (document.what === 'week') {
    const title = `${origin.programName} - the week from ${document.today}`
    return { title, html: weekHtml(weekOf(db, document.today, known), origin) }
  }
  const [match] = supportOfMatches(db, [document.matchId], document.today)
  if (!match) throw matchGone()
  const people = keptOfMatch(db, match, document.today)
  if (match.plan === null || people === null)
    throw new AppError('conflict', 'Nobody has said how often they are checked in with. Choose a plan first.')
  const names = listWords(people.map(({ name }) => name))
  const report = { title: names, program: match.program, plan: planWords(match.plan), people }
  return { title: `Check-ins - ${names}`, html: keptHtml(report, origin) }
}

function weekOf(db: Reader, today: string, known: DueCheckIns) {
  const until = addDays(today, 6)
  return {
    due: dueSupport(db, { today, days: 6, limit: most }, known),
    items: db.all<{ text: string; owner: string; dueOn: string }>(
      `SELECT a.text, coalesce(m.name, '') AS owner, a.due_on AS dueOn
        FROM action_items a LEFT JOIN members m ON m.id = a.owner_id
        WHERE a.done_on IS NULL AND a.due_on <= ? AND m.erased_at IS NULL ORDER BY a.due_on, a.id LIMIT ${most}`,
      until,
    ),
    sessions: plannedSessions(db, today, until).map(({ heldOn, title, people }) => ({
      heldOn,
      title: title ?? '',
      people,
    })),
  }
}

interface Planned {
  id: number
  heldOn: string
  title: string | null
  people: string
}

/** Sessions of these days, today among them. */
function plannedSessions(db: Reader, from: string, until: string): Planned[] {
  const sessions = db.all<Omit<Planned, 'people'>>(
    `SELECT id, held_on AS heldOn, title FROM sessions
      WHERE search_key >= CAST(julianday(?) AS INTEGER) * 16777216 AND held_on BETWEEN ? AND ?
      ORDER BY search_key LIMIT ${most}`,
    from,
    from,
    until,
  )
  const attendees = attendeesOf(
    db,
    sessions.map(({ id }) => id),
  )
  return sessions.map((session) => ({
    ...session,
    people: listWords((attendees.get(session.id) ?? []).map(({ name }) => name)),
  }))
}

/** Sessions that are planned and check-ins that are due; what is overdue is for today. Notes never leave with it. */
export function supportCalendar(
  db: Reader,
  { today }: InputOf<'support.calendar'>,
  known: DueCheckIns,
): OutputOf<'support.calendar'> {
  const { checkIns } = dueSupport(db, { today, days: calendarDays, limit: most }, known)
  const sessions = plannedSessions(db, today, addDays(today, calendarDays))
  const days: CalendarDay[] = [
    ...checkIns.map(({ match, person, dueOn, depth }) => ({
      uid: `check-in-${match.id}-${person.id}@coppice`,
      on: dueOn < today ? today : dueOn,
      summary: `${depth === 'quick' ? 'Check-in' : 'Talk in depth'} with ${person.name}`,
      description: `${listWords(match.members.map(({ name }) => name))}, ${match.program}`,
    })),
    ...sessions.map(({ id, heldOn, title, people }) => ({
      uid: `session-${id}@coppice`,
      on: heldOn,
      summary: title ?? `Session of ${people}`,
      description: title === null ? '' : people,
    })),
  ]
  return { text: calendarFile(days, new Date().toISOString()) }
}
