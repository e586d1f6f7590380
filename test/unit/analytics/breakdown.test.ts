import { breakdown } from '@main/database/analytics/breakdown'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interactionsIn, namesOf, part, sessionsIn } from './naive'
import { columnsOf, everything, scopes, type World, worlds } from './world'

type Line = [number, number, number, number]

const linesOf = (world: World, scope: typeof everything, of: Parameters<typeof breakdown>[2]) =>
  new Map(
    breakdown(columnsOf(world), scope, of).map(({ name, interactions, sessions, minutes, members }) => [
      name,
      [interactions, sessions, minutes, members] as Line,
    ]),
  )

/** Lines with anything in them, by name. */
function expected(
  names: readonly (string | null)[],
  line: (name: string | null) => Line,
): Map<string | null, Line> {
  const lines = [...new Set([null, ...names])].map((name) => [name, line(name)] as const)
  return new Map(lines.filter(([, [interactions, sessions]]) => interactions + sessions > 0))
}

test('by location and department', () => {
  fc.assert(
    fc.property(worlds, scopes, fc.constantFrom('location', 'department'), (world, scope, of) => {
      const interactions = interactionsIn(world, scope)
      const sessions = sessionsIn(world, scope)
      const attendees = sessions.flatMap((place) => world.sessions[place]?.attendees ?? [])
      const placeOf = (member: number) => world.members[member]?.[of] ?? null
      const lines = expected(
        world.members.map((member) => member[of]),
        (name) =>
          part(
            world,
            interactions.filter((one) => namesOf(world, one, of).includes(name)),
            sessions.filter((place) =>
              world.sessions[place]?.attendees.some((member) => placeOf(member) === name),
            ),
            [...interactions.flatMap(({ from, to }) => [from, to]), ...attendees].filter(
              (member) => placeOf(member) === name,
            ),
          ),
      )
      expect(linesOf(world, scope, of)).toEqual(lines)
    }),
  )
})

test('by kind and community', () => {
  fc.assert(
    fc.property(worlds, scopes, fc.constantFrom('kind', 'community'), (world, scope, of) => {
      const interactions = interactionsIn(world, scope)
      const sessions = sessionsIn(world, scope)
      const alone = sessions.filter((place) => !interactions.some(({ session }) => session === place))
      const names = interactions.flatMap((one) => namesOf(world, one, of))
      const lines = expected(names, (name) => {
        const own = interactions.filter((one) => namesOf(world, one, of).includes(name))
        const from = sessions.filter((place) => own.some(({ session }) => session === place))
        const others = name === null ? alone : []
        return part(
          world,
          own,
          [...from, ...others],
          [
            ...own.flatMap((one) => [one.from, one.to]),
            ...others.flatMap((place) => world.sessions[place]?.attendees ?? []),
          ],
        )
      })
      expect(linesOf(world, scope, of)).toEqual(lines)
    }),
  )
})

test('by medium, sessions alone', () => {
  fc.assert(
    fc.property(worlds, scopes, (world, scope) => {
      const sessions = sessionsIn(world, scope)
      const mediumOf = (place: number) => world.sessions[place]?.medium ?? null
      const lines = expected(
        world.sessions.map(({ medium }) => medium),
        (name) => {
          const own = sessions.filter((place) => mediumOf(place) === name)
          return part(
            world,
            interactionsIn(world, scope).filter(({ session }) => session !== null && own.includes(session)),
            own,
            own.flatMap((place) => world.sessions[place]?.attendees ?? []),
          )
        },
      )
      expect(linesOf(world, scope, 'medium')).toEqual(lines)
    }),
  )
})

test('the largest part comes first, the unknown last among equals', () => {
  const member = { location: null, department: null, standing: 'active', joined: null } as const
  const contact = (from: number, to: number) => ({
    from,
    to,
    day: 20_000,
    kind: 'message',
    community: null,
    session: null,
  })
  const world: World = {
    members: [member, { ...member, location: 'Porto' }, { ...member, location: 'Lisbon' }],
    communities: [],
    joinings: [],
    sessions: [],
    interactions: [contact(0, 1), contact(1, 2), contact(2, 0), contact(1, 2)],
  }
  const parts = breakdown(columnsOf(world), everything, 'location')
  expect(parts.map(({ name, interactions }) => [name, interactions])).toEqual([
    ['Lisbon', 3],
    ['Porto', 3],
    [null, 2],
  ])
})
