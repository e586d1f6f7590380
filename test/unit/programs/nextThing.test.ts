import { nextThings, periodWords, sizeWords } from '@renderer/features/programs/nextThing'
import type { ProgramRow } from '@shared/contract/programs'
import { describe, expect, test } from 'vitest'

const today = '2026-11-25'

const nobody = { applied: 0, screened: 0, trained: 0, ready: 0, matched: 0, closed: 0 }

function program(changes: Partial<ProgramRow> = {}): ProgramRow {
  return {
    id: 1,
    name: 'Pathways',
    format: 'one to one',
    status: 'running',
    startsOn: '2026-01-05',
    endsOn: null,
    enrolled: 10,
    steps: nobody,
    taken: { mentor: 0, mentee: 0, peer: 0 },
    mentorPlaces: null,
    menteePlaces: null,
    left: 0,
    stuck: 0,
    matches: { proposed: 0, current: 5, ended: 0 },
    ...changes,
  }
}

const words = (changes: Partial<ProgramRow>) =>
  nextThings(program(changes), today).map((thing) => thing.words)

describe('what a program asks for', () => {
  test('nothing, when all goes well', () => {
    expect(words({})).toEqual(['5 matches are under way.'])
  })

  test('the most pressing comes first, and each thing says where it is settled', () => {
    const things = nextThings(
      program({
        steps: { ...nobody, applied: 9, ready: 1 },
        stuck: 2,
        matches: { proposed: 1, current: 0, ended: 0 },
      }),
      today,
    )
    expect(things.map((thing) => thing.words)).toEqual([
      '2 people have waited for more than 21 days.',
      '9 applications to screen.',
      'One person is ready to be matched.',
      '1 proposed match to begin.',
      'No match is under way.',
    ])
    expect(things[0]).toMatchObject({ tone: 'over', at: { tab: 'enrolments', stuck: true } })
    expect(things[1]).toMatchObject({ tone: 'due', at: { tab: 'enrolments', steps: ['applied'] } })
    expect(things[2]).toMatchObject({ at: { tab: 'matching' } })
    expect(things[3]).toMatchObject({ at: { tab: 'matches' } })
  })

  test('an end that is past, and a start that was missed', () => {
    expect(words({ endsOn: '2026-11-24' })[0]).toMatch(
      /^Its end was on .*: close it, or give it more time\.$/,
    )
    expect(words({ status: 'planned', startsOn: '2026-11-24' })[0]).toMatch(/^It was to start on /)
    expect(words({ status: 'planned', startsOn: today })[0]).toMatch(/^It starts today: say that it runs/)
    expect(words({ status: 'planned', startsOn: '2026-12-05' })).toEqual([
      expect.stringMatching(/, in 10 days\.$/),
    ])
  })

  test('places that are taken, or more than there are', () => {
    const taken = { mentor: 12, mentee: 20, peer: 0 }
    expect(words({ taken, mentorPlaces: 10, menteePlaces: 20 }).slice(0, 2)).toEqual([
      '12 mentors are taken, for 10 places.',
      'All 20 places for mentees are taken.',
    ])
    expect(words({ taken, mentorPlaces: 13 })).toEqual(['5 matches are under way.'])
  })

  test('a beginning with nobody in it, and an end', () => {
    expect(words({ enrolled: 0, matches: { proposed: 0, current: 0, ended: 0 } })[0]).toMatch(
      /^Nobody is in it yet/,
    )
    expect(words({ status: 'closed', steps: { ...nobody, closed: 8 }, left: 2 })).toEqual([
      'Closed; 6 of 10 people came to its end.',
    ])
  })
})

test('when it is, and who is in it', () => {
  expect(periodWords(program())).toMatch(/^since /)
  expect(periodWords(program({ status: 'planned' }))).toMatch(/^from /)
  expect(periodWords(program({ endsOn: '2026-06-26' }))).toMatch(/ to /)
  expect(periodWords(program({ endsOn: '2026-01-05' }))).not.toMatch(/since|to/)
  expect(sizeWords(program({ steps: { ...nobody, closed: 3 } }))).toBe('7 people now, 5 matches under way')
  expect(sizeWords(program({ enrolled: 1, matches: { proposed: 0, current: 0, ended: 0 } }))).toBe(
    '1 person, no match yet',
  )
})
