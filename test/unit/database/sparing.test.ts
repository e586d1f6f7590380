import type { Progress } from '@main/database/protocol'
import { sparing } from '@main/database/sparing'
import { expect, test } from 'vitest'

test('a bar that moves a thousand times a second is told of twenty times, and of its beginning and end', () => {
  const told: Progress[] = []
  let now = 0
  const progress = sparing(
    (one) => told.push(one),
    () => now,
  )
  for (let done = 0; done <= 1000; done += 1) {
    progress({ label: 'Writing', done, total: 1000 })
    now += 1
  }
  expect(told.map(({ done }) => done)).toEqual([
    ...Array.from({ length: 20 }, (_, index) => index * 50),
    1000,
  ])
})

test('what is done now is said at once', () => {
  const told: string[] = []
  const progress = sparing(
    ({ label }) => told.push(label),
    () => 0,
  )
  for (const label of ['Reading', 'Reading', 'Writing', 'Writing']) progress({ label, done: 1, total: null })
  expect(told).toEqual(['Reading', 'Writing'])
})
