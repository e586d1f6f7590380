import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notedForOneself } from '@main/database/queries/support/supportTraces'
import { describeFile, stayingTables } from '@main/database/whole/describe'
import { tableWords } from '@shared/domain/historyWords'
import type { WholeTable } from '@shared/domain/whole/description'
import { ofPrivateRecords, peopleOfRecords, privateWhen } from '@shared/domain/whole/privacy'
import { columnMeaning, tableMeaning } from '@shared/domain/whole/words'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { openTestFile, type TestFile } from './support'

/** Whoever adds a table or a column says what an export tells of it, and whether it is private. */

let file: TestFile
let tables: readonly WholeTable[]
beforeAll(() => {
  file = openTestFile()
  tables = file.read((db) => describeFile(db).tables)
})
afterAll(() => file.close())

test('every table and column of an export has words', () => {
  expect(tables.length).toBeGreaterThan(30)
  const nameless = tables.filter(({ name }) => tableMeaning(name) === null).map(({ name }) => name)
  expect(nameless, 'to be told in src/shared/domain/whole/meanings.ts, tableMeanings').toEqual([])
  const columns = tables.flatMap(({ name, columns }) =>
    columns
      .filter((column) => columnMeaning(name, column.name) === null)
      .map((column) => `${name}.${column.name}`),
  )
  expect(columns, 'to be told in src/shared/domain/whole/meanings.ts, untoldColumns').toEqual([])
})

test('every record has a number, and no column holds what the formats have no word for', () => {
  for (const { name, columns } of tables) {
    expect(columns[0], name).toMatchObject({ name: 'id', kind: 'whole number', required: true })
  }
  const types = file.read((db) =>
    db.column<string>(
      `SELECT DISTINCT c.type FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0 AND t.name IN (SELECT value FROM json_each(?))`,
      JSON.stringify(tables.map(({ name }) => name)),
    ),
  )
  expect(types.toSorted()).toEqual(['INTEGER', 'REAL', 'TEXT'])
})

test('what is exported refers to nothing that stays in the file', () => {
  const exported = tables.map(({ name }) => name)
  const astray = tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ refers }) => refers && !exported.includes(refers))
      .map((column) => `${name}.${column.name}`),
  )
  expect(astray).toEqual([])
  expect(exported.filter((name) => stayingTables.includes(name))).toEqual([])
})

test('whatever says of itself that it is private is treated so', () => {
  const saying = tables.filter(({ columns }) =>
    columns.some(({ name }) => name === 'confidentiality' || name === 'is_private'),
  )
  // A private gathering is one to which not everybody may come; what is noted of it is as open as of any other.
  const left = saying.map(({ name }) => name).filter((name) => !Object.hasOwn(privateWhen, name))
  expect(left, 'to be decided in src/shared/domain/whole/privacy.ts, privateWhen').toEqual(['gatherings'])
})

test('whatever the coordinator notes for themselves alone is decided', () => {
  const left = [...notedForOneself].filter((name) => !Object.hasOwn(privateWhen, name))
  expect(left, 'to be decided in src/shared/domain/whole/privacy.ts, privateWhen').toEqual([])
})

test('what belongs to a private record is left out with it, or says no more than who was there', () => {
  const mayBePrivate = tables.filter(({ columns }) => columns.some(({ name }) => name === 'confidentiality'))
  expect(mayBePrivate.map(({ name }) => name).toSorted()).toEqual(['check_ins', 'sessions'])
  const belonging = tables
    .filter(({ columns }) =>
      columns.some(({ refers, required }) => required && mayBePrivate.some(({ name }) => name === refers)),
    )
    .map(({ name }) => name)
  expect(belonging.toSorted(), 'to be decided in src/shared/domain/whole/privacy.ts').toEqual(
    [...Object.keys(ofPrivateRecords), ...peopleOfRecords].toSorted(),
  )
})

test('a table that is left out where nothing private leaves is referred to by none', () => {
  const leftOut = tables.filter(({ name, columns }) =>
    columns.some((column) => column.required && tableWords(name).confidential?.includes(column.name)),
  )
  expect(leftOut.map(({ name }) => name)).toEqual(['match_runs'])
  const referring = [...leftOut.map(({ name }) => name), ...Object.keys(ofPrivateRecords)]
  expect(
    tables.flatMap(({ name, columns }) =>
      columns
        .filter(({ refers }) => refers && referring.includes(refers))
        .map((column) => `${name}.${column.name}`),
    ),
  ).toEqual([])
})

test.each([
  ['schema', 'coppice-export.schema.json'],
  ['dictionary', 'data-dictionary.md'],
] as const)('the %s in docs/ is current', async (what, name) => {
  const described = await file.call('whole.describe', {})
  expect(readFileSync(join(checkout, 'docs', name), 'utf8'), '`npm run describe` writes it anew').toBe(
    described[what],
  )
})
