import { type PartReading, type Ratio, ratio, readingOf, tooFew } from './reading'
import { type Period, tookPart } from './records'

/** Below this a single person changes everything. */
const fewestMembers = 5

/** P, participation breadth: members with at least one contact, or at one gathering / members. */
export function breadthReading(period: Period): PartReading {
  return readingOf(breadthOf(period), tooFewMembers(period))
}

export function breadthOf({ records, contacts, attendance, isMember, members }: Period): Ratio {
  const active = tookPart(records.people, contacts, attendance)
  return ratio(
    isMember.reduce((sum, member, person) => sum + (member & (active[person] ?? 0)), 0),
    members,
  )
}

export function tooFewMembers({ members }: Period): string | null {
  if (members === 0) return 'No members are recorded.'
  return tooFew(members, fewestMembers, 'members')
}
