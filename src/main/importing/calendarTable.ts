import { addDays, localDate } from '@shared/domain/calendar'
import { stringify } from 'csv-stringify/sync'
import ICAL from 'ical.js'

/** Meetings that come again and again are planned so many days ahead. */
const daysAhead = 180
/** And as many times at most, in case a calendar says that something happens each second. */
const mostTimes = 200

/** Whether a file is a calendar, by its first bytes. */
export function isCalendar(head: Buffer): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(head.toString('utf8', 0, 64))
}

/**
 * The events of a calendar file (RFC 5545) as a CSV table of planned sessions. Who was invited is not who was there, and
 * what a calendar says is a plan: descriptions become agendas. Cancelled events, people who declined, rooms, and what
 * Coppice itself has put into the calendar are left out.
 *
 * @throws when it is no calendar.
 */
export function calendarTable(text: string, today: string): string {
  const calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent')
  const changed = events.filter((event) => event.hasProperty('recurrence-id'))
  const rows = events
    .filter((event) => !event.hasProperty('recurrence-id'))
    .flatMap((component) => rowsOf(component, changed, today))
  return stringify([['Date', 'Minutes', 'Title', 'Agenda', 'Attendees'], ...rows])
}

function rowsOf(component: ICAL.Component, changed: ICAL.Component[], today: string): string[][] {
  const uid = component.getFirstPropertyValue('uid')
  const exceptions = changed.filter((other) => other.getFirstPropertyValue('uid') === uid)
  const event = new ICAL.Event(component, { exceptions, strictExceptions: false })
  if (String(uid).endsWith('@coppice')) return []
  if (!event.isRecurring()) return isCancelled(event) ? [] : [rowOf(event, event.startDate, event.endDate)]
  const rows: string[][] = []
  const times = event.iterator()
  const last = addDays(today, daysAhead)
  for (let time = times.next(); time && rows.length < mostTimes; time = times.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(time)
    if (dayOf(startDate) > last) break
    if (!isCancelled(item)) rows.push(rowOf(item, startDate, endDate))
  }
  return rows
}

const isCancelled = ({ component }: ICAL.Event) =>
  String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'

function rowOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): string[] {
  const minutes = start.isDate ? '' : String(Math.round(end.subtractDate(start).toSeconds() / 60))
  return [dayOf(start), minutes, event.summary ?? '', event.description ?? '', attendeesOf(event).join('; ')]
}

/** The day where the meeting is; of a moment in UTC the day on this computer. */
function dayOf(time: ICAL.Time): string {
  return time.zone?.tzid === 'UTC' && !time.isDate ? localDate(time.toJSDate()) : time.toString().slice(0, 10)
}

function attendeesOf(event: ICAL.Event): string[] {
  const invited = event.attendees.filter((attendee) => {
    const said = (name: string) => String(attendee.getParameter(name) ?? '').toUpperCase()
    return said('partstat') !== 'DECLINED' && !['ROOM', 'RESOURCE'].includes(said('cutype'))
  })
  const organizer = event.component.getFirstProperty('organizer')
  // Some calendars do not list who invites among those who come.
  const people = invited.length < 2 && organizer ? [organizer, ...invited] : invited
  return [...new Set(people.map(personOf).filter((person) => person !== ''))]
}

/** "Name <address>", or what there is of it. */
function personOf(property: ICAL.Property): string {
  const value = String(property.getFirstValue() ?? '')
  const email = /^mailto:/i.test(value) ? value.slice('mailto:'.length).trim() : ''
  const name = String(property.getParameter('cn') ?? '')
    .replace(/[;<>"]/g, ' ')
    .trim()
  if (email === '' || name === '' || name.includes('@')) return email === '' ? name : email
  return `${name} <${email}>`
}
