import { addDays, dateInZone, localDate } from '@shared/domain/calendar'
import { isTimeZone } from '@shared/domain/timeZones'
import ICAL from 'ical.js'
import { componentOf, type Part } from './calendars'
import { agendaOf, attendeesOf } from './calendarWords'

/** Of a series that comes several times a day. */
const mostTaken = 400

/** Which meetings of a series are taken, from one day to another, and until when it is looked for them. */
export interface Span {
  first: string
  last: string
  /** By `performance.now()`. */
  until: number
}

export interface EventRow {
  /** Of the file, on which the event begins. */
  line: number
  /** Date, minutes, title, agenda, attendees. */
  cells: string[]
}

/** An event with what is written of it, whether or not it can be read. */
interface Written {
  line: number
  component: ICAL.Component
  day: string
  /** By which it comes again; empty where it does not. */
  rule: string
}

/** The events of one calendar. */
export class CalendarEvents {
  private readonly events: readonly Written[]
  /** Single meetings of a series that are other than the rest of it, by the series. */
  private readonly changes: ReadonlyMap<string, Written[]>
  /** Where the calendar is, by its IANA name; empty where it does not say. */
  private readonly zone: string

  constructor(
    calendar: Part,
    private readonly span: Span,
  ) {
    const own = componentOf({ ...calendar, parts: [] })
    this.zone = String(own.getFirstPropertyValue('x-wr-timezone') ?? '')
    for (const zone of calendar.parts.filter(({ name }) => name === 'vtimezone')) register(componentOf(zone))
    // What is sent round when a meeting is called off.
    const isCalledOff = wordOf(own, 'method') === 'CANCEL'
    this.events = calendar.parts
      .filter(({ name }) => name === 'vevent' && !isCalledOff)
      .map(writtenEvent)
      .filter(({ component }) => !uidOf(component).endsWith('@coppice'))
    this.changes = Map.groupBy(this.events.filter(isChange), ({ component }) => uidOf(component))
  }

  rows(): EventRow[] {
    const whole = this.events.filter((event) => !isChange(event))
    const uids = new Set(whole.map(({ component }) => uidOf(component)))
    // Of a series sometimes one meeting is sent alone.
    const alone = [...this.changes].flatMap(([uid, changes]) => (uids.has(uid) ? [] : changes))
    return [...whole, ...alone].flatMap((event) =>
      this.rowsOf(event).map((cells) => ({ line: event.line, cells })),
    )
  }

  private rowsOf(written: Written): string[][] {
    const { component, day, rule } = written
    const changes = isChange(written) ? [] : (this.changes.get(uidOf(component)) ?? [])
    const exceptions = changes.map((change) => change.component)
    const event = new ICAL.Event(component, { exceptions, strictExceptions: false })
    if (isCancelled(event)) return []
    // What is no day is given as it is written, so that whoever imports it is told.
    if (!component.hasProperty('dtstart')) return [[day, '', ...contentOf(event)]]
    const once = this.row(event, event.startDate, event.endDate)
    try {
      if (event.isRecurring()) return this.series(event, changes.length > 0)
      return rule === '' ? [once] : [once, [rule, '', ...contentOf(event)]]
    } catch {
      // A rule that can be read and makes no sense, or far too many of them.
      return [once, [rule, '', ...contentOf(event)]]
    }
  }

  private series(event: ICAL.Event, changed: boolean): string[][] {
    for (const property of event.component.getAllProperties('rrule')) this.bound(property.getFirstValue())
    const rows: string[][] = []
    // Wherever the meeting is: the day may be another one there.
    const earlier = addDays(this.span.first, -2)
    const later = addDays(this.span.last, 2)
    const times = event.iterator()
    const first = times.next()
    if (!first) throw new Error('There is no such day.')
    for (let time = first; time && rows.length < mostTaken; time = times.next()) {
      // Years of meetings that have been are only counted, unless one of them was put off.
      if (time.toString() < earlier && !changed) continue
      const { item, startDate, endDate } = event.getOccurrenceDetails(time)
      // One that was put forward does not end the series.
      if (time.toString() > later) break
      const day = this.dayOf(startDate)
      if (day >= this.span.first && day <= this.span.last && !isCancelled(item))
        rows.push(this.row(item, startDate, endDate))
    }
    return rows
  }

  /** The library looks for the next time to the end of days, though a rule may never come to one. */
  private bound(rule: unknown): void {
    if (!(rule instanceof ICAL.Recur)) return
    const lastYear = Number(this.span.last.slice(0, 4))
    const iterator = rule.iterator.bind(rule)
    rule.iterator = (start) => {
      const times = iterator(start)
      const fits = times.check_contracting_rules.bind(times)
      times.check_contracting_rules = () => {
        if (performance.now() > this.span.until) throw new Error('These series take too long.')
        return times.last.year > lastYear || fits()
      }
      return times
    }
  }

  private row(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): string[] {
    const minutes = start.isDate ? 0 : Math.round(end.subtractDate(start).toSeconds() / 60)
    return [this.dayOf(start), minutes > 0 ? String(minutes) : '', ...contentOf(event)]
  }

  /** The day where the meeting is; of a moment in UTC the day where the calendar is, or else this computer. */
  private dayOf(time: ICAL.Time): string {
    if (time.isDate || time.zone?.tzid !== 'UTC') return time.toString().slice(0, 10)
    const moment = time.toJSDate()
    return isTimeZone(this.zone) ? dateInZone(moment.toISOString(), this.zone) : localDate(moment)
  }
}

const isChange = ({ component }: Written) =>
  component.hasProperty('recurrence-id') && component.hasProperty('dtstart')

function writtenEvent(part: Part): Written {
  const written = (name: RegExp) =>
    part.lines.map(({ text }) => name.exec(text)?.[1]).find((value) => value !== undefined) ?? ''
  return {
    line: part.line,
    component: componentOf(part),
    day: written(/^DTSTART[^:]*:(.*)$/is),
    rule: written(/^RRULE[^:]*:(.*)$/is),
  }
}

/** A zone without its name or its rules is of no use, and its events are where they say anyway. */
function register(zone: ICAL.Component): void {
  if (zone.hasProperty('tzid') && zone.getAllSubcomponents().some((part) => part.hasProperty('tzoffsetto')))
    ICAL.TimezoneService.register(zone)
}

const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue('uid') ?? '')

/** A word of a component, in capitals; empty where it is not there. */
const wordOf = (component: ICAL.Component, property: string) =>
  String(component.getFirstPropertyValue(property) ?? '').toUpperCase()

const isCancelled = ({ component }: ICAL.Event) => wordOf(component, 'status') === 'CANCELLED'

function contentOf(event: ICAL.Event): string[] {
  return [event.summary ?? '', agendaOf(event.description ?? ''), attendeesOf(event).join('; ')]
}
