import { copyProblem, isStale } from '@main/database/backups/compare'
import { expect, test } from 'vitest'

const newest = { id: 7, at: '2026-11-25T14:00:00.000Z' }
const held = { program: 'p', version: 10, newest, counts: { members: 3, commands: 7, drafts: 0 } }
const compared = { copy: held, expected: held, before: newest, holdsBefore: true }

test('a copy that holds what the file held is taken, drafts or not', () => {
  expect(copyProblem(compared)).toBeNull()
  expect(copyProblem({ ...compared, copy: { ...held, counts: { ...held.counts, drafts: 2 } } })).toBeNull()
})

test.each([
  ['fewer rows', { copy: { ...held, counts: { ...held.counts, members: 2 } } }, 'It holds 2 members'],
  ['a table too few', { copy: { ...held, counts: { commands: 7, drafts: 0 } } }, 'It holds no members'],
  ['another program', { copy: { ...held, program: 'q' } }, 'another program'],
  ['another version', { copy: { ...held, version: 20 } }, 'another program'],
  ['an older moment', { holdsBefore: false }, 'older than the file was'],
])('a copy with %s is refused', (_what, change, sentence) => {
  expect(copyProblem({ ...compared, ...change })).toContain(sentence)
})

test('the same backup once more is stale when something was done since, and only then', () => {
  const before = { id: 8, at: '2026-11-25T15:00:00.000Z' }
  const previous = { sha256: 'a', newest }
  expect(isStale({ sha256: 'b', newest: before }, previous, before)).toBe(false)
  expect(isStale({ sha256: 'b', newest }, previous, before)).toBe(true)
  expect(isStale({ sha256: 'a', newest: before }, previous, before)).toBe(true)
  expect(isStale({ sha256: 'a', newest }, previous, newest)).toBe(false)
  expect(isStale({ sha256: 'a', newest }, undefined, before)).toBe(false)
})
