import { besideOf } from '@shared/domain/aliveness/beside'
import { partDescriptions, partKeys } from '@shared/domain/aliveness/parts'
import { comparableParts } from '@shared/domain/aliveness/profile'
import { rhythmGaps } from '@shared/domain/aliveness/rhythm'
import { earliestDay, spanBefore } from '@shared/domain/aliveness/spans'
import { atStage } from '@shared/domain/aliveness/stages'
import { communityStages } from '@shared/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { type Contact, on, type Person, people, profile, readBoth, recordsOf, season } from './records'

const { first, last } = season

describe('rhythm', () => {
  const gatherings = (...days: number[]) =>
    recordsOf(
      people(5),
      days.flatMap((day) => [
        { from: 0, to: 1, day, gathering: true },
        { from: 1, to: 2, day, gathering: true },
      ]),
    )
  const every = (gap: number, times: number, end = last) =>
    Array.from({ length: times }, (_, at) => end - gap * (times - 1 - at))

  it('is 1 for a beat that is kept, and has the gaps’ spread and mean', () => {
    expect(profile(gatherings(...every(7, 13))).rhythm).toMatchObject({
      value: 1,
      numerator: 0,
      denominator: 7,
      inputs: { gaps: 12, gatherings: 13 },
    })
  })

  it('goes back up to a year where the span has fewer than six gaps', () => {
    expect(rhythmGaps(gatherings(...every(30, 8)), season)).toEqual([30, 30, 30, 30, 30, 30])
    const yearly = rhythmGaps(gatherings(...every(90, 8)), season)
    expect(yearly).toEqual([90, 90, 90, 90])
    expect(profile(gatherings(...every(90, 8))).rhythm).toMatchObject({
      value: null,
      missing: 'Needs at least 6 gaps between gatherings; there are 4.',
    })
  })

  it('counts the silence since the last gathering once it is longer than any before', () => {
    expect(rhythmGaps(gatherings(...every(14, 8, last - 14)), season)).toEqual(Array(6).fill(14))
    const silent = gatherings(...every(14, 8, last - 60))
    expect(rhythmGaps(silent, season)).toEqual([14, 14, 14, 14, 14, 60])
    expect(profile(silent).rhythm.value).toBeLessThan(0.6)
  })

  it('is that of days with contacts where no gathering is recorded', () => {
    const records = recordsOf(
      people(5),
      every(3, 20).map((day) => ({ from: 0, to: 1, day })),
    )
    expect(profile(records).rhythm).toMatchObject({ value: 1, inputs: { gaps: 19, gatherings: 0 } })
    const besides = recordsOf(people(5), [
      ...every(3, 20).map((day) => ({ from: 0, to: 1, day })),
      { from: 0, to: 1, day: last, gathering: true },
    ])
    expect(profile(besides).rhythm.missing).toBe('Needs at least 6 gaps between gatherings; there are 0.')
  })
})

describe('two spans', () => {
  it('are compared by the parts that both have, and by the rhythm of the same events', () => {
    const weekly = (end: number): Contact[] =>
      Array.from({ length: 9 }, (_, week) => ({ from: week % 6, to: (week + 1) % 6, day: end - 7 * week }))
    const both = (contacts: Contact[]) => {
      const { now, before } = readBoth(recordsOf(people(6), contacts))
      return comparableParts(now.profile, before.profile)
    }
    const contacts = [...weekly(last), ...weekly(first - 1)]
    expect(both(contacts)).toEqual(['breadth', 'connectedness', 'rhythm'])
    const gathered = contacts.map((contact) => ({ ...contact, gathering: contact.day >= first }))
    expect(both(gathered)).toEqual(['breadth', 'connectedness'])
  })
})

