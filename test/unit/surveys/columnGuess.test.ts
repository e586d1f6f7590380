import { guessedColumns, guessedOrder } from '@renderer/features/surveys/columnGuess'
import { expect, test } from 'vitest'

const scale = {
  anchors: ['Never', 'Often'],
  items: ['We speak openly.', 'I hold back.'].map((text) => ({ text, reversed: false, subscale: null })),
}
const guessed = (columns: [name: string, ...samples: string[]][], mapping: (string | null)[] = []) =>
  guessedColumns(
    {
      columns: columns.map(([name, ...samples], index) => ({
        index,
        name,
        samples,
        guess: null,
        confidence: 0,
      })),
      mapping: columns.map((_, index) => mapping[index] ?? null),
    },
    scale,
  )

test('statements are known by their words, whatever a form puts around them; who and when by their headings', () => {
  expect(
    guessed(
      [
        ['Timestamp', '25/11/2026 10:00'],
        ['E-mail', 'a@x.example'],
        ['2) I hold back', '1'],
        ['“We speak openly”', 'often'],
      ],
      [null, 'email'],
    ),
  ).toEqual(['on', 'person', 1, 0])
})

test('columns of answers without the words are taken in order, when there is one for each statement', () => {
  expect(
    guessed([
      ['Q1', 'Never'],
      ['Q2', '2 - Often'],
      ['Comment', 'Fine.'],
    ]),
  ).toEqual([0, 1, null])
  expect(
    guessed([
      ['Q1', '1'],
      ['Q2', '2'],
      ['Q3', '2'],
    ]),
  ).toEqual([null, null, null])
})

test('the order of dates is told by one that can be read in one way only', () => {
  expect([
    guessedOrder(['03/04/2026', '03/25/2026']),
    guessedOrder(['25.11.2026 10:00']),
    guessedOrder(['2026-11-25']),
    guessedOrder(['03/04/2026']),
  ]).toEqual(['mdy', 'dmy', 'ymd', 'dmy'])
})
