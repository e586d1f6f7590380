/** How a session summary says dates, lengths, counts and people, the same in every format. */
import { isCalendarDate } from './calendar'
import type { SummaryActionItem, SummaryEntry } from './redaction'
import type { Confidentiality } from './vocabulary'

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar date at midnight UTC; null when the text is not one. */
export function utcDate(day: string): Date | null {
  return isCalendarDate(day) ? new Date(`${day}T00:00:00Z`) : null
}

/** "9 November 2026", of a moment too; a text that is neither is given back as it is. */
export function dayWords(day: string): string {
  const date = day.slice(0, 10)
  const known = knownDays.get(date)
  if (known !== undefined) return known
  const found = utcDate(date)
  if (found === null) return day
  const words = dayFormat.format(found)
  if (knownDays.size >= mostKnown) knownDays.clear()
  knownDays.set(date, words)
  return words
}

/** A report says the same days again and again, and to say one takes long. */
const knownDays = new Map<string, string>()
const mostKnown = 5000

/** "November 2026" for `2026-11`. */
export function monthWords(month: string): string {
  const date = utcDate(`${month}-01`)
  return date === null ? month : monthFormat.format(date)
}

/** The dates that a scope spans: "1 March to 30 June 2026", "Since 1 March 2026", "All dates". */
export function periodWords(from: string | null, to: string | null): string {
  if (from !== null && to !== null) {
    if (from === to) return dayWords(from)
    const start = from.slice(0, 4) === to.slice(0, 4) ? dayWords(from).replace(/ \d{4}$/, '') : dayWords(from)
    return `${start} to ${dayWords(to)}`
  }
  if (from !== null) return `Since ${dayWords(from)}`
  if (to !== null) return `Until ${dayWords(to)}`
  return 'All dates'
}

/** "9 hours 15 minutes", "1 hour", "45 minutes". */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return plural(rest, 'minute')
  return rest === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${plural(rest, 'minute')}`
}

/** "1 session", "1,284 sessions". */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : many}`
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A count as running text has it: "two", "nine", "12", "1,284". */
export function countWords(count: number): string {
  return smallNumbers[count] ?? count.toLocaleString('en-GB')
}

/** "A", "A and B", "A, B and C". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** The names of those who met: "Mira Okafor and Tariq Haddad"; "Nobody recorded" when there are none. */
export function peopleWords(entry: Pick<SummaryEntry, 'attendees'>): string {
  return entry.attendees.length === 0
    ? 'Nobody recorded'
    : listWords(entry.attendees.map((attendee) => attendee.name))
}

/** The same with each one's side: "Mira Okafor (mentor) and Tariq Haddad (mentee)". */
export function peopleWithSides(entry: Pick<SummaryEntry, 'attendees'>): string {
  if (entry.attendees.length === 0) return peopleWords(entry)
  return listWords(entry.attendees.map(({ name, side }) => (side === null ? name : `${name} (${side})`)))
}

/** Each different value once, in the order of the attendees, unknown ones left out. */
export function placesOf(entry: Pick<SummaryEntry, 'attendees'>, field: 'location' | 'department'): string[] {
  const places: string[] = []
  for (const attendee of entry.attendees) {
    const place = attendee[field]
    if (place !== null && !places.includes(place)) places.push(place)
  }
  return places
}

/** Who a session's text is for; null when anybody may read it. */
export const confidentialityLabels: Record<Confidentiality, string | null> = {
  private: 'Private',
  pair: 'For the pair',
  shareable: null,
}

/** The small facts of a session, in the order in which they are shown: length, medium, program, places. */
export function factsOf(entry: SummaryEntry): string[] {
  const places = placesOf(entry, 'location')
  return [
    entry.minutes === null ? 'Length unknown' : minutesWords(entry.minutes),
    entry.medium,
    entry.program,
    places.length > 1 ? listWords(places) : null,
    entry.rating === null ? null : `rated ${entry.rating} of 5`,
  ].filter((fact): fact is string => fact !== null && fact !== '')
}

/** Who does an action item by when, or how it ended: "Rui Silva, due 1 December 2026"; '' when unknown. */
export function actionWords(item: SummaryActionItem): string {
  const when =
    item.doneOn !== null
      ? `done ${dayWords(item.doneOn)}`
      : item.dueOn !== null
        ? `due ${dayWords(item.dueOn)}`
        : ''
  const owner = item.owner ?? ''
  return owner === '' || when === '' ? owner + when : `${owner}, ${when}`
}
