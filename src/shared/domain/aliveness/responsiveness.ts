import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import type { Ask, CommunityRecords } from './records'
import type { Span } from './spans'

const fewestAsks = 5

/** How soon an ask should be answered, in days. */
export const answerDays = 7

/**
 * S, responsiveness: asks answered within `answerDays` by somebody other than a coordinator / asks. The span is moved
 * back by as many days, so that each ask has had its time when it ends, and belongs to one span alone.
 */
export function responsivenessReading(records: CommunityRecords, span: Span): PartReading {
  const asks = asksOf(records, span)
  const median = medianWait(asks, span.last)
  const open = asks.filter(({ first }) => first === null || first > span.last).length
  return readingOf(
    answered(asks, (ask) => ask.firstByMember),
    asks.length === 0 && records.asks.length === 0
      ? 'No ask is recorded. Who asked what, and who helped, is noted under “Asks”.'
      : tooFew(asks.length, fewestAsks, 'asks that are a week old'),
    {
      inputs: { asks: asks.length, unanswered: open, ...(median === null ? {} : { medianDays: median }) },
      also: [
        {
          name: 'answered in time by anybody, a coordinator included',
          ...answered(asks, ({ first }) => first),
        },
      ],
    },
  )
}

/** The asks that a span is judged by. */
export function asksOf({ asks }: CommunityRecords, { first, last }: Span): Ask[] {
  return asks.filter(({ day }) => day >= first - answerDays && day <= last - answerDays)
}

export function inTime({ day }: Ask, answeredOn: number | null): boolean {
  return answeredOn !== null && answeredOn - day <= answerDays
}

function answered(asks: readonly Ask[], by: (ask: Ask) => number | null): Ratio {
  return ratio(asks.filter((ask) => inTime(ask, by(ask))).length, asks.length)
}

/**
 * After how many days half of the asks had their first answer, as far as is known on a day: one that is still open has
 * waited at least until then (Kaplan and Meier 1958). Null where fewer than half were answered.
 */
export function medianWait(asks: readonly Ask[], last: number): number | null {
  const waits = asks
    .map(({ day, first }) => {
      const isAnswered = first !== null && first <= last
      return { days: (isAnswered ? first : last) - day, isAnswered }
    })
    // An answer on the same day as the end of a wait comes before it.
    .sort((one, other) => one.days - other.days || Number(other.isAnswered) - Number(one.isAnswered))
  let waiting = 1
  for (const [at, { days, isAnswered }] of waits.entries()) {
    if (isAnswered) waiting *= 1 - 1 / (waits.length - at)
    // What is left of half after many divisions is not exactly half.
    if (waiting <= 0.5 + 1e-9) return days
  }
  return null
}