describe('newcomer conversion', () => {
  it('counts who joined half a year to a quarter of a year ago and took part twice within 90 days', () => {
    const joined = (day: number): Person => ({ joined: day })
    const members = [
      ...people(2),
      joined(last - 180), // a day too early
      joined(last - 179),
      joined(last - 90),
      joined(last - 120),
      joined(last - 120),
      joined(last - 120),
      joined(last - 89), // a day too late
    ]
    const contacts = [
      ...on(
        [
          [3, 0],
          [1, 3],
        ],
        last - 179,
      ),
      ...on(
        [
          [4, 0],
          [0, 4],
        ],
        last,
      ),
      ...on([[5, 0]], last - 100),
      ...on([[0, 5]], last - 29), // 91 days after joining
      ...on([[6, 0]], last - 100),
      ...on(
        [
          [6, 0],
          [6, 1],
        ],
        last - 121,
      ), // before joining
      ...on(
        [
          [8, 0],
          [8, 1],
        ],
        last - 80,
      ),
      ...on(
        [
          [2, 0],
          [2, 1],
        ],
        last - 170,
      ),
    ]
    expect(profile(recordsOf(members, contacts)).newcomers).toMatchObject({
      value: 2 / 5,
      numerator: 2,
      denominator: 5,
    })
    expect(profile(recordsOf(members.slice(0, 6), [])).newcomers.missing).toBe(
      'Needs at least 5 members who joined early enough to tell; there are 3.',
    )
  })
})

describe('retention', () => {
  it('is the share of those who took part before and still do, natural endings left out', () => {
    const before = on(
      [
        [0, 1],
        [2, 3],
        [4, 5],
        [6, 7],
      ],
      first - 1,
    )
    const members = people(10)
    members[6] = { ends: last + 1 }
    members[7] = { ends: last }
    const records = recordsOf(members, [
      ...before,
      ...on(
        [
          [0, 2],
          [4, 8],
        ],
        first,
      ),
      ...on([[5, 9]], first - 91),
    ])
    expect(profile(records).retention).toMatchObject({
      value: 3 / 7,
      numerator: 3,
      denominator: 7,
      inputs: { naturalEndings: 1 },
    })
    expect(readBoth(records).before.profile.retention).toMatchObject({ value: null, denominator: 2 })
  })
})

describe('beside the parts', () => {
  it('stand isolates, density and who moved between levels', () => {
    const weekly = (from: number, to: number, weeks: number, end: number): Contact[] =>
      Array.from({ length: weeks }, (_, week) => ({ from, to, day: end - 7 * week }))
    const contacts = [
      ...weekly(0, 1, 12, last),
      ...weekly(2, 3, 12, first - 1),
      ...weekly(0, 1, 12, first - 1),
      ...weekly(4, 5, 3, last),
    ]
    const { now, before } = readBoth(recordsOf([...people(7), { joined: last }], contacts))
    expect(besideOf(now.period, before.period)).toEqual({
      density: 2 / (8 * 7),
      isolates: 4,
      levels: {
        weeks: 12,
        now: { core: 2, active: 2, peripheral: 0, outside: 4 },
        before: { core: 4, active: 0, peripheral: 0, outside: 3 },
        flow: { inward: 2, outward: 2, held: 3 },
      },
    })
  })

  it('are no levels in a span of less than five weeks', () => {
    const { now, before } = readBoth(recordsOf(people(5), []), { first: last - 33, last })
    expect(besideOf(now.period, before.period).levels).toBeNull()
  })
})

describe('every part', () => {
  it('says how it is computed, what it is based on, and when it misleads; and how to read it at every stage', () => {
    for (const key of partKeys) {
      for (const [what, text] of Object.entries(partDescriptions[key]))
        expect(text, `${key} ${what}`).not.toBe('')
      for (const stage of communityStages) expect(atStage(key, stage)).toMatch(/[.?]$/)
    }
  })

  it('needs no contact from before the earliest day', () => {
    const earliest = earliestDay(season)
    expect(earliest).toBeLessThanOrEqual(spanBefore(spanBefore(season)).first)
    expect(earliest).toBeLessThanOrEqual(spanBefore(season).last - 364)
  })
})
