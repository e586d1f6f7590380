import { share as even, itemAt, mix, Random } from '@shared/domain/random'
import { type CommunityStage, communityStages } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import type { PlannedCommunity } from './communities'
import { locations } from './organisation'
import type { People } from './people'
import type { SampleGathering, SampleStage } from './types'
import { gathers } from './volume'

/** So many come at most, however large a community is. */
const mostThere = 60
/** So many are planned ahead. */
const ahead = 8

interface Kind {
  kind: SampleGathering['kind']
  title: string | null
  minutes: number
}

/** Most gatherings are the usual one; now and then there is something else. */
const kinds: readonly (readonly [limit: number, kind: Kind])[] = [
  [0.72, { kind: 'meeting', title: null, minutes: 60 }],
  [0.84, { kind: 'webinar', title: 'An hour with a guest', minutes: 60 }],
  [0.92, { kind: 'visit', title: 'A visit to another place', minutes: 240 }],
  [1, { kind: 'project', title: 'A morning on a case of our own', minutes: 180 }],
]

/** Part of the members who come, by how a community fares; what fades was once as lively as others. */
function share({ course }: PlannedCommunity, age: number, daysLeft: number): number {
  if (course === 'thriving') return 0.32 + 0.14 * age
  if (course === 'steady') return 0.42
  return daysLeft < 160 ? 0.18 : 0.44
}

/** The gatherings of the communities: those that were held, a few that were cancelled, and what is planned. */
export function planGatherings(
  people: People,
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
): SampleGathering[] {
  return communities.flatMap((planned, community) => {
    const random = new Random(mix(people.seed ^ 0x67617468, community))
    const past: SampleGathering[] = []
    for (let day = planned.start + 1; day < calendar.today; day++) {
      if (calendar.weight(day) > 0 && gathers(planned, day, calendar))
        past.push(heldOn(planned, community, day, { people, calendar, random }))
    }
    return [...past.filter(({ attendees, status }) => attendees.length > 1 || status !== 'held'), ...toCome()]

    function toCome(): SampleGathering[] {
      const rhythm = planned.record.rhythmDays ?? 28
      const usual = { community, ...usualKind, startsAt: '14:00', place: null, host: null, guests: 0 }
      const planless: Omit<SampleGathering, 'on' | 'isSeries'> = {
        ...usual,
        isPrivate: false,
        status: 'planned',
        attendees: [],
      }
      if (planned.course === 'fading') {
        // One was planned, and nobody noted whether it took place.
        return [{ ...planless, on: calendar.text(calendar.workday(calendar.today - 21)), isSeries: false }]
      }
      const next = calendar.workday(calendar.today + 3 + random.below(9))
      return Array.from({ length: ahead }, (_, index) => ({
        ...planless,
        on: calendar.text(next + index * rhythm),
        isSeries: true,
      }))
    }
  })
}

const usualKind = { kind: 'meeting', title: null, minutes: 60 } as const

/** How the keenness of the members, which is even from 0 to 1, is stretched; `eagerness` keeps the mean at 1. */
const spread = 1.6
const eagerness = 1 + spread

const keenness = (seed: number, member: number) => even(seed ^ 0x6b65656e, member)

interface Means {
  people: People
  calendar: Calendar
  random: Random
}

function heldOn(
  planned: PlannedCommunity,
  community: number,
  day: number,
  { people, calendar, random }: Means,
): SampleGathering {
  const u = random.next()
  const { kind, title, minutes } = kinds.find(([limit]) => u < limit)?.[1] ?? usualKind
  const age = (day - planned.start) / Math.max(1, calendar.today - planned.start)
  const there = planned.members.filter((_, rank) => (planned.joined[rank] ?? 0) <= day)
  const wanted = share(planned, age, calendar.today - day)
  // Some come nearly always, many now and then: who is which stays the same.
  const chosen = there.filter(
    (member) => random.next() < Math.min(0.95, wanted * eagerness * keenness(people.seed, member) ** spread),
  )
  const isCancelled = random.chance(0.05)
  const host = there[random.below(Math.min(3, there.length))] ?? null
  return {
    community,
    kind,
    title,
    minutes,
    on: calendar.text(day),
    startsAt: kind === 'visit' || kind === 'project' ? '09:00' : '14:00',
    place: kind === 'visit' ? itemAt(locations, random.below(locations.length)) : null,
    host: isCancelled ? null : host,
    isPrivate: kind === 'project',
    status: isCancelled ? 'cancelled' : 'held',
    attendees: isCancelled
      ? []
      : [...chosen]
          .filter((member) => people.isActive(member))
          .slice(0, mostThere)
          .sort((a, b) => a - b),
    guests: !isCancelled && kind === 'webinar' ? 1 + random.below(4) : 0,
    isSeries: false,
  }
}

const stageDays = [0, 60, 170, 330, 480]
const stageNotes: Readonly<Record<CommunityStage, string | null>> = {
  potential: 'Three people found that they had the same question.',
  coalescing: 'The first gathering that had more guests than founders.',
  maturing: 'They agreed on what it is about, and said no to something that it is not.',
  stewardship: 'Newcomers are brought in by others than those who began it.',
  transformation: null,
}

/** How a community came to its stage, the first line first. */
export function stagesOf({ record, start }: PlannedCommunity, calendar: Calendar): SampleStage[] {
  const last = communityStages.indexOf(record.stage)
  return communityStages.slice(0, last + 1).flatMap((stage, index) => {
    const day = start + (stageDays[index] ?? 0)
    const isNow = index === last
    // A community that is younger than the way was quicker.
    const on = isNow ? Math.min(day, calendar.today - 20) : day
    return isNow || day < calendar.today - 30
      ? [{ stage, since: calendar.text(on), note: stageNotes[stage] }]
      : []
  })
}
