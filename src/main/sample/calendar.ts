import { AppError } from '@shared/errors'

const dayMilliseconds = 86_400_000

/** Eighteen months at their shortest, in days. */
const span = 546

/** Action items may be due after today, by this many days at most. */
const ahead = 60

/**
 * The days that a sample program is about, as whole numbers since 1 January 1970: from eighteen months before
 * `today` until `today`.
 */
export interface Calendar {
  /** A day on which people work. */
  first: number
  today: number
  /** `YYYY-MM-DD`. */
  text(day: number): string
  /** 0 for January. */
  month(day: number): number
  /** How much mentoring goes on that day beside other days: 0 at weekends, little in August and at the year's end. */
  weight(day: number): number
  /** The given day, or the last day before it on which people work. */
  workday(day: number): number
}

function dayNumber(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !Number.isInteger(day) || dayText(day) !== date) {
    throw new AppError('invalid-input', `“${date}” is not a calendar date. Write it as year-month-day.`)
  }
  return day
}

function dayText(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10)
}

/** 0 for Sunday. */
function weekday(day: number): number {
  return (day + 4) % 7
}

const weekdayWeights = [0, 0.9, 1.15, 1.15, 1.15, 0.75, 0]

function seasonWeight(month: number, date: number): number {
  if (month === 7) return 0.5
  if (month === 6) return 0.85
  if (month === 11 && date >= 20) return date >= 24 && date <= 26 ? 0 : 0.08
  if (month === 0 && date <= 4) return date === 1 ? 0 : 0.15
  return 1
}

function weightOf(day: number, text: string): number {
  const season = seasonWeight(Number(text.slice(5, 7)) - 1, Number(text.slice(8)))
  return (weekdayWeights[weekday(day)] ?? 0) * season
}

/** The calendar for a program file that is opened on `date`; throws when that is not a calendar date. */
export function createCalendar(date: string): Calendar {
  const today = dayNumber(date)
  let first = today - span
  while (weightOf(first, dayText(first)) === 0) first++
  const texts: string[] = []
  const weights: number[] = []
  for (let day = first; day <= today + ahead; day++) {
    const text = dayText(day)
    texts.push(text)
    weights.push(weightOf(day, text))
  }
  const text = (day: number) => texts[day - first] ?? dayText(day)
  const weight = (day: number) => weights[day - first] ?? 0
  return {
    first,
    today,
    text,
    month: (day) => Number(text(day).slice(5, 7)) - 1,
    weight,
    workday: (day) => {
      let work = day
      while (work > first && weight(work) === 0) work--
      return work
    },
  }
}
