import { standings } from '@shared/domain/aliveness/levelMoves'
import { describe, expect, it } from 'vitest'
import { type Contact, people, recordsOf, season } from './records'

const { last } = season
/** A contact in each of the weeks, counted back from the last. */
const weekly = (from: number, to: number, weeks: readonly number[]): Contact[] =>
  weeks.map((week) => ({ from, to, day: last - 7 * week }))
const range = (begin: number, end: number) => Array.from({ length: end - begin }, (_, at) => begin + at)
const of = (contacts: readonly Contact[], members = people(8)) => {
  const found = standings(recordsOf(members, contacts), season)
  return { weeks: found?.weeks, who: (person: number) => found?.members.find((one) => one.person === person) }
}

describe('how near the centre everybody is', () => {
  it('follows from the weeks of the window, and says who moved and in which week', () => {
    const { weeks, who } = of([
      ...weekly(0, 1, range(0, 24)),
      // 12 weeks ago in every week, and then no more.
      ...weekly(2, 3, range(12, 24)),
      // Came to six weeks in the third week from the end.
      ...weekly(4, 5, range(2, 8)),
    ])
    expect(weeks).toBe(12)
    expect(who(0)).toMatchObject({
      level: 0,
      before: 0,
      movedOn: null,
      activeWeeks: 12,
      lastSeen: last,
      ask: null,
    })
    expect(who(2)).toMatchObject({ level: 3, before: 0, activeWeeks: 0, ask: 'catch before they drift' })
    expect(who(2)).toMatchObject({ movedOn: last, lastSeen: last - 84 })
    expect(who(4)).toMatchObject({ level: 0, before: 3, movedOn: last - 14, ask: null })
    expect(who(6)).toMatchObject({ level: 3, before: 3, movedOn: null, lastSeen: null, ask: null })
  })

  it('asks to invite further in who is one week short or has come nearer, and to catch regulars who fell silent', () => {
    const { who } = of([
      ...weekly(0, 1, [0, 3]),
      ...weekly(2, 3, [0, 2, 4, 6, 8]),
      ...weekly(4, 5, [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]),
      ...weekly(6, 7, [5, 8]),
    ])
    expect(who(0)).toMatchObject({ level: 2, ask: 'invite further in' })
    expect(who(2)).toMatchObject({ level: 1, ask: 'invite further in' })
    expect(who(4)).toMatchObject({ level: 0, ask: 'catch before they drift' })
    expect(who(6)).toMatchObject({ level: 2, ask: null })
  })

  it('counts gatherings, leaves guests and later members out, and knows no past of newcomers', () => {
    const members = [...people(3), { guest: true as const }, { joined: last + 1 }, { joined: last - 20 }]
    const attended = range(0, 12).map((week) => ({ person: 1, day: last - 7 * week }))
    const found = standings(recordsOf(members, weekly(0, 3, [0, 30]), { attended }), season)
    expect(found?.members.map(({ person }) => person)).toEqual([0, 1, 2, 5])
    expect(found?.members[1]).toMatchObject({ level: 0, activeWeeks: 12 })
    expect(found?.members[3]).toMatchObject({ before: null, movedOn: null })
  })

  it('judges a young community by the weeks that it has, and one of less than five weeks not at all', () => {
    const members = people(4, { joined: last - 62 })
    expect(of(weekly(0, 1, range(0, 9)), members).weeks).toBe(9)
    expect(standings(recordsOf(people(4, { joined: last - 33 }), weekly(0, 1, [0, 1])), season)).toBeNull()
    expect(standings(recordsOf([], []), season)).toBeNull()
  })
})
