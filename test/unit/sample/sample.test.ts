import { createSample, defaultSizes, type SampleOptions } from '@main/sample/sample'
import { memberStatuses } from '@shared/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { counted, digest, readAll } from './read'

const today = '2026-11-23'
const sample = createSample({ seed: 7, today })
const { members, sessions, contacts } = readAll(sample)

describe('the sample program', () => {
  it('is the same to the last letter for the same seed and day', () => {
    expect(digest(createSample({ seed: 7, today }))).toBe(digest(sample))
  })

  it('is another for another seed, day or size', () => {
    const others: SampleOptions[] = [
      { seed: 8, today },
      { seed: 7, today: '2026-11-24' },
      { seed: 7, today, sizes: { members: 121 } },
    ]
    const digests = [{ seed: 7, today }, ...others].map((options) => digest(createSample(options)))
    expect(new Set(digests).size).toBe(4)
  })

  it('may be read twice with the same outcome', () => {
    expect(readAll(sample)).toEqual({ members, sessions, contacts })
  })

  it('has the sizes and the shape that it promises', () => {
    expect(members).toHaveLength(120)
    expect(sessions).toHaveLength(defaultSizes.sessions)
    expect(contacts).toHaveLength(defaultSizes.interactions)
    expect(sample.matches).toHaveLength(40)
    expect(sample.programs).toHaveLength(2)
    expect(sample.communities).toHaveLength(3)
    expect(new Set(members.map(({ location }) => location)).size).toBe(6)
    expect(new Set(members.map(({ department }) => department).filter((name) => name !== null)).size).toBe(9)
  })

  it('has one program that runs and one that is over', () => {
    const [former, current] = sample.programs
    expect(former?.endedOn).not.toBeNull()
    expect(current?.endedOn).toBeNull()
    expect(former?.name).not.toBe(current?.name)
    const statuses = counted(sample.matches.map(({ status }) => status))
    expect(statuses.get('active')).toBeGreaterThan(15)
    for (const status of ['proposed', 'paused', 'completed', 'ended early'] as const) {
      expect(statuses.get(status), status).toBeGreaterThan(0)
    }
    for (const match of sample.matches) {
      const over = match.status === 'completed' || match.status === 'ended early'
      expect(match.endedOn !== null, match.status).toBe(over)
    }
  })

  it.each([
    { sizes: { members: 11 } },
    { sizes: { members: 50.5 } },
    { sizes: { sessions: -1 } },
    { sizes: { interactions: Number.NaN } },
  ])('refuses sizes that make no program: $sizes', ({ sizes }) => {
    expect(() => createSample({ seed: 1, today, sizes })).toThrow(
      /A sample program has from \d+ to [\d,]+ \w+/,
    )
  })

  it.each(['2026-02-30', '26-11-23', 'today', '2026-11-23T00:00:00Z'])('refuses %s as a day', (day) => {
    expect(() => createSample({ seed: 1, today: day })).toThrow(/is not a calendar date/)
  })

  it.each([
    { members: 12, sessions: 0, interactions: 0 },
    { members: 12, sessions: 1, interactions: 1 },
    { members: 13, sessions: 300, interactions: 1000 },
    { members: 40, sessions: 39, interactions: 8193 },
    { members: 500, sessions: 10, interactions: 0 },
  ])('keeps to small sizes: $members, $sessions, $interactions', (sizes) => {
    const small = readAll(createSample({ seed: 3, today, sizes }))
    expect(small.members).toHaveLength(sizes.members)
    expect(small.sessions).toHaveLength(sizes.sessions)
    expect(small.contacts).toHaveLength(sizes.interactions)
    for (const { attendees } of small.sessions) {
      expect(attendees.length).toBeGreaterThan(1)
      expect(new Set(attendees).size).toBe(attendees.length)
      expect(Math.max(...attendees)).toBeLessThan(sizes.members)
    }
    for (const { from, to } of small.contacts) {
      expect(from).not.toBe(to)
      expect(Math.max(from, to)).toBeLessThan(sizes.members)
    }
  })
})

