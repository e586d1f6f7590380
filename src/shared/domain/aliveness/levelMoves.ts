import { levels, levelThresholds } from '../participation'
import type { CommunityRecords } from './records'
import type { Span } from './spans'

/** The window of the rule; a community that is younger is judged by the weeks that it has. */
const usualWeeks = 12
/** Under so many weeks the levels coincide. */
const fewestWeeks = 5
/** This long ago moves are looked for, in weeks. */
const weeksBack = 12
/** Who was in contact so lately is still there to be asked, in weeks. */
const lately = 4

/** How near the centre one member is, as indexes into `participationLevels`. */
export interface MemberStanding {
  person: number
  level: number
  /** Where they were 12 weeks ago; null for who had not joined by then. */
  before: number | null
  /** The last day of the week in which they came to where they are; null when they did not move. */
  movedOn: number | null
  /** Where they were at the end of each week, the last one first, back to when they joined. */
  path: number[]
  /** In how many weeks of the window they took part. */
  activeWeeks: number
  /** The last day on which they took part, null when that is too long ago to be known. */
  lastSeen: number | null
  /** Why they are worth a word now. */
  ask: 'invite further in' | 'catch before they drift' | null
}

export interface Standings {
  weeks: number
  /** Of the members, in the order of their numbers. */
  members: MemberStanding[]
}

/**
 * How near the centre everybody is by the rule of `domain/participation`, and since when: the window slides back week by
 * week, for their paths over `pathWeeks`. Null where the community is younger than five weeks.
 *
 * Worth inviting further in is who took part in the last four weeks and is one week short of the next level, or has come
 * nearer. Worth catching is who was core or active and is no more, or still is and took no part in the last four weeks.
 */
export function standings(
  records: CommunityRecords,
  { last }: Pick<Span, 'last'>,
  pathWeeks = weeksBack,
): Standings | null {
  const age = Math.floor((last - firstDay(records, last) + 1) / 7)
  const weeks = Math.min(usualWeeks, age)
  if (weeks < fewestWeeks) return null
  const slides = Math.max(weeksBack, pathWeeks)
  const happened = activity(records, last, weeks + slides)
  const at = Array.from({ length: slides + 1 }, (_, back) => levels(happened.within(back, weeks), weeks))
  // Before the community there is nothing to tell, nor before somebody joined.
  const told = at.slice(0, Math.min(pathWeeks, age - weeks) + 1)
  const active = happened.within(0, weeks)
  const recent = happened.within(0, lately)
  const { core, active: inner } = levelThresholds(weeks)
  const members: MemberStanding[] = []
  for (let person = 0; person < records.people; person++) {
    const joined = records.joined[person] ?? 0
    if (records.member[person] !== 1 || joined > last) continue
    const level = at[0]?.[person] ?? 3
    const before = joined > last - 7 * weeksBack ? null : (at[weeksBack]?.[person] ?? level)
    const own = active[person] ?? 0
    const isRecent = (recent[person] ?? 0) > 0
    const isShort = (level === 1 && own === core - 1) || (level === 2 && own === inner - 1)
    const wasInside = before !== null && before <= 1
    const drifts = (wasInside && level > before && (level > 1 || !isRecent)) || (level <= 1 && !isRecent)
    const rises = isRecent && level > 0 && (isShort || (before !== null && level < before))
    members.push({
      person,
      level,
      before,
      movedOn: before === null || before === level ? null : last - 7 * lastMove(at, person),
      path: told
        .filter((_, back) => back === 0 || joined <= last - 7 * back)
        .map((levelsThen) => levelsThen[person] ?? 3),
      activeWeeks: own,
      lastSeen: happened.lastSeen[person] ?? null,
      ask: drifts ? 'catch before they drift' : rises ? 'invite further in' : null,
    })
  }
  return { weeks, members }
}

/** How many weeks ago they came to their level. */
function lastMove(at: readonly Uint8Array[], person: number): number {
  const elsewhere = at.findIndex((levelsThen) => levelsThen[person] !== at[0]?.[person])
  return Math.max(0, elsewhere - 1)
}

/** The first day on which anything is known to have happened, or somebody joined whose day of joining is known. */
function firstDay({ contacts, attendance, joined, member }: CommunityRecords, last: number): number {
  const days = [contacts.day[0], attendance.day[0]].filter((day) => day !== undefined)
  const known = joined.filter((day, person) => member[person] === 1 && day > 0)
  return known.reduce((least, day) => Math.min(least, day), Math.min(last, ...days))
}

/** In which weeks everybody took part; week 0 is the one that ends on the last day. */
function activity({ people, contacts, attendance }: CommunityRecords, last: number, weeks: number) {
  const seen = new Uint8Array(people * weeks)
  const lastSeen: (number | undefined)[] = []
  const mark = (person: number, day: number) => {
    if (day > last) return
    lastSeen[person] = Math.max(day, lastSeen[person] ?? day)
    const week = Math.floor((last - day) / 7)
    if (week < weeks) seen[person * weeks + week] = 1
  }
  for (let at = 0; at < contacts.length; at++) {
    mark(contacts.from[at] ?? 0, contacts.day[at] ?? 0)
    mark(contacts.to[at] ?? 0, contacts.day[at] ?? 0)
  }
  for (let at = 0; at < attendance.length; at++) mark(attendance.person[at] ?? 0, attendance.day[at] ?? 0)
  // Added up, so that any window is a difference of two.
  for (let cell = 0; cell < seen.length; cell++)
    seen[cell] = (seen[cell] ?? 0) + (cell % weeks === 0 ? 0 : (seen[cell - 1] ?? 0))
  /** In how many of so many weeks up to that many weeks ago. */
  const within = (back: number, length: number) => {
    const counts = new Uint8Array(people)
    for (let person = 0; person < people; person++) {
      const begin = person * weeks + back
      counts[person] = (seen[begin + length - 1] ?? 0) - (back === 0 ? 0 : (seen[begin - 1] ?? 0))
    }
    return counts
  }
  return { lastSeen, within }
}
