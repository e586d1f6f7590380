import { createSample } from '@main/sample/sample'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, daysBetween, isWorkday, monthsBefore, readAll } from './read'

const today = '2026-11-23'
const sample = createSample({ seed: 7, today })
const { members, sessions } = readAll(sample)

/** Any day of some years, and any seed. */
const opened = fc.record({
  seed: fc.integer(),
  today: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
})

describe('its sessions', () => {
  it('lie on workdays of the last eighteen months, in order, whenever it is opened', () => {
    fc.assert(
      fc.property(opened, (options) => {
        const any = createSample(options)
        const read = readAll(any)
        const from = monthsBefore(options.today, 18)
        const dates = read.sessions.map(({ heldOn }) => heldOn)
        expect(dates).toEqual([...dates].sort())
        for (const date of dates) {
          expect(isWorkday(date), date).toBe(true)
          expect(date >= from && date < options.today, `${date} of ${options.today}`).toBe(true)
        }
        for (const { doneOn } of read.sessions.flatMap(({ actionItems }) => actionItems)) {
          if (doneOn !== null) expect(doneOn <= options.today).toBe(true)
        }
        const others = [
          ...read.members.map(({ joinedOn }) => joinedOn),
          ...any.matches.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
          ...any.programs.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
          ...any.communities.flatMap((community) => community.members.map(({ joinedOn }) => joinedOn)),
          ...read.contacts.map(({ at }) => at.slice(0, 10)),
        ]
        for (const date of others)
          if (date !== null) expect(date >= from && date <= options.today, date).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  it('give the coordinator something to do today, whenever it is opened', () => {
    fc.assert(
      fc.property(opened, (options) => {
        const any = createSample(options)
        const held = [...any.sessions()].flat()
        const unwritten = held.filter(({ notes }) => notes === '')
        expect(unwritten.length).toBe(3)
        for (const { heldOn } of unwritten) expect(daysBetween(heldOn, options.today)).toBeLessThanOrEqual(14)

        const open = held
          .flatMap(({ actionItems }) => actionItems)
          .filter(({ doneOn }) => doneOn === null)
          .map(({ dueOn }) => (dueOn === null ? null : daysBetween(options.today, dueOn)))
        expect(open.filter((days) => days === 0).length).toBeGreaterThan(0)
        expect(open.filter((days) => days !== null && days < 0).length).toBeGreaterThan(0)
        expect(open.filter((days) => days !== null && days > 0 && days <= 7).length).toBeGreaterThan(0)
        expect(open.length).toBeLessThan(50)

        const quiet = any.matches.filter(({ status, cadenceDays }, index) => {
          const last = held.findLast(({ match }) => match === index)
          if (status !== 'active' || last === undefined || cadenceDays === null) return false
          const pauses = daysBetween(last.heldOn, options.today) / cadenceDays
          return pauses >= 1.5 && pauses <= 3
        })
        expect(quiet.length).toBe(4)
      }),
      { numRuns: 12 },
    )
  })

  it('follow the cadence of their match, and never twice on a day', () => {
    sample.matches.forEach(({ cadenceDays, status }, index) => {
      const days = sessions.filter(({ match }) => match === index).map(({ heldOn }) => heldOn)
      expect(new Set(days).size).toBe(days.length)
      if (status === 'proposed') {
        expect(days).toEqual([])
        return
      }
      const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
      const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
      expect(usual / (cadenceDays ?? 1)).toBeGreaterThan(0.5)
      expect(usual / (cadenceDays ?? 1)).toBeLessThan(2)
    })
  })

  it('are fewer in August and at the turn of the year, and more towards the end', () => {
    const byMonth = counted(sessions.map(({ heldOn }) => heldOn.slice(0, 7)))
    const count = (month: string) => byMonth.get(month) ?? 0
    expect(count('2026-08')).toBeLessThan(0.75 * ((count('2026-06') + count('2026-09')) / 2))
    const holidays = sessions.filter(({ heldOn }) => heldOn >= '2025-12-20' && heldOn <= '2026-01-04')
    expect(holidays.length).toBeLessThan(8)
    const half = monthsBefore(today, 9)
    const late = sessions.filter(({ heldOn }) => heldOn > half).length
    expect(late).toBeGreaterThan(1.2 * (sessions.length - late))
  })

  it('refer to members, matches and owners that exist and belong', () => {
    for (const { match, attendees, actionItems, heldOn } of sessions) {
      if (match !== null) {
        const side = sample.matches[match]
        expect([...attendees].sort()).toEqual(side?.members.map(({ member }) => member).sort())
        expect(side?.startedOn != null && side.startedOn <= heldOn).toBe(true)
        if (side?.endedOn != null) expect(heldOn <= side.endedOn).toBe(true)
      }
      for (const attendee of attendees) expect((members[attendee]?.joinedOn ?? '9') <= heldOn).toBe(true)
      for (const { owner, dueOn, text } of actionItems) {
        expect(owner !== null && owner < attendees.length).toBe(true)
        if (dueOn !== null) expect(dueOn > heldOn).toBe(true)
        expect(text).toMatch(/^[A-Z][^{}[\]]+[^.]$/)
      }
    }
    expect(sessions.filter(({ match }) => match === null).length).toBeGreaterThan(10)
  })

  it('have believable circumstances', () => {
    const part = (fits: (session: (typeof sessions)[number]) => boolean) =>
      sessions.filter(fits).length / sessions.length
    expect(part(({ confidentiality }) => confidentiality === 'pair')).toBeGreaterThan(0.6)
    expect(part(({ confidentiality }) => confidentiality === 'private')).toBeGreaterThan(0.04)
    expect(part(({ confidentiality }) => confidentiality === 'shareable')).toBeGreaterThan(0.06)
    expect(part(({ rating }) => rating !== null && rating >= 4)).toBeGreaterThan(0.35)
    expect(part(({ rating }) => rating === null)).toBeGreaterThan(0.2)
    expect(part(({ minutes }) => minutes === 30 || minutes === 45 || minutes === 60)).toBeGreaterThan(0.6)
    expect(part(({ medium }) => medium === 'in person')).toBeGreaterThan(0.15)
    expect(new Set(sessions.flatMap(({ topics }) => topics)).size).toBeGreaterThanOrEqual(24)
  })

  it('pair people who were there, each mentor with about as many mentees as there is room for', () => {
    let over = 0
    const load = new Map<number, number>()
    for (const match of sample.matches) {
      const numbers = match.members.map(({ member }) => member)
      expect(new Set(numbers).size).toBe(numbers.length)
      for (const number of numbers) {
        const joinedOn = members[number]?.joinedOn
        expect(joinedOn).toBeTruthy()
        if (match.startedOn !== null) expect((joinedOn ?? '9') <= match.startedOn).toBe(true)
        if (match.status === 'active') expect(members[number]?.status).toBe('active')
      }
      const mentor = match.members.find(({ side }) => side === 'mentor')?.member
      if (match.status === 'active' && mentor !== undefined) load.set(mentor, (load.get(mentor) ?? 0) + 1)
    }
    for (const [mentor, count] of load) if (count > (members[mentor]?.capacity ?? 2)) over++
    expect(over).toBeLessThan(2)
    expect(sample.matches.some(({ members: sides }) => sides.length > 2)).toBe(true)
    expect(sample.matches.some(({ members: sides }) => sides.some(({ side }) => side === 'peer'))).toBe(true)
  })
})
