import { graphOf } from '../network/graph'
import type { Random } from '../random'
import { boundariesOf } from './boundaries'
import { breadthOf } from './breadth'
import { connectednessOf } from './connectedness'
import { evennessOf } from './evenness'
import { newcomersWho } from './newcomers'
import type { NumberPart } from './parts'
import { reciprocityOf } from './reciprocity'
import { type DatedContacts, type Period, picked } from './records'
import { activeBefore, retentionOf } from './retention'
import { rhythmGaps, rhythmOf } from './rhythm'
import { daysIn, type Span } from './spans'

type Values = Partial<Record<NumberPart, number | null>>

/**
 * What the parts would have been had other weeks happened: the weeks of the span are drawn anew, as many as there are,
 * each as often as it comes; newcomers and gaps, which lie elsewhere, are drawn themselves.
 */
export function* resamplesOf(period: Period, count: number, random: Random): Generator<Values> {
  const { records, contacts, span } = period
  const weeks = rowsByWeek(contacts, span)
  const before = activeBefore(period)
  const stayed = newcomersWho(records, span)
  const gaps = rhythmGaps(records, span)
  for (let round = 0; round < count; round++) {
    const drawn = picked(contacts, joined(draw(weeks, random)))
    const other: Period = { ...period, contacts: drawn, graph: graphOf(records.people, drawn) }
    yield {
      breadth: breadthOf(other).value,
      evenness: evennessOf(other).value,
      reciprocity: reciprocityOf(other).value,
      boundaries: boundariesOf(other).value,
      connectedness: connectednessOf(other).value,
      retention: retentionOf(other, before).value,
      rhythm: rhythmOf(draw(gaps, random)).value,
      newcomers: mean(draw(stayed, random)),
    }
  }
}

/** As many as there are, each of them any. */
function draw<T>(from: readonly T[], random: Random): T[] {
  return from.map(() => random.pick(from))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The contacts of each week, by their places; weeks are counted back from the last day, the first may be shorter. */
function rowsByWeek({ day, length }: DatedContacts, span: Span): Int32Array[] {
  const weeks = Array.from({ length: Math.ceil(daysIn(span) / 7) }, (): number[] => [])
  for (let at = 0; at < length; at++) weeks[Math.floor((span.last - (day[at] ?? 0)) / 7)]?.push(at)
  return weeks.map((rows) => Int32Array.from(rows))
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const part of parts) {
    all.set(part, length)
    length += part.length
  }
  return all
}
