import { alwaysThere, type Columns, type Named, neverLeft, standing } from '@main/database/analytics/shape'
import type { Ints } from '@main/database/columns/intColumn'
import type { ActivityScope } from '@shared/contract/activity'
import { fromDayNumber } from '@shared/domain/calendar'
import fc from 'fast-check'

/** A small program as plain records; people, sessions and communities are known by their place in the list. */
export interface World {
  members: {
    location: string | null
    department: string | null
    standing: 'archived' | 'active' | 'other'
    joined: number | null
  }[]
  communities: string[]
  joinings: { community: number; member: number; joined: number | null }[]
  sessions: { day: number; minutes: number | null; medium: string | null; attendees: number[] }[]
  interactions: {
    from: number
    to: number
    day: number
    kind: string
    community: number | null
    session: number | null
  }[]
}

export const communityId = (community: number) => 10 + 10 * community
export const memberId = (member: number) => 101 + member

/** Around 1970-01-01, the day 0 that emptied rows have, so that those would be seen if they counted. */
export const firstDay = -350
/** Mostly within two years, so that buckets and windows meet; now and then long before. */
const day = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: firstDay, max: firstDay + 700 }) },
  { weight: 1, arbitrary: fc.integer({ min: firstDay - 3000, max: firstDay }) },
)
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)

export const worlds: fc.Arbitrary<World> = fc
  .record({
    members: fc.array(
      fc.record({
        location: maybe('Lisbon', 'Porto'),
        department: maybe('Finance', 'Operations'),
        standing: fc.constantFrom('archived', 'active', 'active', 'other'),
        joined: fc.option(day),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    communities: fc.constantFrom<string[]>([], ['Bridges'], ['Bridges', 'Lanterns']),
  })
  .chain(({ members, communities }) => {
    const member = fc.nat(members.length - 1)
    const community = fc.nat(Math.max(0, communities.length - 1))
    const joining = fc.record({ community, member, joined: fc.option(day) })
    const pair = fc.tuple(member, member).filter(([from, to]) => from !== to)
    const session = fc.record({
      day,
      minutes: fc.option(fc.nat(90)),
      medium: maybe('video', 'phone'),
      attendees: fc.uniqueArray(member, { maxLength: 4 }),
    })
    return fc
      .record({
        members: fc.constant(members),
        communities: fc.constant(communities),
        joinings: fc.uniqueArray(joining, {
          maxLength: communities.length * 5,
          selector: (one) => `${one.community} ${one.member}`,
        }),
        sessions: fc.array(session, { maxLength: 8 }),
      })
      .chain((world) => {
        const interaction = fc.record({
          pair,
          day,
          kind: fc.constantFrom('session', 'message', 'help'),
          community: communities.length === 0 ? fc.constant(null) : fc.option(community),
          session:
            world.sessions.length === 0 ? fc.constant(null) : fc.option(fc.nat(world.sessions.length - 1)),
        })
        return fc.array(interaction, { maxLength: 40 }).map((interactions) => ({
          ...world,
          interactions: interactions.map(({ pair: [from, to], ...rest }) => ({ from, to, ...rest })),
        }))
      })
  })

export const scopes: fc.Arbitrary<ActivityScope> = fc.record({
  from: fc.option(day.map(fromDayNumber)),
  to: fc.option(day.map(fromDayNumber)),
  communityId: fc.option(fc.constantFrom(communityId(0), communityId(1), 999)),
  location: maybe('Lisbon', 'Porto', 'Nowhere'),
  department: maybe('Finance', 'Nothing'),
})

export const everything: ActivityScope = {
  from: null,
  to: null,
  communityId: null,
  location: null,
  department: null,
}

/** The same program as columns, with some emptied rows in between as deleted records leave them. */
export function columnsOf(world: World): Columns {
  const dictionary = (values: (string | null)[]) => [...new Set([null, ...values])]
  const names: Record<Named, (string | null)[]> = {
    kind: dictionary(world.interactions.map(({ kind }) => kind)),
    community: [null, ...world.communities],
    location: dictionary(world.members.map(({ location }) => location)),
    department: dictionary(world.members.map(({ department }) => department)),
    medium: dictionary(world.sessions.map(({ medium }) => medium)),
  }
  // Row 0 is nobody, and rows 2, 4, … were deleted: record n is in row 2n + 1.
  const row = (place: number) => 2 * place + 1
  function column<T>(records: readonly T[], value: (record: T, place: number) => number): Ints {
    const values = new Int32Array(2 * records.length + 1)
    records.forEach((record, place) => {
      values[row(place)] = value(record, place)
    })
    return values
  }
  const { members, sessions, interactions, joinings } = world
  const attendees = sessions.flatMap((session, place) =>
    session.attendees.map((member) => ({ session: place, member })),
  )
  const days = [...sessions, ...interactions].map((record) => record.day)
  return {
    interactions: {
      rows: 2 * interactions.length + 1,
      rewrites: 0,
      day: column(interactions, (one) => one.day),
      from: column(interactions, (one) => row(one.from)),
      to: column(interactions, (one) => row(one.to)),
      directed: column(interactions, () => 1),
      kind: column(interactions, (one) => names.kind.indexOf(one.kind)),
      community: column(interactions, (one) => (one.community === null ? 0 : one.community + 1)),
      session: column(interactions, (one) => (one.session === null ? 0 : row(one.session))),
      imported: column(interactions, () => 0),
    },
    sessions: {
      rows: 2 * sessions.length + 1,
      rewrites: 0,
      held: column(sessions, () => 1),
      day: column(sessions, (one) => one.day),
      minutes: column(sessions, (one) => one.minutes ?? -1),
      medium: column(sessions, (one) => names.medium.indexOf(one.medium)),
    },
    attendees: {
      rows: 2 * attendees.length + 1,
      rewrites: 0,
      session: column(attendees, (one) => row(one.session)),
      member: column(attendees, (one) => row(one.member)),
    },
    members: {
      rows: 2 * members.length + 1,
      rewrites: 0,
      id: column(members, (_, place) => memberId(place)),
      standing: column(members, (one) => standing[one.standing]),
      location: column(members, (one) => names.location.indexOf(one.location)),
      department: column(members, (one) => names.department.indexOf(one.department)),
      joined: column(members, (one) => one.joined ?? alwaysThere),
    },
    communityMembers: {
      rows: 2 * joinings.length + 1,
      rewrites: 0,
      community: column(joinings, (one) => one.community + 1),
      member: column(joinings, (one) => row(one.member)),
      joined: column(joinings, (one) => one.joined ?? alwaysThere),
      left: column(joinings, () => neverLeft),
    },
    recorded:
      days.length === 0 ? { first: 1, last: 0 } : { first: Math.min(...days), last: Math.max(...days) },
    communityIds: [null, ...world.communities.map((_, place) => communityId(place))],
    names,
  }
}
