import { figureTables } from '@main/database/derived'
import { operations } from '@shared/contract'
import { areaOf, hasWords } from '@shared/domain/historyWords'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestFile, type TestFile } from './support'

/** Whoever adds a table, a column or a command says how the history calls it. */

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

/** Tables that no history tells of. */
const silent = ['commands', 'changes', 'drafts', 'migrations', ...figureTables]

test('every column has words, or is hidden', () => {
  const columns = file.read((db) =>
    db.all<{ table: string; column: string }>(
      `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    ),
  )
  expect(columns.length).toBeGreaterThan(80)
  const nameless = columns.filter(({ table, column }) => !silent.includes(table) && !hasWords(table, column))
  expect(nameless, 'to be named in src/shared/domain/historyWords.ts').toEqual([])
})

test('every command belongs to an area', () => {
  const commands = Object.entries(operations)
    .filter(
      ([name, { kind, runs, untracked }]) => kind === 'write' && runs === 'database' && !untracked && name,
    )
    // Undo and redo are told as what they are about.
    .map(([name]) => name)
    .filter((name) => !name.startsWith('history.'))
  expect(commands.length).toBeGreaterThan(10)
  expect(
    commands.filter((name) => areaOf(name) === null),
    'to be given an area in src/shared/domain/historyWords.ts',
  ).toEqual([])
})
