import ICAL from 'ical.js'

/** A day in a calendar: nobody's hours are known, so it is a whole day. */
export interface CalendarDay {
  /** Stays the same whenever the same thing is exported again, so that it is moved and not doubled. */
  uid: string
  on: string
  summary: string
  description: string
}

/** A calendar file by RFC 5545; the library folds long lines and escapes what has to be. `at` is an instant, ISO 8601. */
export function calendarFile(days: readonly CalendarDay[], at: string): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Coppice//Coppice//EN')
  calendar.updatePropertyWithValue('method', 'PUBLISH')
  for (const { uid, on, summary, description } of days) {
    const event = new ICAL.Component('vevent')
    event.updatePropertyWithValue('uid', uid)
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(at), true))
    event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(on))
    event.updatePropertyWithValue('summary', summary)
    if (description !== '') event.updatePropertyWithValue('description', description)
    // It says what is to be done, and takes nobody's time away.
    event.updatePropertyWithValue('transp', 'TRANSPARENT')
    calendar.addSubcomponent(event)
  }
  return `${calendar.toString()}\r\n`
}
