import { addDays } from '@shared/domain/calendar'
import { CalendarEvents } from './calendarEvents'
import { calendarsOf } from './calendars'
import { contentHead } from './contentLines'
import { TableText } from './tableText'

/** Of meetings that come again and again those of so many days back and ahead are taken. */
const daysBack = 60
const daysAhead = 180
/** All series of a file together are looked at for so long, in milliseconds: a file can ask for any work. */
const longest = 20_000

/** Whether a file is a calendar, by its first bytes. */
export function isCalendar(head: Buffer): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(contentHead(head))
}

/**
 * The events of a calendar file (RFC 5545, and version 1.0) as a CSV table of planned sessions, each on the line of the
 * table on which its event begins in the file, so far as there is room. Who was invited is not who was there, and what a
 * calendar says is a plan: descriptions become agendas. Cancelled events, people who declined, rooms, and what Coppice
 * itself has put into the calendar are left out.
 */
export function calendarTable(bytes: Buffer, today: string): string {
  const table = new TableText()
  const span = {
    first: addDays(today, -daysBack),
    last: addDays(today, daysAhead),
    until: performance.now() + longest,
  }
  const rows = calendarsOf(bytes).flatMap((calendar) => new CalendarEvents(calendar, span).rows())
  return [
    table.row(['Date', 'Minutes', 'Title', 'Agenda', 'Attendees'], 1),
    ...rows.map(({ line, cells }) => table.row(cells, line)),
  ].join('')
}
