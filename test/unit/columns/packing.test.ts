import { IntColumn } from '@main/database/columns/intColumn'
import { exchanged, moved, numberAt, numbersOf } from '@main/database/columns/numbers'
import { pack, unpack } from '@main/database/columns/packing'
import { RowTable } from '@main/database/columns/rowTable'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 20_000, max: 20_300 }),
  fc.integer({ min: -40_000, max: 40_000 }),
  fc.integer(),
  fc.maxSafeInteger(),
)
/** Columns as they come: of anything, of one number, and rising by one. */
const column = fc
  .tuple(number, fc.array(number, { minLength: 20, maxLength: 20 }), fc.constantFrom('any', 'same', 'rising'))
  .map(([first, numbers, form]) =>
    numbers.map((other, row) =>
      form === 'any' ? other : form === 'same' ? first : Math.min(first, 1e9) + row,
    ),
  )
const columns = fc
  .tuple(fc.nat(20), fc.array(column, { minLength: 1, maxLength: 5 }))
  .map(([rows, all]) => all.map((numbers) => numbers.slice(0, rows)))

const held = (numbers: readonly number[]) => numbersOf(Float64Array.from(numbers))

test('columns come out as they were packed, wherever their bytes lie', () => {
  fc.assert(
    fc.property(columns, fc.nat(9), (all, offset) => {
      const packed = pack(all.map(held))
      const elsewhere = new Uint8Array(packed.length + offset)
      elsewhere.set(packed, offset)
      const found = unpack(elsewhere.subarray(offset))
      expect(
        found?.map((numbers) => Array.from({ length: numbers.length }, (_, row) => numberAt(numbers, row))),
      ).toEqual(all.map((numbers) => numbers.map((value) => value + 0)))
    }),
  )
})

test('a column is as narrow as its numbers allow, and ids take nothing', () => {
  const bytes = (numbers: number[]) =>
    pack([held(numbers)]).length - pack([held([7, 7, 7, 7, 7, 7, 7, 7])]).length
  expect(bytes([1, 2, 3, 4, 5, 6, 7, 8])).toBe(0)
  expect(bytes([1000, 1001, 1255, 1000, 1000, 1000, 1000, 1000])).toBe(8)
  expect(bytes([0, 0, 0, 0, 0, 0, 0, 65_535])).toBe(16)
  expect(bytes([0, 0, 0, 0, 0, 0, 0, 65_536])).toBe(32)
})

test('bytes that were not packed are told from those that were', () => {
  const packed = pack([held([5, 9, 1])])
  expect(unpack(packed.subarray(0, packed.length - 8))).toBeNull()
  expect(unpack(new Uint8Array(3))).toBeNull()
  expect(unpack(new Uint8Array(64).fill(255))).toBeNull()
})

test('numbers are exchanged and moved one by one, whatever they are', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: -9, max: 9 }), (numbers, by) => {
      const values = (of: ReturnType<typeof held>) =>
        Array.from({ length: of.length }, (_, row) => numberAt(of, row))
      const half = (value: number) => Math.floor(value / 2)
      expect(values(exchanged(held(numbers), half))).toEqual(numbers.map(half))
      const elsewhere = moved(held(numbers), by)
      expect(values(elsewhere)).toEqual(numbers.map((value) => value + by))
      expect([elsewhere.least, elsewhere.most]).toEqual([
        Math.min(...values(elsewhere)),
        Math.max(...values(elsewhere)),
      ])
    }),
  )
})

test('a table takes many records as it takes them one by one', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
  const runs = fc.array(
    fc.oneof(
      ids,
      fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(20))
        .map(([first, length]) => Array.from({ length }, (_, index) => first + index)),
    ),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(runs, (all) => {
      const many = new RowTable(['size'])
      const single = new Map<number, number>()
      all.forEach((some, time) => {
        const sorted = some.toSorted((a, b) => a - b)
        const sizes = sorted.map((id) => id * 1000 ** (time % 3))
        many.put(held(sorted), { size: held(sizes) })
        sorted.forEach((id, index) => {
          single.set(id, sizes[index] ?? 0)
        })
      })
      const { size } = many.view()
      for (let id = 1; id <= 80; id++) {
        const row = many.knownRow(id)
        expect(row === -1 ? undefined : size[row]).toBe(single.get(id))
      }
      const known = held([...single.keys(), 0])
      const rows = many.rowsOf(known)
      for (let index = 0; index < known.length; index++) {
        const id = numberAt(known, index)
        expect(numberAt(rows, index)).toBe(id === 0 ? 0 : many.knownRow(id))
      }
    }),
  )
})

test('a column is filled as it is set', () => {
  fc.assert(
    fc.property(column, column, (before, numbers) => {
      const [filled, set] = [new IntColumn(), new IntColumn()]
      for (const each of [filled, set]) {
        each.resize(60)
        before.forEach((value, row) => {
          each.set(row, value)
        })
      }
      filled.fill(10, held(numbers))
      numbers.forEach((value, row) => {
        set.set(10 + row, value)
      })
      expect([...filled.values]).toEqual([...set.values])
      expect([filled.least, filled.most]).toEqual([set.least, set.most])
    }),
  )
})
