import type { ActivityScope, Bucket } from '@shared/contract/activity'
import { bucketStart, dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { levelOf } from '@shared/domain/participation'
import { communityId, type World } from './world'

/** The figures as one would count them by hand, record by record: slow, and easy to believe. */

type Interaction = World['interactions'][number]

export function interactionsIn(world: World, scope: ActivityScope): Interaction[] {
  return world.interactions.filter(
    (one) =>
      within(one.day, scope) &&
      (scope.communityId === null ||
        (one.community !== null && communityId(one.community) === scope.communityId)) &&
      [one.from, one.to].some((member) => isThere(world, member, scope)),
  )
}

/** The places of the sessions in the scope. */
export function sessionsIn(world: World, scope: ActivityScope): number[] {
  const anywhere = scope.location === null && scope.department === null
  return [...world.sessions.keys()].filter((place) => {
    const session = world.sessions[place]
    const communities = world.interactions.filter((one) => one.session === place).map((one) => one.community)
    return (
      session !== undefined &&
      within(session.day, scope) &&
      (anywhere || session.attendees.some((member) => isThere(world, member, scope))) &&
      (scope.communityId === null ||
        communities.some((one) => one !== null && communityId(one) === scope.communityId))
    )
  })
}

function within(day: number, { from, to }: ActivityScope): boolean {
  return (from === null || day >= dayNumber(from)) && (to === null || day <= dayNumber(to))
}

function isThere(world: World, member: number, { location, department }: ActivityScope): boolean {
  const { location: place, department: unit } = world.members[member] ?? {}
  return (location === null || place === location) && (department === null || unit === department)
}

/** The names that an interaction counts for. */
export function namesOf(
  world: World,
  one: Interaction,
  by: 'community' | 'kind' | 'location' | 'department',
): (string | null)[] {
  if (by === 'kind') return [one.kind]
  if (by === 'community') return [one.community === null ? null : (world.communities[one.community] ?? null)]
  return [...new Set([one.from, one.to].map((member) => world.members[member]?.[by] ?? null))]
}

export function countByBucket(days: readonly number[], by: Bucket): Map<string, number> {
  const counts = new Map<string, number>()
  for (const day of days) {
    const bucket = bucketStart(fromDayNumber(day), by)
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  return counts
}

/** One line of a breakdown: [interactions, sessions, minutes, members]. */
export function part(
  world: World,
  interactions: readonly Interaction[],
  sessions: readonly number[],
  members: Iterable<number>,
): [number, number, number, number] {
  const minutes = sessions.reduce((sum, place) => sum + (world.sessions[place]?.minutes ?? 0), 0)
  return [interactions.length, sessions.length, minutes, new Set(members).size]
}

export interface NaiveLevel {
  member: number
  activeWeeks: number
  level: ReturnType<typeof levelOf>
}

/** The levels of those who belong on that day, in the order of the members or joinings. */
export function levelsOn(world: World, on: number, weeks: number, community: number | null): NaiveLevel[] {
  const people =
    community === null
      ? world.members
          .map(({ standing, joined }, member) => ({ member, joined, belongs: standing === 'active' }))
          .filter(({ belongs }) => belongs)
      : world.joinings.filter(
          (one) => one.community === community && world.members[one.member]?.standing !== 'archived',
        )
  return people.flatMap(({ member, joined }) => {
    const active = new Set(
      world.interactions
        .filter((one) => one.from === member || one.to === member)
        .filter((one) => community === null || one.community === community)
        .filter((one) => one.day <= on && one.day > on - 7 * weeks)
        .map((one) => Math.floor((on - one.day) / 7)),
    )
    if (active.size === 0 && joined !== null && joined > on) return []
    return [{ member, activeWeeks: active.size, level: levelOf(active.size, weeks) }]
  })
}
