import { graphOf } from '../network/graph'
import type { Random } from '../random'
import { boundariesOf } from './boundaries'
import { breadthOf } from './breadth'
import { connectednessOf } from './connectedness'
import { evennessOf } from './evenness'
import { independenceOf } from './independence'
import { newcomersWho } from './newcomers'
import type { PartKey } from './parts'
import { reciprocityOf } from './reciprocity'
import {
  type Attendance,
  attendanceWithin,
  contactsWithin,
  type DatedContacts,
  type Period,
  usesWithin,
} from './records'
import { asksOf, inTime } from './responsiveness'
import { activeBefore, retentionOf } from './retention'
import { rhythmGaps, rhythmOf } from './rhythm'
import { daysIn, type Span } from './spans'
import { piecesAtHand, usedOf } from './value'

type Values = Partial<Record<PartKey, number | null>>

/**
 * What the parts would have been had other weeks happened: the weeks of the span are drawn anew, as many as there are,
 * each as often as it comes; newcomers, gaps and asks, which lie elsewhere, are drawn themselves.
 */
export function* resamplesOf(period: Period, count: number, random: Random): Generator<Values> {
  const { records, span } = period
  const weeks = weeksOf(period, span)
  const before = activeBefore(period)
  const stayed = newcomersWho(records, span)
  const gaps = rhythmGaps(records, span)
  const pieces = piecesAtHand(records, span.last)
  const answered = asksOf(records, span).map((ask) => (inTime(ask, ask.firstByMember) ? 1 : 0))
  for (let round = 0; round < count; round++) {
    const drawn = draw(weeks, random)
    const contacts = joined(drawn.map((week) => week.contacts))
    const attendance = together(drawn.map((week) => week.attendance))
    const other: Period = { ...period, contacts, attendance, graph: graphOf(records.people, contacts) }
    yield {
      value: usedOf(
        drawn.flatMap(({ uses }) => [...uses.piece]),
        pieces,
      ).value,
      breadth: breadthOf(other).value,
      evenness: evennessOf(other).value,
      reciprocity: reciprocityOf(other).value,
      boundaries: boundariesOf(other).value,
      connectedness: connectednessOf(other).value,
      retention: retentionOf(other, before).value,
      independence: independenceOf(other).value,
      rhythm: rhythmOf(draw(gaps, random)).value,
      newcomers: mean(draw(stayed, random)),
      responsiveness: mean(draw(answered, random)),
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

type Week = Pick<Period, 'contacts' | 'attendance' | 'uses'>

/** What happened in each week; weeks are counted back from the last day, the first may be shorter. */
function weeksOf({ contacts, attendance, uses }: Week, span: Span): Week[] {
  return Array.from({ length: Math.ceil(daysIn(span) / 7) }, (_, week) => {
    const last = span.last - 7 * week
    const days = { first: last - 6, last }
    return {
      contacts: contactsWithin(contacts, days),
      attendance: attendanceWithin(attendance, days),
      uses: usesWithin(uses, days),
    }
  })
}

/** One after the other, no longer in the order of days. */
function together(parts: readonly Attendance[]): Attendance {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const all: Attendance = { length, person: new Int32Array(length), day: new Int32Array(length) }
  let place = 0
  for (const part of parts) {
    all.person.set(part.person, place)
    all.day.set(part.day, place)
    place += part.length
  }
  return all
}

/** One after the other, no longer in the order of days. */
function joined(parts: readonly DatedContacts[]): DatedContacts {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const all: DatedContacts = {
    length,
    from: new Int32Array(length),
    to: new Int32Array(length),
    day: new Int32Array(length),
    directed: new Uint8Array(length),
    gathering: new Uint8Array(length),
  }
  let place = 0
  for (const part of parts) {
    all.from.set(part.from, place)
    all.to.set(part.to, place)
    all.day.set(part.day, place)
    all.directed.set(part.directed, place)
    all.gathering.set(part.gathering, place)
    place += part.length
  }
  return all
}
