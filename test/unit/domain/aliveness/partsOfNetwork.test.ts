import { describe, expect, it } from 'vitest'
import { chain, on, people, profile, recordsOf, season } from './records'

const { first, last } = season

describe('participation breadth', () => {
  it('is the share of members with a contact, and guests do not count', () => {
    const records = recordsOf(
      [...people(8), { guest: true }],
      on([
        [0, 1],
        [2, 8],
      ]),
    )
    expect(profile(records).breadth).toMatchObject({
      value: 3 / 8,
      numerator: 3,
      denominator: 8,
      missing: null,
    })
  })

  it('counts who had joined by the end of the span, and only its contacts', () => {
    const contacts = [...on([[0, 1]], first), ...on([[2, 3]], first - 1), ...on([[4, 5]], last + 1)]
    const records = recordsOf([...people(9), { joined: last + 1 }, { joined: last }], contacts)
    expect(profile(records).breadth).toMatchObject({ numerator: 2, denominator: 10 })
  })

  it('is not shown below five members', () => {
    expect(profile(recordsOf(people(4), on([[0, 1]]))).breadth).toMatchObject({
      value: null,
      numerator: 2,
      denominator: 4,
      missing: 'Needs at least 5 members; there are 4.',
    })
    expect(profile(recordsOf([], [])).breadth.missing).toBe('No members are recorded.')
  })
})

describe('evenness', () => {
  it('is 1 where all have as many contacts', () => {
    const ring = [...chain(7), [7, 0] as const]
    expect(profile(recordsOf(people(20), on(ring))).evenness).toMatchObject({
      value: 1,
      numerator: 0,
      denominator: 2,
      inputs: { people: 8, contacts: 8 },
      also: [{ name: 'contacts without the busiest person', value: 6 / 8 }],
    })
  })

  it('has numerator and denominator of which it is made', () => {
    const { value, numerator, denominator } = profile(recordsOf(people(9), on(chain(8)))).evenness
    // 7 with two contacts, 2 with one: 14 of 36 pairs differ by one.
    expect(numerator).toBeCloseTo(14 / 36 / 2, 12)
    expect(denominator).toBeCloseTo(16 / 9, 12)
    expect(value).toBeCloseTo(1 - (numerator ?? 0) / (denominator ?? 1), 12)
  })

  it('is not shown for fewer than eight people', () => {
    expect(profile(recordsOf(people(9), on(chain(6)))).evenness).toMatchObject({
      value: null,
      missing: 'Needs at least 8 people with contacts; there are 7.',
    })
  })
})

describe('reciprocity', () => {
  it('counts pairs with two contacts of known direction, and tells of how many it is known', () => {
    const back = (pairs: readonly (readonly [number, number])[]) => pairs.map(([a, b]) => [b, a] as const)
    const returned = on([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    const oneWay = [
      ...on([
        [6, 7],
        [8, 9],
      ]),
      ...on([
        [6, 7],
        [8, 9],
      ]),
    ]
    const once = on([[0, 9]])
    const met = on([
      [1, 9],
      [1, 9],
    ]).map((contact) => ({ ...contact, met: true }))
    const contacts = [
      ...returned,
      ...on(
        back([
          [0, 1],
          [2, 3],
          [4, 5],
        ]),
      ),
      ...oneWay,
      ...once,
      ...met,
    ]
    expect(profile(recordsOf(people(10), contacts)).reciprocity).toEqual({
      value: 6 / 8,
      numerator: 6,
      denominator: 8,
      missing: null,
      inputs: { pairs: 5, pairsOfKnownDirection: 6, pairsInAll: 7 },
      also: [],
    })
    expect(profile(recordsOf(people(10), contacts.slice(2))).reciprocity.missing).toContain('there are 3')
  })
})

describe('boundary reach', () => {
  const halves = [
    ...people(10, { location: 1, department: 1 }),
    ...people(10, { location: 2, department: 1 }),
  ]
  const within = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [10, 11],
    [11, 12],
    [12, 13],
    [13, 14],
  ] as const
  const across = [
    [0, 10],
    [1, 11],
  ] as const

  it('is the share of crossing ties against chance', () => {
    const { boundaries } = profile(recordsOf(halves, on([...within, ...across])))
    const q = 1 - (2 * 10 * 9) / (20 * 19)
    expect(boundaries.value).toBeCloseTo(0.2 / q, 12)
    expect([boundaries.numerator, boundaries.denominator]).toEqual([2, expect.closeTo(10 * q, 12)])
  })

  it('is shown without assigned pairs as well', () => {
    const more = [
      [2, 12],
      [3, 13],
    ] as const
    const contacts = on([...within, ...across, ...more])
    const { also } = profile(
      recordsOf(halves, contacts, {
        assigned: [
          [11, 1],
          [3, 13],
          [5, 6],
        ],
      }),
    ).boundaries
    expect(also.map(({ name, numerator }) => [name, numerator])).toEqual([
      ['between locations', 4],
      ['between locations, without assigned pairs', 2],
      ['between departments', 0],
      ['between departments, without assigned pairs', 0],
    ])
    expect(also[1]?.value).toBeLessThan(also[0]?.value ?? 0)
  })

  it('is that of the border which is crossed less', () => {
    const mixed = halves.map((person, at) => ({ ...person, department: (at % 2) + 1 }))
    const { value, also } = profile(recordsOf(mixed, on([...within, ...across]))).boundaries
    const [location, , department] = also
    expect(department?.value).toBe(1)
    expect(value).toBe(location?.value)
  })

  it('is nothing where there is no border, nor with fewer than ten ties', () => {
    const one = profile(recordsOf(people(20, { location: 1 }), on(chain(15)))).boundaries
    expect(one).toMatchObject({
      value: null,
      missing: 'Needs people of two locations or of two departments at least.',
    })
    const few = profile(recordsOf(halves, on(within))).boundaries
    expect(few.missing).toBe(
      'Needs at least 10 ties between people whose location or department is known; there are 8.',
    )
    expect(few.also[0]).toMatchObject({ value: null, numerator: 0 })
  })
})

describe('connectedness', () => {
  it('is the share of members in the largest circle, with and without the one who joins it', () => {
    const star = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [5, 6],
    ] as const
    expect(profile(recordsOf(people(10), on(star))).connectedness).toMatchObject({
      value: 0.5,
      numerator: 5,
      denominator: 10,
      also: [{ name: 'without the person who has most ties', value: 2 / 9, numerator: 2, denominator: 9 }],
    })
  })

  it('is 0 where nobody has any contact', () => {
    expect(profile(recordsOf(people(6), [])).connectedness).toMatchObject({ value: 0, numerator: 0 })
  })
})
