import { type CriterionName, criterionNames } from '@shared/domain/matching/criteria/names'
import { type Mentor, type Participant, usualSettings } from '@shared/domain/matching/input'
import { Scoring } from '@shared/domain/matching/scoring'
import { describe, expect, it, test } from 'vitest'
import { matchingInput, mentee, mentor, named, settings } from './people'

const nothing = Object.fromEntries(criterionNames.map((name) => [name, 0])) as Record<CriterionName, number>

/** What one criterion says about a mentee and the first of the mentors. */
function said(
  criterion: CriterionName,
  one: Partial<Participant>,
  other: Partial<Mentor>,
  more: Parameters<typeof settings>[0] & { others?: Partial<Mentor>[] } = {},
) {
  const { others = [], ...changes } = more
  const mentors = [other, ...others].map((known, at) => mentor(11 + at, known))
  const chosen = settings({ ...changes, weights: { ...nothing, [criterion]: 3 } })
  const [score] = new Scoring(matchingInput([mentee(1, one)], mentors, { settings: chosen })).explain(0, 0)
  return score === undefined ? null : { value: score.value, words: score.words }
}

describe('skills', () => {
  it('count by what is wanted, the rare ones more', () => {
    const others = [
      { skillsOffered: named('SQL') },
      { skillsOffered: named('SQL') },
      { skillsOffered: named('tea') },
    ]
    const found = said(
      'skills',
      { skillsWanted: named('SQL', 'bees') },
      { skillsOffered: named('SQL') },
      { others },
    )
    // SQL, which 3 of 4 offer, counts for 1.25, and bees, which nobody offers, for 2.
    expect(found?.value).toBeCloseTo(1.25 / 3.25, 12)
    expect(found?.words).toBe('Offers one of 2 skills wanted: SQL (3 of 4 mentors); not bees.')
  })

  it('count in part where the level is below the wanted one', () => {
    const skillsWanted = [{ name: 'SQL', level: 4 }]
    const offered = (level: number | null) =>
      said('skills', { skillsWanted }, { skillsOffered: [{ name: 'SQL', level }] })
    expect(offered(2)).toEqual({
      value: 0.5,
      words: 'Offers the one skill wanted: SQL at level 2, wanted 4 (1 of 1 mentor).',
    })
    expect([offered(4)?.value, offered(5)?.value, offered(null)?.value]).toEqual([1, 1, 1])
  })

  it('are compared as whole names', () => {
    const found = said('skills', { skillsWanted: named('AI') }, { skillsOffered: named('retail', 'ai') })
    expect(found).toEqual({ value: 0, words: 'Offers none of the skills wanted: AI.' })
  })

  it('are unknown where one side has named none', () => {
    const others = [{ skillsOffered: named('SQL') }]
    expect(said('skills', { skillsWanted: named('SQL') }, {}, { others })).toEqual({
      value: null,
      words: 'The mentor has named no skill that they offer.',
    })
  })
})

test('goals are topics that the mentor would help with', () => {
  expect(said('goals', { goals: ['lead', 'write'] }, { goals: ['lead', 'write', 'sail'] })).toEqual({
    value: 1,
    words: 'Would help with both goals: lead (1 of 1 mentor) and write (1 of 1 mentor).',
  })
})

describe('wishes', () => {
  it('count by their rank, of both sides', () => {
    const wishes = [11, 12, 13, 14]
    expect(said('wishes', { wishes }, {})?.value).toBe(1)
    expect(said('wishes', { wishes: [12, 11] }, {})?.value).toBe(0.5)
    expect(said('wishes', { wishes: [12, 11] }, { wishes: [1, 2] })).toEqual({
      value: 0.75,
      words: 'This mentor is wish 2 of 2 of the mentee; this mentee is wish 1 of 2 of the mentor.',
    })
  })

  it('for somebody else are none for this one, and no wishes are unknown', () => {
    expect(said('wishes', { wishes: [99] }, {})).toEqual({ value: 0, words: 'The mentee wished for others.' })
    expect(said('wishes', {}, {}, { others: [{ wishes: [1] }] })).toEqual({
      value: null,
      words: 'Neither has wished for anybody.',
    })
  })
})

describe('working style', () => {
  it('is how near the answers are, over the questions that both have answered', () => {
    expect(
      said(
        'workingStyle',
        { workingStyle: { pace: 2, plan: 4, talk: 1 } },
        { workingStyle: { pace: 5, plan: 3 } },
      ),
    ).toEqual({
      value: 1 - 4 / 8,
      words:
        'Work somewhat differently: 2 of 4 steps apart over 2 questions about how they work, most in “pace” (2 and 5).',
    })
  })

  it('is unknown without a common question', () => {
    const others = [{ workingStyle: { pace: 1 } }]
    expect(
      said('workingStyle', { workingStyle: { pace: 2 } }, { workingStyle: { plan: 2 } }, { others })?.value,
    ).toBeNull()
    expect(said('workingStyle', { workingStyle: { pace: 2 } }, {}, { others })?.value).toBeNull()
  })
})

