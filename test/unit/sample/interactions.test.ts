import { instantText, interactionKinds } from '@main/sample/interactions'
import { createSample } from '@main/sample/sample'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contact, contactsOf, counted, isWorkday, monthsBefore } from './read'

const today = '2026-11-23'
const sample = createSample({ seed: 7, today, sizes: { members: 600, interactions: 40_000 } })
const members = [...sample.members()].flat()
const contacts = contactsOf(sample)
const share = (fits: (contact: Contact) => boolean) => contacts.filter(fits).length / contacts.length

describe('its interactions', () => {
  it('are exactly as many as asked for, in order of time, on workdays, between two active members who had joined', () => {
    expect(contacts).toHaveLength(40_000)
    const times = contacts.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
    for (const { from, to, at } of contacts) {
      expect(from).not.toBe(to)
      for (const member of [from, to]) {
        expect(members[member]?.status).toBe('active')
        expect((members[member]?.joinedOn ?? '9') <= at).toBe(true)
      }
    }
    for (const day of new Set(times.map((at) => at.slice(0, 10)))) expect(isWorkday(day), day).toBe(true)
  })

  it('happen in a community among those who had joined it, in any organisation', () => {
    const organisation = fc.record({ seed: fc.integer(), members: fc.integer({ min: 12, max: 200 }) })
    fc.assert(
      fc.property(organisation, ({ seed, members: count }) => {
        const any = createSample({ seed, today, sizes: { members: count, sessions: 0 } })
        const people = [...any.members()].flat()
        const joined = any.communities.map(
          (community) => new Map(community.members.map(({ member, joinedOn }) => [member, joinedOn])),
        )
        for (const { community, from, to, at } of contactsOf(any)) {
          expect(from).not.toBe(to)
          for (const member of [from, to]) {
            const since = community === -1 ? people[member]?.joinedOn : joined[community]?.get(member)
            expect((since ?? '9') <= at, `${member} in ${community} at ${at}`).toBe(true)
          }
        }
      }),
      { numRuns: 15 },
    )
    expect(share(({ community }) => community === -1)).toBeGreaterThan(0.1)
  })

  it('stay for the most part within a place, and more than chance within a department', () => {
    const own = share(({ from, to }) => members[from]?.location === members[to]?.location)
    expect(own).toBeGreaterThan(0.57)
    expect(own).toBeLessThan(0.77)
    expect(share(({ from, to }) => members[from]?.department === members[to]?.department)).toBeGreaterThan(
      0.22,
    )
  })

  it('are spread as unevenly as such things are', () => {
    const active = [...counted(contacts.map(({ from }) => from)).values()].sort((a, b) => b - a)
    const top = active.slice(0, members.length / 10).reduce((sum, count) => sum + count, 0)
    expect(top / contacts.length).toBeGreaterThan(0.35)
    expect(top / contacts.length).toBeLessThan(0.75)
    expect(active.length).toBeGreaterThan(300)
  })

  it('are answered: far more ties go both ways than chance would have it', () => {
    const ties = new Set(contacts.map(({ from, to }) => `${from}>${to}`))
    const mutual = contacts.filter(({ from, to }) => ties.has(`${to}>${from}`)).length / contacts.length
    expect(mutual).toBeGreaterThan(0.5)
    const questions = counted(contacts.map(({ kind }) => kind))
    for (const kind of interactionKinds) expect(questions.get(kind), kind).toBeGreaterThan(100)
  })

  it('show one community thriving, one steady and one losing its rhythm', () => {
    const inWeeks = (community: number, from: number, to: number) => {
      const [start, end] = [monthsBefore(today, from), monthsBefore(today, to)]
      return contacts.filter(
        (contact) => contact.community === community && contact.at >= start && contact.at < end,
      ).length
    }
    const growth = [0, 1, 2].map((community) => inWeeks(community, 2, 0) / inWeeks(community, 6, 4))
    expect(growth[0]).toBeGreaterThan(0.95)
    expect(inWeeks(0, 3, 0)).toBeGreaterThan(1.5 * inWeeks(0, 15, 12))
    expect(growth[1]).toBeGreaterThan(0.8)
    expect(growth[1]).toBeLessThan(1.3)
    expect(growth[2]).toBeLessThan(0.5)

    const gatherings = (community: number) =>
      new Set(
        contacts
          .filter((contact) => contact.community === community && contact.kind === 'gathering')
          .map(({ at }) => at.slice(0, 10)),
      )
    expect(gatherings(0).size).toBeGreaterThan(20)
    expect(gatherings(1).size).toBeGreaterThan(10)
    expect([...gatherings(2)].sort().at(-1) ?? '').toMatch(/^2026-0[5-9]/)
  })

  it('write instants out as ISO 8601', () => {
    for (const seconds of [0, 1, 59, 3599, 86_399, 951_782_400, 1_795_000_001]) {
      expect(instantText(seconds)).toBe(new Date(seconds * 1000).toISOString().replace('.000', ''))
    }
  })

  it('give the communities members with roles, and somebody who coordinates', () => {
    for (const { members: belonging, name } of sample.communities) {
      expect(belonging.length, name).toBeGreaterThan(30)
      expect(new Set(belonging.map(({ member }) => member)).size).toBe(belonging.length)
      const roles = counted(belonging.map(({ role }) => role))
      expect(roles.get('coordinator')).toBe(1)
      expect(roles.get('facilitator')).toBeGreaterThan(1)
      expect(roles.get('member')).toBeGreaterThan(belonging.length / 2)
    }
  })

  it('have asks that were answered by others, and more of them where a community thrives', () => {
    const answered = (community: number) => {
      const asks = sample.asks.filter((ask) => ask.community === community)
      expect(asks.length).toBeGreaterThan(10)
      return asks.filter(({ answers }) => answers.length > 0).length / asks.length
    }
    expect(answered(0)).toBeGreaterThan(answered(2))
    for (const { asker, on, answers } of sample.asks) {
      for (const answer of answers) {
        expect(answer.member).not.toBe(asker)
        expect(answer.on >= on && answer.on <= '2026-11-23').toBe(true)
      }
    }
  })

  it('have invitations of every kind, and who accepted before they joined', () => {
    for (const community of sample.communities.keys()) {
      const invitations = sample.invitations.filter((one) => one.community === community)
      const answers = new Set(invitations.map(({ answer }) => answer))
      expect([...answers].sort()).toEqual(['accepted', 'declined', 'later', null].sort())
      for (const { member, name, by, on, answeredOn } of invitations) {
        expect((member === null) !== (name === null)).toBe(true)
        expect(by).not.toBe(member)
        if (on !== null && answeredOn !== null) expect(answeredOn >= on).toBe(true)
      }
    }
  })
})
