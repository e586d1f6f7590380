import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import { attendanceWithin, contactsWithin, neverEnds, type Period, tookPart } from './records'
import { spanBefore } from './spans'

const fewestPeople = 5

/** K, retention: who took part in this span and in the one before / who took part in the one before. */
export function retentionReading(period: Period): PartReading {
  const before = activeBefore(period)
  const found = retentionOf(period, before)
  const people = found.denominator ?? 0
  return readingOf(found, tooFew(people, fewestPeople, 'people who took part in the time before'), {
    inputs: { naturalEndings: before.reduce((sum, active) => sum + active, 0) - people },
  })
}

/** 1 for who took part in the span before. */
export function activeBefore({ records, span }: Period): Uint8Array {
  const before = spanBefore(span)
  const { people, contacts, attendance } = records
  return tookPart(people, contactsWithin(contacts, before), attendanceWithin(attendance, before))
}

export function retentionOf({ records, contacts, attendance, span }: Period, before: Uint8Array): Ratio {
  const now = tookPart(records.people, contacts, attendance)
  let [stayed, were] = [0, 0]
  before.forEach((active, person) => {
    // Who was bound to go is neither kept nor lost.
    if (active === 0 || (records.ends[person] ?? neverEnds) <= span.last) return
    were++
    stayed += now[person] ?? 0
  })
  return ratio(stayed, were)
}