describe('time', () => {
  it('in common is enough from so many hours on', () => {
    const hours = (availability: number[]) =>
      said('availability', { availability: [9, 10, 33, 167] }, { availability }, { hoursTogether: 3 })
    expect(hours([10, 11, 167])).toEqual({
      value: 2 / 3,
      words: 'Both have time in 2 hours of the week; 3 would be enough.',
    })
    expect(hours([9, 10, 33, 167])?.value).toBe(1)
    expect(hours([0])).toEqual({ value: 0, words: 'There is no hour of the week in which both have time.' })
  })

  it('zones count by how much of the working day overlaps, the short way round', () => {
    const zones = (one: number, other: number) => said('timeZone', { utcOffset: one }, { utcOffset: other })
    expect(zones(0, 120)).toEqual({
      value: 0.75,
      words: 'Their clocks are 2 hours apart, so that working days of 8 hours overlap by 6 hours.',
    })
    expect(zones(-600, 720)?.value).toBe(0.75)
    expect(zones(0, 600)?.value).toBe(0)
    expect(zones(60, 60)).toEqual({ value: 1, words: 'Both are in the same time zone.' })
  })
})

describe('background', () => {
  it('a language in common is all it takes', () => {
    expect(said('language', { languages: ['de', 'en'] }, { languages: ['en', 'pl'] })).toEqual({
      value: 1,
      words: 'Both speak en.',
    })
    expect(said('language', { languages: ['de'] }, { languages: ['pl'] })?.value).toBe(0)
  })

  it('seniority counts by the distance that is aimed at, which may go the other way', () => {
    const rungs = (one: number, other: number, rungsAbove = 2) =>
      said('seniority', { seniority: one }, { seniority: other }, { rungsAbove })?.value
    expect([rungs(1, 3), rungs(1, 4), rungs(3, 1), rungs(9, 1), rungs(3, 1, -2)]).toEqual([1, 0.75, 0, 0, 1])
  })

  it('places and departments count as the same or as different, as one chooses', () => {
    const places = (location: 'same' | 'different') =>
      said('location', { location: 'Leeds' }, { location: 'Porto' }, { location })
    expect([places('same')?.value, places('different')?.value]).toEqual([0, 1])
    const departments = (organisation: string | null) =>
      said('department', { department: 'Law', organisation: 'A' }, { department: 'Law', organisation })
    expect(departments('A')).toEqual({ value: 0, words: 'Both are in Law.' })
    expect(departments(null)?.value).toBe(0)
    expect(departments('B')).toEqual({ value: 1, words: 'From two departments: Law of A and Law of B.' })
  })
})

describe('traits that people are protected for', () => {
  const traits = (first: string) => ({ gender: first, faith: 'x' })

  it('are not looked at unless somebody asked', () => {
    expect(said('alike', { traits: traits('f') }, { traits: traits('f') })).toBeNull()
    const others = [{ traits: traits('f'), alike: ['faith'] }]
    expect(said('alike', { traits: traits('f') }, { traits: traits('m') }, { others })).toEqual({
      value: null,
      words: 'Neither asked for somebody like themselves.',
    })
  })

  it('count in what was asked for only', () => {
    const asked = (own: string) =>
      said('alike', { traits: traits('f'), alike: ['gender'] }, { traits: traits(own) })
    expect(asked('f')).toEqual({
      value: 1,
      words: 'Somebody alike was asked for: they are in 1 of 1 thing that both told.',
    })
    expect(asked('m')).toEqual({
      value: 0,
      words: 'Somebody alike was asked for: they are in 0 of 1 thing that both told.',
    })
    expect(said('alike', { traits: {}, alike: ['gender'] }, { traits: traits('f') })?.value).toBeNull()
  })
})

describe('the weights', () => {
  it('put what the two work on and how before where they are', () => {
    const { skills, goals, workingStyle, department, location, seniority, alike } = usualSettings.weights
    for (const first of [skills, goals, workingStyle]) {
      for (const background of [department, location, seniority, alike])
        expect(first).toBeGreaterThan(background)
    }
  })

  it('of what is unknown go to what is known, and the coverage says so', () => {
    const chosen = settings({ weights: { ...nothing, skills: 30, location: 10 } })
    const mentors = [
      mentor(11, { location: 'Leeds' }),
      mentor(12, { location: 'Leeds', skillsOffered: named('SQL') }),
    ]
    const one = mentee(1, { location: 'Leeds', skillsWanted: named('bees') })
    const scoring = new Scoring(matchingInput([one], mentors, { settings: chosen }))
    const fits = new Int32Array(2)
    scoring.fill(0, fits)
    expect(Array.from(fits)).toEqual([1_000_000, 250_000])
    const [first, second] = [scoring.explain(0, 0), scoring.explain(0, 1)]
    expect(first.map(({ value, share, points }) => [value, share, points])).toEqual([
      [null, 0, 0],
      [1, 1, 1_000_000],
    ])
    expect([scoring.coverage(first), scoring.coverage(second)]).toEqual([0.25, 1])
  })

  it('of zero leave a criterion out, and so does knowing nothing of anybody', () => {
    const people = matchingInput([mentee(1, { location: 'Leeds' })], [mentor(11, { location: 'Leeds' })], {
      settings: settings({ weights: { ...usualSettings.weights, location: 0 } }),
    })
    const scoring = new Scoring(people)
    expect(scoring.counted).toEqual([])
    const fits = new Int32Array(1)
    scoring.fill(0, fits)
    expect([fits[0], scoring.coverage(scoring.explain(0, 0))]).toEqual([500_000, 0])
  })
})
