import { hoursInUtc, weekHours } from '@shared/domain/weekHours'
import { expect, test } from 'vitest'

test.each<[text: string, hours: number[] | null]>([
  ['Mon 9-12', [9, 10, 11]],
  ['Monday 9–11; tues 14 to 15', [9, 10, 38]],
  ['Sat-Mon 8-9', [8, 128, 152]],
  ['Tue and Thu 9:30-11', [34, 82]],
  ['weekend mornings', [129, 130, 131, 153, 154, 155]],
  ['Fri 23-24', [119]],
  ['', []],
  ['whenever', null],
  ['Mon', null],
  ['Mon 12-9', null],
  ['Mon 9:70-12', null],
  ['Mon 20-25', null],
  ['Caturday 9-12', null],
])('"%s"', (text, hours) => {
  expect(weekHours(text)).toEqual(hours)
})

test('hours are carried over into UTC, and round the week', () => {
  expect(hoursInUtc([9], 60)).toEqual([8])
  expect(hoursInUtc([0, 8], 540)).toEqual([159, 167])
  expect(hoursInUtc([167], -120)).toEqual([1])
  expect(hoursInUtc([9], 345)).toEqual([3])
})