describe('its members', () => {
  it('are mostly active, and of every status and role', () => {
    const statuses = counted(members.map(({ status }) => status))
    expect(statuses.get('active')).toBeGreaterThan(90)
    for (const status of memberStatuses) expect(statuses.get(status), status).toBeGreaterThan(0)
    const roles = counted(members.map(({ role }) => role))
    for (const role of ['mentor', 'mentee', 'both', 'neither'] as const) {
      expect(roles.get(role), role).toBeGreaterThan(10)
    }
  })

  it('have addresses that nobody else has and no mail server will ever take', () => {
    const addresses = members.flatMap(({ email }) => (email === null ? [] : [email]))
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThan(105)
    for (const address of addresses) expect(address).toMatch(/^[a-z]+(\.[a-z]+)?\d*@tidewright\.example$/)
  })

  it('bring the names that screens must cope with', () => {
    const names = members.map(({ name }) => name)
    expect(names.filter((name) => /\p{Script=Arabic}/u.test(name)).length).toBeGreaterThan(1)
    expect(names.filter((name) => /\p{Script=Hebrew}/u.test(name)).length).toBeGreaterThan(0)
    expect(names.filter((name) => /\p{Script=Han}/u.test(name)).length).toBeGreaterThan(1)
    expect(names.filter((name) => !name.includes(' ')).length).toBeGreaterThan(1)
    expect(
      names.filter((name) => name !== name.normalize('NFD').replace(/\p{M}/gu, '')).length,
    ).toBeGreaterThan(20)
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(50)
    // One person was entered twice, once without the accent.
    expect(names).toContain('Tomasz Wiśniewski')
    expect(names).toContain('Tomasz Wisniewski')
  })

  it('sort by family name, and say how they are written in Latin letters', () => {
    const bySort = new Map(members.map(({ name, sortName }) => [name, sortName]))
    expect(bySort.get('Tomasz Wiśniewski')).toBe('Wiśniewski, Tomasz')
    expect(bySort.get('Suwarni')).toBe('Suwarni')
    expect(members.find(({ name }) => name === '佐藤 美咲')?.about).toContain('Misaki Satō')
  })

  it('were brought along by people who came before them, in trees of several generations', () => {
    const depths: number[] = []
    members.forEach(({ invitedBy }, index) => {
      if (invitedBy !== null) expect(invitedBy).toBeLessThan(index)
      depths.push(invitedBy === null ? 0 : (depths[invitedBy] ?? 0) + 1)
    })
    expect(depths.filter((depth) => depth > 0).length).toBeGreaterThan(60)
    expect(Math.max(...depths)).toBeGreaterThan(2)
    const brought = counted(members.map(({ invitedBy }) => invitedBy))
    brought.delete(null)
    expect(Math.max(...brought.values())).toBeGreaterThan(3)
    for (const [inviter] of brought) expect(members[inviter ?? 0]?.status).toBe('active')
  })

  it('offer some skills often and some hardly ever, and want some that few offer', () => {
    const offered = counted(members.flatMap(({ skillsOffered }) => skillsOffered))
    const wanted = counted(members.flatMap(({ skillsWanted }) => skillsWanted))
    const counts = [...offered.values()]
    expect(Math.max(...counts)).toBeGreaterThan(9)
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(3)
    const gaps = [...wanted].filter(([skill, count]) => count >= 3 && count > 2 * (offered.get(skill) ?? 0))
    expect(gaps.length).toBeGreaterThan(0)
    for (const { skillsOffered, skillsWanted } of members) {
      expect(skillsWanted.filter((skill) => skillsOffered.includes(skill))).toEqual([])
    }
  })

  it('tell capacity for mentors only, and leave what is not known open', () => {
    for (const { role, capacity, status, joinedOn, email } of members) {
      if (role === 'mentee' || role === 'neither') expect(capacity).toBeNull()
      else if (capacity !== null) expect([1, 2, 3]).toContain(capacity)
      expect(joinedOn === null).toBe(status === 'invited' || status === 'prospect')
      expect(email).not.toBe('')
    }
    expect(members.some(({ role, capacity }) => role === 'mentor' && capacity !== null)).toBe(true)
  })
})
