import { evidenceOf } from '@shared/domain/aliveness/evidence'
import { standings } from '@shared/domain/aliveness/levelMoves'
import { alivenessNumber } from '@shared/domain/aliveness/number'
import { broughtIntoUse } from '@shared/domain/aliveness/stepKnowledge'
import type { KnownTopic } from '@shared/domain/aliveness/steps'
import { weakParts } from '@shared/domain/aliveness/steps'
import { stepReason, stepText } from '@shared/domain/aliveness/stepWords'
import { describe, expect, it } from 'vitest'
import { type Asked, type Piece, people, profile, readBoth, recordsOf, season, type Use } from './records'

const { first, last } = season

/** Nobody is in contact: it is knowledge alone that is looked at. */
const read = (pieces: readonly Piece[], used: readonly Use[], asks: readonly Asked[] = []) =>
  recordsOf(people(10), [], { pieces, used, asks })

const six: Piece[] = Array.from({ length: 6 }, (_, at) => ({
  authors: [at],
  ...(at < 2 ? { endorsed: first - 10 } : {}),
  ...(at === 1 ? { reviewOn: last } : {}),
}))

describe('value', () => {
  it('is the share of what is at hand that others used in the span, with its stories beside it', () => {
    const used: Use[] = [
      { piece: 0, person: 3, day: last, told: true, applied: true },
      { piece: 0, person: 4, day: first },
      { piece: 2, person: 4, day: last - 3, told: true, realised: true },
      { piece: 3, person: 4, day: first - 1 },
    ]
    const { now, before } = readBoth(read([...six, { made: first + 5 }, { made: last + 1 }], used))
    expect(now.profile.value).toMatchObject({
      value: 2 / 7,
      numerator: 2,
      denominator: 7,
      missing: null,
      inputs: { made: 1, uses: 3, users: 2, stories: 2, storiesOfUseInPractice: 1, storiesOfResults: 1 },
      // One of the two that are endorsed is due to be looked through again.
      also: [
        { numerator: 1, denominator: 7 },
        { numerator: 2, denominator: 3 },
      ],
    })
    expect(before.profile.value).toMatchObject({ numerator: 1, denominator: 6 })
    const groups = evidenceOf('value', now.period)
    expect(groups.map(({ title, rows }) => [title, rows.map(({ item }) => item)])).toEqual([
      ['Used by others', [1, 3]],
      ['Not used', [2, 4, 5, 6, 7]],
      ['Uses with a story of what came of them', [1, 3]],
      ['Uses of which nothing is told', [1]],
    ])
    expect(groups[0]?.rows[0]).toMatchObject({ people: [0], count: 2 })
  })

  it('has a range and a comparison, and is never in the single number', () => {
    const used: Use[] = [0, 1, 2, 3].flatMap((piece) =>
      [5, 25, 45, 65, 85].map((day) => ({ piece, person: 9, day: first - 90 + day })),
    )
    const { now, before } = readBoth(read(six, [...used, { piece: 0, person: 9, day: last }]))
    const { parts, changes } = alivenessNumber(now, before)
    expect(parts).not.toContain('value')
    expect(changes.find(({ part }) => part === 'value')).toMatchObject({ change: 'lower' })
  })

  it('leaves out what is retired, and says what is missing', () => {
    expect(profile(read([...six, { retired: last }], [])).value).toMatchObject({ value: 0, denominator: 6 })
    expect(profile(read([...six, { retired: last + 1 }], [])).value.denominator).toBe(7)
    expect(profile(read(six.slice(2), [])).value).toMatchObject({
      value: null,
      missing: 'Needs at least 5 pieces of knowledge; there are 4.',
    })
    expect(profile(read([], [])).value.missing).toContain('No knowledge is written down.')
  })
})

describe('what would bring knowledge into use', () => {
  const wax: Piece = { topics: ['Wax'] }
  const pieces: Piece[] = [
    { ...wax, authors: [1], made: first - 50, endorsed: first },
    { authors: [1], made: first - 20, ofSession: true, topics: ['Smoke'] },
    { authors: [2], made: first - 300 },
    { authors: [2], endorsed: first - 200 },
    { authors: [2], endorsed: first - 200 },
  ]
  const topics: [number, KnownTopic[]][] = [
    [1, [{ name: 'Wax', how: 'wants' }]],
    [4, [{ name: 'Wax', how: 'wants' }]],
    [5, [{ name: 'Smoke', how: 'offers' }]],
  ]
  const found = (stage: 'maturing' | 'coalescing' = 'maturing') => {
    const asks: Asked[] = [
      { asker: 6, day: last - 40, topic: 'Honey' },
      { asker: 6, day: last - 30, topic: 'Honey' },
      { asker: 7, day: last - 20, topic: 'Honey' },
      { asker: 8, day: last - 20, topic: 'Wax' },
      { asker: 9, day: last - 10, topic: 'Wax' },
    ]
    const records = read(pieces, [{ piece: 3, person: 3, day: last - 9 }], asks)
    const { now, before } = readBoth(records)
    const knowledge = {
      topics: new Map(topics),
      haveMet: () => false,
      locationName: String,
      departmentName: String,
    }
    return {
      weak: weakParts(now.profile, before.profile, stage),
      steps: broughtIntoUse({ ...now, before, standings: standings(records, season), knowledge }, 'value'),
    }
  }

  it('names who wants it, who could look through it, who asked for it and who used it', () => {
    const { weak, steps } = found()
    expect(weak).toContain('value')
    expect(steps.map(({ kind, people: named, facts: { item } }) => [kind, named, item])).toEqual([
      // Its author wants the topic as well, and has it.
      ['show', [4], 1],
      // What was made out of a session comes before what is older.
      ['endorse', [1, 5], 2],
      ['write down', [7, 6], undefined],
      ['tell', [3], 4],
      ['endorse', [2], 3],
    ])
    expect(found('coalescing').weak).not.toContain('value')
  })

  it('says so in words', () => {
    expect(stepText('show', ['Mira'], 'First talks')).toBe('Show Mira “First talks”')
    expect(stepText('endorse', ['Mira', 'Jan'], 'First talks')).toBe(
      'Ask Jan to look through “First talks” by Mira',
    )
    expect(stepText('endorse', [], 'First talks')).toBe('Look through “First talks”')
    expect(stepText('write down', ['Mira', 'Jan'], 'Pricing')).toBe(
      'Write down what is known about Pricing, for Mira and Jan',
    )
    expect(
      stepReason('endorse', { day: '2 Sept', count: 1, topic: { name: 'Wax', shared: 'the other offers' } }),
    ).toBe('Made out of a session’s notes on 2 Sept, and never endorsed. Who is to look offers Wax.')
    expect(stepReason('tell', { day: '2 Sept' })).toBe('Used it on 2 Sept; what came of it is not told yet.')
  })
})
