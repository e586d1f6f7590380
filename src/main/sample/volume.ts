import type { Calendar } from './calendar'
import type { CommunityCourse, PlannedCommunity } from './communities'

/** Interactions that belong to no community. */
export const outsideCommunity = -1

/** How many interactions of one sort there are on one day. */
export interface Gathered {
  day: number
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

function gathers(community: PlannedCommunity, day: number, calendar: Calendar): boolean {
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

/** Spreads exactly `count` interactions over days, communities and gatherings; every entry has at least one. */
export function* planVolume(
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
  count: number,
): Generator<Gathered, void, void> {
  const cells: { day: number; kind: Gathered['kind']; community: number; weight: number }[] = []
  for (let day = calendar.first; day <= calendar.today; day++) {
    let sum = 0
    communities.forEach((community, index) => {
      const { ordinary, gathering } = weightsOf(community, day, calendar)
      sum += ordinary
      cells.push({ day, kind: 'ordinary', community: index, weight: ordinary })
      if (gathering > 0) cells.push({ day, kind: 'gathering', community: index, weight: gathering })
    })
    const base =
      calendar.weight(day) * (0.4 + 0.6 * ((day - calendar.first) / (calendar.today - calendar.first)))
    cells.push({ day, kind: 'ordinary', community: outsideCommunity, weight: sum * outside + base })
  }
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  let given = 0
  for (const { day, kind, community, weight } of cells) {
    sum += weight
    const due = Math.round((count * sum) / total) - given
    given += due
    if (due > 0) yield { day, kind, community, count: due }
  }
}
