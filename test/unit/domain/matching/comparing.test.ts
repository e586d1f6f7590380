import { compareProposals } from '@shared/domain/matching/comparing'
import { expect, test } from 'vitest'

const person = (id: number, name: string) => ({ id, name })
const [ana, bo] = [person(1, 'Ana'), person(2, 'Bo')]
const [cy, dee, eli] = [person(3, 'Cy'), person(4, 'Dee'), person(5, 'Eli')]

test('tells who has another mentor, who has one no more, and what it comes to', () => {
  const before = {
    outcome: { mentees: 3, served: 2, total: 1.5, weakest: 0.5 },
    pairs: [
      { mentee: dee, mentor: ana, fit: 1 },
      { mentee: cy, mentor: bo, fit: 0.5 },
    ],
  }
  const after = {
    outcome: { mentees: 3, served: 2, total: 1.75, weakest: 0.75 },
    pairs: [
      { mentee: eli, mentor: bo, fit: 0.75 },
      { mentee: dee, mentor: ana, fit: 1 },
    ],
  }
  expect(compareProposals(before, after, false)).toEqual({
    same: 1,
    changed: [
      { mentee: cy, before: { mentor: bo, fit: 0.5 }, after: null },
      { mentee: eli, before: null, after: { mentor: bo, fit: 0.75 } },
    ],
    served: 0,
    total: 0.25,
    weakest: 0.25,
  })
  expect(compareProposals(after, after, false)).toMatchObject({ same: 2, changed: [], total: 0, weakest: 0 })
})

test('the weakest pair of nobody is nothing to compare with', () => {
  const nobody = { outcome: { mentees: 0, served: 0, total: 0, weakest: null }, pairs: [] }
  expect(compareProposals(nobody, nobody, false)).toEqual({
    same: 0,
    changed: [],
    served: 0,
    total: 0,
    weakest: null,
  })
})

test('peers are told of one by one, as each is the partner of the other', () => {
  const person = (id: number) => ({ id, name: `Person ${id}` })
  const pair = (one: number, other: number) => ({ mentee: person(one), mentor: person(other), fit: 0.5 })
  const outcome = { mentees: 6, served: 6, total: 1.5, weakest: 0.5 }
  const { same, changed } = compareProposals(
    { outcome, pairs: [pair(1, 2), pair(3, 4), pair(5, 6)] },
    { outcome, pairs: [pair(1, 4), pair(2, 3), pair(5, 6)] },
    true,
  )
  expect(same).toBe(2)
  expect(
    changed.map(({ mentee, before, after }) => [mentee.id, before?.mentor.id, after?.mentor.id]),
  ).toEqual([
    [1, 2, 4],
    [2, 1, 3],
    [3, 4, 2],
    [4, 3, 1],
  ])
})
