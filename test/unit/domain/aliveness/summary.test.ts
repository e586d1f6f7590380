import { type PartKey, partKeys } from '@shared/domain/aliveness/parts'
import { type Summarized, summaryOf } from '@shared/domain/aliveness/summary'
import { expect, it } from 'vitest'

const parts = (values: Partial<Record<PartKey, number>>): Record<PartKey, Summarized> =>
  Object.fromEntries(partKeys.map((key) => [key, { value: values[key] ?? null }])) as Record<
    PartKey,
    Summarized
  >

it('says what is weakest, how much happens, and what is strong', () => {
  expect(
    summaryOf(parts({ rhythm: 0.3, boundaries: 0.9 }), ['rhythm'], { now: 3, before: 11 }, 'maturing'),
  ).toBe(
    'Losing its rhythm. Contacts fell from 11 a week to 3 since the season before. What is shared travels well between places.',
  )
  expect(summaryOf(parts({ breadth: 0.5 }), [], { now: 12, before: 12 }, 'maturing')).toBe(
    'Alive, and nothing that is recorded is weak. 12 contacts a week, about as many as the season before.',
  )
  expect(summaryOf(parts({ breadth: 0.5 }), [], { now: 1, before: 0 }, 'maturing')).toContain(
    '1 contact a week so far.',
  )
  expect(summaryOf(parts({ breadth: 0.5 }), ['breadth'], { now: 9, before: 0.4 }, 'maturing')).toContain(
    'rose from 0.4 a week to 9',
  )
})

it('tells what is low from what was higher', () => {
  const week = { now: 1, before: 1 }
  expect(summaryOf(parts({ breadth: 0.85 }), ['breadth'], week, 'maturing')).toContain(
    'Fewer of its members are seen',
  )
  expect(summaryOf(parts({ breadth: 0.2 }), ['breadth'], week, 'maturing')).toContain(
    'Few of its members are seen',
  )
})

it('claims nothing where nothing is known', () => {
  expect(summaryOf(parts({}), [], { now: 0, before: 0 }, 'maturing')).toContain('Too little is recorded yet')
})
