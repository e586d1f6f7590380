import { Paced } from '@main/ipc/paced'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first is told at once, of the others the latest when it is time', () => {
  const told: number[] = []
  const paced = new Paced<number>(100, (value) => told.push(value))
  for (const value of [1, 2, 3]) paced.hear(value)
  expect(told).toEqual([1])
  vi.advanceTimersByTime(99)
  expect(told).toEqual([1])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([1, 3])
  paced.hear(4)
  vi.advanceTimersByTime(100)
  expect(told).toEqual([1, 3, 4])
  vi.advanceTimersByTime(500)
  paced.hear(5)
  expect(told).toEqual([1, 3, 4, 5])
})

test('after the end nothing is told any more', () => {
  const told: number[] = []
  const paced = new Paced<number>(100, (value) => told.push(value))
  paced.hear(1)
  paced.hear(2)
  paced.end()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([1])
})
