/**
 * When somebody has time, as it is typed: "Mon 9-12, Tue-Thu 14:30-17; weekend mornings". The hours are those of their
 * own clock, from 0 (Monday, midnight) to 167.
 */

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const groups: Readonly<Record<string, readonly number[]>> = {
  weekday: [0, 1, 2, 3, 4],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  weekends: [5, 6],
  daily: [0, 1, 2, 3, 4, 5, 6],
  'every day': [0, 1, 2, 3, 4, 5, 6],
}

const parts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  morning: [9, 12],
  afternoon: [13, 17],
  evening: [17, 20],
}

/** @returns the whole hours, in their order; null for what is not understood. */
export function weekHours(text: string): number[] | null {
  const hours = new Set<number>()
  for (const part of text.toLowerCase().split(/[,;]/)) {
    const trimmed = part
      .trim()
      .replaceAll(/[–—]|\bto\b/g, '-')
      .replaceAll(/\s*-\s*/g, '-')
    if (trimmed === '') continue
    const [, dayWords = '', timeWords = ''] = /^(.*?)\s+(\S+)$/.exec(trimmed) ?? []
    const days = daysOf(dayWords)
    const span = spanOf(timeWords)
    if (days === null || span === null) return null
    for (const day of days) for (let hour = span[0]; hour < span[1]; hour++) hours.add(day * 24 + hour)
  }
  return [...hours].sort((a, b) => a - b)
}

/** The same hours of the week in UTC, for a clock so many minutes east of it; quarters of hours are rounded. */
export function hoursInUtc(hours: readonly number[], utcOffset: number): number[] {
  const shift = Math.round(utcOffset / 60)
  return hours.map((hour) => (hour - shift + 168) % 168).sort((a, b) => a - b)
}

function daysOf(words: string): readonly number[] | null {
  const group = groups[words]
  if (group !== undefined) return group
  const days: number[] = []
  for (const word of words.split(/\s+(?:and\s+)?|\s*[&+/]\s*/)) {
    const [first = '', last = first] = word.split('-')
    const [from, to] = [dayOf(first), dayOf(last)]
    if (from === null || to === null) return null
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day)
      if (day === to) break
    }
  }
  return days
}

function dayOf(word: string): number | null {
  const name = word.replace(/\.$/, '').replace(/days$/, 'day')
  const day = name.length < 2 ? -1 : dayNames.findIndex((full) => full.startsWith(name))
  return day === -1 ? null : day
}

/** Whole hours that lie within. */
function spanOf(words: string): readonly [from: number, to: number] | null {
  const part = parts[words.replace(/s$/, '')]
  if (part !== undefined) return part
  const [, start = '', startMinutes = '0', end = '', endMinutes = '0'] =
    /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(words) ?? []
  if (start === '' || Number(startMinutes) > 59 || Number(endMinutes) > 59) return null
  const from = Math.ceil(Number(start) + Number(startMinutes) / 60)
  const to = Math.floor(Number(end) + Number(endMinutes) / 60)
  return from < to && to <= 24 ? [from, to] : null
}
