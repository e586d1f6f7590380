import { standings } from '@shared/domain/aliveness/levelMoves'
import type { CommunityRecords } from '@shared/domain/aliveness/records'
import {
  type KnownTopic,
  type Step,
  type StepKnowledge,
  stepsFor,
  weakParts,
} from '@shared/domain/aliveness/steps'
import { stepDone, stepReason, stepText } from '@shared/domain/aliveness/stepWords'
import type { CommunityStage } from '@shared/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { type Fate, fates, simulate } from './communities'
import { readBoth, recordsOf, season } from './records'

const topicNames = ['Bees', 'Wax', 'Honey', 'Hives', 'Smoke', 'Frames']

/** Everybody wants one thing and offers another; `met` have met elsewhere. */
function knowledge(
  records: CommunityRecords,
  met: (one: number, other: number) => boolean = () => false,
): StepKnowledge {
  const topics = Array.from({ length: records.people }, (_, person): [number, KnownTopic[]] => [
    person,
    [
      { name: topicNames[person % 6] ?? '', how: 'wants' },
      { name: topicNames[(person + 1) % 6] ?? '', how: 'offers' },
    ],
  ])
  return {
    topics: new Map(topics),
    haveMet: met,
    locationName: (group) => `Place ${group}`,
    departmentName: (group) => `Unit ${group}`,
  }
}

function proposed(
  fate: Fate,
  {
    stage = 'maturing',
    met,
    isTaken,
  }: { stage?: CommunityStage; met?: () => boolean; isTaken?: (step: Step) => boolean } = {},
) {
  const records = simulate(fate, 60, 2)
  const { now, before } = readBoth(records)
  const situation = {
    period: now.period,
    profile: now.profile,
    before,
    standings: standings(records, season),
    knowledge: knowledge(records, met),
  }
  return { records, now, before, steps: stepsFor(situation, stage, isTaken) }
}

describe('the parts that are weak', () => {
  const weak = (fate: Fate) => {
    const { now, before } = readBoth(simulate(fate, 60, 2))
    return weakParts(now.profile, before.profile, 'maturing')
  }

  it('are those that tell a fate', () => {
    expect(weak('thriving')).toEqual([])
    expect(weak('siloed')).toEqual(['boundaries'])
    expect(weak('one hero')).toContain('evenness')
    expect(weak('fading')).toEqual(expect.arrayContaining(['retention', 'rhythm']))
  })
})

describe('what would help', () => {
  it('is nothing in a thriving community', () => {
    expect(proposed('thriving').steps).toEqual([])
  })

  it('introduces two of different places who share a topic and have never met, in one that keeps to its places', () => {
    const { records, now, steps } = proposed('siloed')
    expect(steps.length).toBeGreaterThan(0)
    for (const { kind, people, facts } of steps) {
      const [one = -1, other = -1] = people
      expect(kind).toBe('introduce')
      expect(records.location.of[one]).not.toBe(records.location.of[other])
      expect(facts.places).toEqual([
        `Place ${records.location.of[one]}`,
        `Place ${records.location.of[other]}`,
      ])
      expect(topicNames).toContain(facts.topic?.name)
      const { ties } = now.period.graph
      expect([...ties.to.slice(ties.start[one] ?? 0, ties.start[one + 1] ?? 0)]).not.toContain(other)
    }
    expect(proposed('siloed', { met: () => true }).steps).toEqual([])
  })

  it('shares the lead where it hangs on one person, who is not asked to lead even more', () => {
    const lead = proposed('one hero').steps.find(({ kind }) => kind === 'share the lead')
    expect(lead?.people).toHaveLength(2)
    expect(lead?.people).not.toContain(0)
    expect(lead?.facts.usual).toBeGreaterThan(80)
  })

  it('catches regulars and sets a day where it fades', () => {
    const { steps } = proposed('fading')
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['catch', 'set a day']))
    const beat = steps.find(({ kind }) => kind === 'set a day')
    expect(beat?.facts.usual).toBe(14)
    expect(beat?.facts.day).toBeLessThan(season.last - 14)
  })

  it('leaves out what was done, and asks nobody twice', () => {
    for (const fate of fates) {
      const all = proposed(fate).steps.flatMap(({ people }) => people)
      expect(new Set(all).size, fate).toBe(all.length)
    }
    const kinds = proposed('fading', { isTaken: ({ kind }) => kind === 'catch' }).steps.map(
      ({ kind }) => kind,
    )
    expect(kinds).not.toContain('catch')
  })

  it('passes on what nobody has answered to who offers its topic, the one that waits longest first', () => {
    const asks = [
      ...[1, 2, 3].map((day) => ({ asker: 1, day: season.first + day, closed: true as const })),
      { asker: 2, day: season.first + 20, topic: 'Wax' },
      { asker: 3, day: season.first + 10, topic: 'Nothing that anybody offers' },
      { asker: 4, day: season.last - 1, topic: 'Wax' },
    ].sort((one, other) => one.day - other.day)
    const records = { ...simulate('thriving', 60, 2), asks: recordsOf([], [], { asks }).asks }
    const { now, before } = readBoth(records)
    const situation = { ...now, before, standings: standings(records, season), knowledge: knowledge(records) }
    expect(now.profile.responsiveness.value).toBe(0)
    const steps = stepsFor(situation, 'maturing')
    expect(steps.map(({ kind, people: [asker] }) => [kind, asker])).toEqual([
      ['pass on', 3],
      ['pass on', 2],
    ])
    const [lonely, found] = steps
    expect(lonely?.people).toEqual([3])
    expect((found?.people[1] ?? -1) % 6).toBe(0)
    expect(records.coordinator[found?.people[1] ?? -1]).toBe(0)
    expect(found?.facts).toMatchObject({ count: 69, topic: { name: 'Wax', shared: 'the other offers' } })
  })

  it('expects less of a community that is being found, and asks no newcomers of one that ends', () => {
    const { steps } = proposed('one hero', { stage: 'potential' })
    expect(steps.map(({ part }) => part)).not.toContain('independence')
  })
})

describe('a step in words', () => {
  it('says what, why, and what was done', () => {
    expect(stepText('introduce', ['Mira', 'Jan'])).toBe('Introduce Mira and Jan')
    expect(stepDone('introduce', ['Mira', 'Jan'])).toBe('Introduced Mira and Jan')
    expect(
      stepReason('introduce', { topic: { name: 'Pricing', shared: 'both want' }, places: ['Lagos', 'Lyon'] }),
    ).toBe('Both want to learn about Pricing, in Lagos and Lyon; they have never met.')
    expect(stepReason('set a day', { count: 4, usual: 14 })).toBe(
      'The last gatherings fell on 4 different weekdays.',
    )
    expect(stepText('pass on', ['Mira', 'Jan'])).toBe('Ask Jan to answer Mira')
    expect(
      stepReason('pass on', {
        ask: 'Who knows?',
        day: '2 Sept',
        count: 9,
        topic: { name: 'Wax', shared: 'the other offers' },
      }),
    ).toBe('“Who knows?”: asked on 2 Sept, no answer for 9 days. Offers Wax.')
    expect(stepText('welcome', ['Mira'])).toBe('Welcome Mira')
    expect(stepReason('catch', { day: '2 Sept' })).toBe('Was among the regulars; last seen on 2 Sept.')
  })
})
