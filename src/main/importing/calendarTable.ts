import { addDays, dateInZone, localDate } from '@shared/domain/calendar'
import { isTimeZone } from '@shared/domain/timeZones'
import { stringify } from 'csv-stringify/sync'
import ICAL from 'ical.js'

/** Of meetings that come again and again those of so many days back and ahead are taken. */
const daysBack = 60
const daysAhead = 180
/** And so many times are looked at, in case a calendar says that something happens each second. */
const mostTimes = 20_000
const mostTaken = 400

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
  const parsed: unknown[] = ICAL.parse(text.replace(/^\uFEFF/, ''))
  // Several calendars may stand in one file.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
  const rows = calendars.flatMap((one) => rowsOfCalendar(new ICAL.Component(one), today))
  return stringify([['Date', 'Minutes', 'Title', 'Agenda', 'Attendees'], ...rows])
}

function rowsOfCalendar(calendar: ICAL.Component, today: string): string[][] {
  // What is sent round when a meeting is called off.
  if (wordOf(calendar, 'method') === 'CANCEL') return []
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar
    .getAllSubcomponents('vevent')
    .filter((event) => event.hasProperty('dtstart') && !uidOf(event).endsWith('@coppice'))
  const changed = events.filter((event) => event.hasProperty('recurrence-id'))
  const whole = events.filter((event) => !event.hasProperty('recurrence-id'))
  const uids = new Set(whole.map(uidOf))
  // Of a series sometimes one meeting is sent alone.
  const alone = changed.filter((event) => !uids.has(uidOf(event)))
  const zone = String(calendar.getFirstPropertyValue('x-wr-timezone') ?? '')
  const rows = new Rows(today, zone)
  return [...whole, ...alone].flatMap((event) => rows.of(event, changed))
}

const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue('uid') ?? '')

/** A word of a component, in capitals; empty where it is not there. */
const wordOf = (component: ICAL.Component, property: string) =>
  String(component.getFirstPropertyValue(property) ?? '').toUpperCase()

class Rows {
  private readonly first: string
  private readonly last: string

  /** @param zone where the calendar is, by its IANA name; empty where it does not say. */
  constructor(
    today: string,
    private readonly zone: string,
  ) {
    this.first = addDays(today, -daysBack)
    this.last = addDays(today, daysAhead)
  }

  of(component: ICAL.Component, changed: readonly ICAL.Component[]): string[][] {
    const uid = uidOf(component)
    const exceptions = component.hasProperty('recurrence-id')
      ? []
      : changed.filter((other) => uidOf(other) === uid)
    const event = new ICAL.Event(component, { exceptions, strictExceptions: false })
    if (!event.isRecurring())
      return isCancelled(event) ? [] : [this.row(event, event.startDate, event.endDate)]
    if (isCancelled(event)) return []
    const rows: string[][] = []
    const times = event.iterator()
    let looked = 0
    for (let time = times.next(); time && looked < mostTimes; time = times.next()) {
      looked++
      if (rows.length >= mostTaken) break
      const { item, startDate, endDate } = event.getOccurrenceDetails(time)
      // One that was put forward does not end the series.
      if (this.dayOf(time) > this.last) break
      const day = this.dayOf(startDate)
      if (day >= this.first && day <= this.last && !isCancelled(item))
        rows.push(this.row(item, startDate, endDate))
    }
    return rows
  }

  private row(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): string[] {
    const minutes = start.isDate ? 0 : Math.round(end.subtractDate(start).toSeconds() / 60)
    return [
      this.dayOf(start),
      minutes > 0 ? String(minutes) : '',
      event.summary ?? '',
      agendaOf(event.description ?? ''),
      attendeesOf(event).join('; '),
    ]
  }

  /** The day where the meeting is; of a moment in UTC the day where the calendar is, or else this computer. */
  private dayOf(time: ICAL.Time): string {
    if (time.isDate || time.zone?.tzid !== 'UTC') return time.toString().slice(0, 10)
    const moment = time.toJSDate()
    return isTimeZone(this.zone) ? dateInZone(moment.toISOString(), this.zone) : localDate(moment)
  }
}

/**
 * What was written, without what calendars add: the marks of a page, where it is one, and how to dial in, which is
 * another one each time.
 */
function agendaOf(description: string): string {
  const text = /<(?:br|p|div|ul|ol|li|span|b|i|u|a)\b[^>]*>/i.test(description)
    ? textOf(description)
    : description
  return text
    .replace(/^-::~:~.*$[\s\S]*?(?:^-::~:~.*$|$(?![\s\S]))/gm, '')
    .replace(/^_{20,}\s*$[\s\S]*?(?:^_{20,}\s*$|$(?![\s\S]))/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}

function textOf(page: string): string {
  return page
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/ul|\/ol)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '')
}

const isCancelled = ({ component }: ICAL.Event) => wordOf(component, 'status') === 'CANCELLED'

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

/** "Name <address>", or what there is of it. Some calendars know people by a path and have the address beside it. */
function personOf(property: ICAL.Property): string {
  const value = String(property.getFirstValue() ?? '')
  const beside = String(property.getParameter('email') ?? '')
  const email = /^mailto:/i.test(value) ? value.slice('mailto:'.length).trim() : beside.trim()
  const name = String(property.getParameter('cn') ?? '')
    .replace(/[;<>"]/g, ' ')
    .trim()
  if (email === '' || name === '' || name.includes('@')) return email === '' ? name : email
  return `${name} <${email}>`
}
