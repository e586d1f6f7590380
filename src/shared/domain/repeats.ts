import { dayNumber, fromDayNumber, isoWeekday } from './calendar'

/** How often a gathering comes back, as people choose it; what is kept is a rule of RFC 5545. */
export const repeatChoices = [
  'every week',
  'every 2 weeks',
  'every 3 weeks',
  'every 4 weeks',
  'monthly by weekday',
  'monthly by date',
] as const
export type RepeatChoice = (typeof repeatChoices)[number]

const weekdays = [
  ['MO', 'Monday'],
  ['TU', 'Tuesday'],
  ['WE', 'Wednesday'],
  ['TH', 'Thursday'],
  ['FR', 'Friday'],
  ['SA', 'Saturday'],
  ['SU', 'Sunday'],
] as const
const places = ['first', 'second', 'third', 'fourth'] as const

/** The rule for a choice, of gatherings that begin on a day; `until` is the last day that may be one. */
export function ruleFor(choice: RepeatChoice, beginsOn: string, until: string | null): string {
  const end = until === null ? '' : `;UNTIL=${until.replaceAll('-', '')}`
  const weeks = /^every (\d+ )?weeks?$/.exec(choice)
  if (weeks) return `FREQ=WEEKLY;INTERVAL=${Number(weeks[1] ?? 1)}${end}`
  if (choice === 'monthly by date') return `FREQ=MONTHLY;BYMONTHDAY=${Number(beginsOn.slice(8))}${end}`
  return `FREQ=MONTHLY;BYDAY=${placeInMonth(beginsOn)}${weekdayCode(beginsOn)}${end}`
}

/** A rule in words: "every 2 weeks", "on the first Thursday of each month"; the rule itself where it is another one. */
export function ruleWords(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const until = parts.get('UNTIL')
  const end = until ? ` until ${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : ''
  const interval = Number(parts.get('INTERVAL') ?? 1)
  if (parts.get('FREQ') === 'WEEKLY')
    return `${interval === 1 ? 'every week' : `every ${interval} weeks`}${end}`
  const monthDay = parts.get('BYMONTHDAY')
  if (monthDay !== undefined) return `on day ${monthDay} of each month${end}`
  const byDay = /^(-?\d)([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '')
  if (!byDay) return rule
  const [, day] = weekdays.find(([code]) => code === byDay[2]) ?? []
  const place = byDay[1] === '-1' ? 'last' : places[Number(byDay[1]) - 1]
  return `on the ${place} ${day} of each month${end}`
}

/** What a choice means for a day: "On the third Thursday of each month". */
export function choiceWords(choice: RepeatChoice, beginsOn: string): string {
  const words = ruleWords(ruleFor(choice, beginsOn, null))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Which of its weekday in the month a day is; the fifth, which few months have, is the last. */
function placeInMonth(day: string): number {
  const place = Math.ceil(Number(day.slice(8)) / 7)
  return place > places.length ? -1 : place
}

function weekdayCode(day: string): string {
  return weekdays[isoWeekday(dayNumber(day)) - 1]?.[0] ?? 'MO'
}

/** A rule that ends on the day before another. */
export function ruleEndingBefore(rule: string, day: string): string {
  const rest = rule.split(';').filter((part) => !part.startsWith('UNTIL='))
  const last = fromDayNumber(dayNumber(day) - 1).replaceAll('-', '')
  return [...rest, `UNTIL=${last}`].join(';')
}
