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
  expect(compareProposals(before, after)).toEqual({
    same: 1,
    changed: [
      { mentee: cy, before: { mentor: bo, fit: 0.5 }, after: null },
      { mentee: eli, before: null, after: { mentor: bo, fit: 0.75 } },
    ],
    served: 0,
    total: 0.25,
    weakest: 0.25,
  })
  expect(compareProposals(after, after)).toMatchObject({ same: 2, changed: [], total: 0, weakest: 0 })
})

test('the weakest pair of nobody is nothing to compare with', () => {
  const nobody = { outcome: { mentees: 0, served: 0, total: 0, weakest: null }, pairs: [] }
  expect(compareProposals(nobody, nobody)).toEqual({
    same: 0,
    changed: [],
    served: 0,
    total: 0,
    weakest: null,
  })
})
