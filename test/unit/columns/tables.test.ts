import { Pairs } from '@main/database/analytics/pairs'
import { IdIndex } from '@main/database/columns/idIndex'
import { IntColumn } from '@main/database/columns/intColumn'
import { RowTable } from '@main/database/columns/rowTable'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('a column gives back what was put into it, whatever its width became', () => {
  const numbers = fc.oneof(
    fc.integer({ min: -130, max: 130 }),
    fc.integer({ min: -33_000, max: 33_000 }),
    fc.integer(),
    fc.maxSafeInteger(),
  )
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 50 }), (values) => {
      const column = new IntColumn()
      column.resize(values.length)
      values.forEach((value, row) => {
        column.set(row, value)
      })
      column.resize(values.length + 3)
      expect([...column.values]).toEqual([...values, 0, 0, 0].map((value) => value + 0))
      if (values.length > 0)
        expect([column.least, column.most]).toEqual([Math.min(...values), Math.max(...values)])
    }),
  )
})

test('a column is as narrow as its numbers allow', () => {
  const column = new IntColumn()
  column.resize(10)
  const bytes = (value: number) => {
    column.set(1, value)
    return column.values.BYTES_PER_ELEMENT
  }
  expect([127, 128, -32_767, 32_768, 2 ** 31].map(bytes)).toEqual([1, 2, 2, 4, 8])
})

test('an index of ids knows what a map knows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 60 }), fc.nat(60), fc.nat(60), (ids, a, b) => {
      const index = new IdIndex()
      const rows = new Map<number, number>()
      ids.forEach((id, row) => {
        index.add(id, row)
        rows.set(id, row)
      })
      for (let id = -1; id <= 61; id++) expect(index.rowOf(id)).toBe(rows.get(id) ?? -1)
      const between = ids.filter((id) => id >= a && id <= b).map((id) => rows.get(id))
      expect(new Set(index.rowsBetween(a, b))).toEqual(new Set(between))
    }),
  )
})

test('a table keeps the row of a record through its deletion', () => {
  const table = new RowTable(['size'])
  for (const id of [5, 6, 7, 3]) table.columns.size.set(table.rowOf(id), id)
  const row = table.rowOf(6)
  table.clear(6, 7)
  expect(table.columns.size.values[row]).toBe(0)
  expect(table.columns.size.values[table.rowOf(5)]).toBe(5)
  expect(table.rowOf(6)).toBe(row)
  expect(table.view().rows).toBe(5)
  expect(table.rowOf(100)).toBe(5)
})

test('pairs are told apart, of the groups that are looked at', () => {
  const pair = fc.tuple(fc.nat(4), fc.nat(9))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), fc.nat(4), fc.nat(5), (pairs, first, groups) => {
      const seen = new Pairs(first, groups, 10)
      const known = new Set<string>()
      for (const [group, item] of pairs) {
        const isCovered = group >= first && group < first + groups
        expect(seen.covers(group)).toBe(isCovered)
        if (isCovered) expect(seen.has(group, item)).toBe(known.has(`${group} ${item}`))
        expect(seen.isNew(group, item)).toBe(isCovered && !known.has(`${group} ${item}`))
        known.add(`${group} ${item}`)
      }
    }),
  )
})
