import { objectives } from '@shared/domain/matching/assignment/solve'
import { criterionNames } from '@shared/domain/matching/criteria/names'
import type { MatchingInput, Participant } from '@shared/domain/matching/input'
import fc from 'fast-check'
import { mentee as person } from './people'

/** Some are on both sides, so that ids meet. */
const id = fc.integer({ min: 1, max: 14 })
const ids = fc.uniqueArray(id, { maxLength: 3 })
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)
const level = fc.integer({ min: 1, max: 5 })
const skills = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('SQL', 'tea', 'law', 'bees'), level: fc.option(level) }),
  { maxLength: 3, selector: ({ name }) => name },
)

const participant: fc.Arbitrary<Participant> = fc.record({
  id,
  skillsOffered: skills,
  skillsWanted: skills,
  goals: few('lead', 'write', 'sail'),
  workingStyle: fc.dictionary(fc.constantFrom('pace', 'plan', 'talk'), level, { maxKeys: 3 }),
  availability: fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { maxLength: 40 }),
  utcOffset: maybe(-300, 0, 60),
  languages: few('de', 'en', 'pl'),
  seniority: maybe(1, 2, 5),
  organisation: maybe('A', 'B'),
  department: maybe('Law', 'Sales'),
  location: maybe('Leeds', 'Porto'),
  wishes: ids,
  vetoes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, ids),
  traits: fc.dictionary(fc.constantFrom('gender', 'faith'), fc.constantFrom('x', 'y'), { maxKeys: 2 }),
  alike: few('gender', 'faith'),
})

/** Little is known of some: the usual case. */
const plain: fc.Arbitrary<Participant> = fc
  .record({ id, location: maybe('Leeds', 'Porto'), skillsWanted: skills, skillsOffered: skills })
  .map(({ id: own, ...known }) => person(own, known))

const someone = fc.oneof(participant, plain)
const byId = { selector: ({ id: own }: Participant) => own, maxLength: 7 }
const couples = fc.array(fc.tuple(id, id), { maxLength: 4 })
const pairs = fc.array(fc.record({ mentorId: id, menteeId: id }), { maxLength: 2 })

/** The same among equals. */
export function peerInputs(): fc.Arbitrary<MatchingInput> {
  return fc
    .tuple(inputs, fc.uniqueArray(someone, { ...byId, maxLength: 8 }))
    .map(([input, peers]) => ({ ...input, mentors: [], mentees: [], peers }))
}

/** Runs with everything that a run may have in it. */
export const inputs: fc.Arbitrary<MatchingInput> = fc.record({
  mentors: fc.uniqueArray(
    fc
      .tuple(someone, fc.integer({ min: 0, max: 3 }), fc.nat(2))
      .map(([own, room, held]) => ({ ...own, room, held })),
    byId,
  ),
  mentees: fc.uniqueArray(someone, byId),
  reporting: fc.array(fc.record({ id, managerId: id }), { maxLength: 4 }),
  past: couples,
  apart: couples,
  must: pairs,
  locked: pairs,
  settings: fc.record({
    objective: fc.constantFrom(...objectives),
    weights: fc.record(
      Object.fromEntries(criterionNames.map((name) => [name, fc.constantFrom(0, 1, 5, 7.5)])) as Record<
        (typeof criterionNames)[number],
        fc.Arbitrary<number>
      >,
    ),
    location: fc.constantFrom('same', 'different'),
    department: fc.constantFrom('same', 'different'),
    rungsAbove: fc.integer({ min: -2, max: 3 }),
    hoursTogether: fc.integer({ min: 1, max: 4 }),
    rules: fc.record({
      reportingLine: fc.boolean(),
      matchedBefore: fc.boolean(),
      noCommonLanguage: fc.boolean(),
      sameDepartment: fc.boolean(),
      differentLocation: fc.boolean(),
    }),
  }),
})
