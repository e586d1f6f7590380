import { RankedDictionary } from '@main/database/columns/ranked'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const text = fc.oneof(
  fc.string({
    maxLength: 6,
    unit: fc.constantFrom(
      'a',
      'A',
      'b',
      'B',
      'z',
      'Z',
      '_',
      ' ',
      'é',
      'É',
      'ß',
      '\ue000',
      '\uffee',
      '𐀀',
      '😀',
    ),
  }),
  fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .filter((drawn) => drawn.isWellFormed() && !drawn.includes('\0')),
)

test('texts are ranked as SQLite sorts them without regard to the case of A to Z, however they come in', () => {
  const db = new Database(':memory:')
  const ranks = db.prepare(
    'SELECT value, dense_rank() OVER (ORDER BY value COLLATE NOCASE) AS rank FROM json_each(?)',
  )
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 90 }), { maxLength: 4 }), (batches) => {
      const dictionary = new RankedDictionary()
      expect([...dictionary.ranks()]).toEqual([0])
      for (const batch of batches) {
        const codes = batch.map((each) => dictionary.codeOf(each))
        expect(codes.map((code) => dictionary.values[code])).toEqual(batch)
        const expected = new Map(
          (ranks.all(JSON.stringify(dictionary.values.slice(1))) as { value: string; rank: number }[]).map(
            ({ value, rank }) => [value, rank],
          ),
        )
        const found = dictionary.ranks()
        dictionary.values.forEach((value, code) => {
          expect(found[code]).toBe(value === null ? 0 : expected.get(value))
        })
      }
    }),
    { numRuns: 60 },
  )
  db.close()
})
