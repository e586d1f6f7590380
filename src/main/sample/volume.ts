import type { Calendar } from './calendar'
import type { CommunityCourse, PlannedCommunity } from './communities'

/** Interactions that belong to no community. */
export const outsideCommunity = -1

/** How many interactions of one sort there are on a day. */
export interface Gathered {
  kind: 'ordinary' | 'gathering'
  /** Index of the community, or `outsideCommunity`. */
  community: number
  count: number
}

/** Days since a fading community began to fade, and since it last gathered. */
const fadingSince = 100
const lastGathering = 70

/** Part of all interactions that happens outside communities, beside the communities’ own. */
const outside = 0.3

/** How lively a community is at a time between its start (0) and today (1). */
function liveliness(course: CommunityCourse, age: number, daysLeft: number): number {
  if (course === 'thriving') return 0.35 + 1.15 * age
  if (course === 'steady') return 0.8 + 0.15 * age
  const before = 0.5 + 0.8 * age
  return daysLeft > fadingSince ? before : before * (0.12 + 0.88 * (daysLeft / fadingSince) ** 2)
}

export function gathers(community: PlannedCommunity, day: number, calendar: Calendar): boolean {
  const rhythm = community.record.rhythmDays ?? 28
  const since = day - community.start
  if (community.course === 'fading') {
    const left = calendar.today - day
    if (left < lastGathering) return false
    // Before the end the days were no longer kept either.
    if (left < fadingSince + 60) return since % (rhythm * 2) === day % 3
  }
  return since > 0 && since % rhythm === 0
}

function weightsOf(community: PlannedCommunity, day: number, calendar: Calendar) {
  const { today } = calendar
  if (day < community.start) return { ordinary: 0, gathering: 0 }
  const age = (day - community.start) / Math.max(1, today - community.start)
  const size = Math.sqrt(community.members.length)
  const ordinary = calendar.weight(day) * liveliness(community.course, age, today - day) * size
  const meets = calendar.weight(day) > 0 && gathers(community, day, calendar)
  return { ordinary, gathering: meets ? size * 3 * (0.5 + 0.5 * age) : 0 }
}

/**
 * Spreads exactly `count` interactions over days, communities and gatherings; yields what there is on each day.
 * `ready` tells from which day there are enough people in each community and, last, outside them.
 */
export function* planVolume(
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
  ready: readonly number[],
  count: number,
): Generator<{ day: number; parts: Gathered[] }, void, void> {
  const days: { day: number; parts: (Gathered & { weight: number })[] }[] = []
  let total = 0
  for (let day = calendar.first; day <= calendar.today; day++) {
    const parts = partsOf(calendar, communities, ready, day)
    for (const { weight } of parts) total += weight
    days.push({ day, parts })
  }
  let sum = 0
  let given = 0
  for (const { day, parts } of days) {
    for (const part of parts) {
      sum += part.weight
      part.count = Math.round((count * sum) / total) - given
      given += part.count
    }
    yield { day, parts }
  }
}

function partsOf(
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
  ready: readonly number[],
  day: number,
) {
  const parts: (Gathered & { weight: number })[] = []
  let sum = 0
  communities.forEach((planned, community) => {
    if (day < (ready[community] ?? 0)) return
    const { ordinary, gathering } = weightsOf(planned, day, calendar)
    sum += ordinary
    parts.push({ kind: 'ordinary', community, weight: ordinary, count: 0 })
    if (gathering > 0) parts.push({ kind: 'gathering', community, weight: gathering, count: 0 })
  })
  if (day < (ready[communities.length] ?? 0)) return parts
  const age = (day - calendar.first) / (calendar.today - calendar.first)
  const base = calendar.weight(day) * (0.4 + 0.6 * age)
  parts.push({ kind: 'ordinary', community: outsideCommunity, weight: sum * outside + base, count: 0 })
  return parts
}
