import { draftKeyOf } from '@renderer/features/knowledge/useItemStart'
import fc from 'fast-check'
import { expect, test } from 'vitest'

function keyOf(sessionId: number, body: string) {
  const passage = { ...{ title: 'Bees', body, topics: [], authors: [], sessionId }, names: 0, forPair: false }
  return draftKeyOf({ screen: 'knowledge-editor', passage } as unknown as Parameters<typeof draftKeyOf>[0])
}

test('a draft is of one passage of one session', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (one, other, here, there) => {
      expect(keyOf(here, one) === keyOf(there, other)).toBe(one === other && here === there)
    }),
  )
})

test('the key of a long passage is short enough to be kept', () => {
  expect(keyOf(Number.MAX_SAFE_INTEGER, 'word '.repeat(10_000)).length).toBeLessThanOrEqual(100)
})
