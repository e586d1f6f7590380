import { wordsNear } from '@main/database/queries/search/nearWords'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Optimal string alignment distance, by its definition. */
function slips(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, at(row - 2, column - 2) + 1)
      ;(table[row] ?? [])[column] = least
    }
  }
  return at(one.length, other.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 7 })

test('finds the words within one slip, and within two of those with the same first letter, and no others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.constantFrom(1, 2),
      (words, wanted, most) => {
        const sorted = words.toSorted()
        const from = (start: string) => sorted.find((one) => one >= start)
        const expected = sorted.filter((one) => {
          const distance = slips(one, wanted)
          return distance > 0 && distance <= most && (most === 1 || one[0] === wanted[0])
        })
        expect(wordsNear(from, wanted, most).map((one) => one.word)).toEqual(expected)
      },
    ),
  )
})

test('a letter too many, missing, another one, or two that changed places is one slip', () => {
  const sorted = ['feedback', 'feeding', 'outback']
  const from = (start: string) => sorted.find((one) => one >= start)
  for (const typed of ['fedback', 'feeedback', 'feesback', 'efedback', 'feebdack', 'eedback'])
    expect(wordsNear(from, typed, 1), typed).toEqual([{ word: 'feedback', slips: 1 }])
  expect(wordsNear(from, 'fedbak', 2)).toEqual([{ word: 'feedback', slips: 2 }])
})
