import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { stringify } from 'csv-stringify/sync'
import { timed } from './measure'
import type { MadeMember } from './people'

export interface PlainImport {
  /** What it is, for the table. */
  way: string
  /** Imports all rows into a file that has none. @returns milliseconds */
  run: () => Promise<number>
}

type Values = (string | number)[]

/**
 * The same members put into the same table with the same indexes, and nothing else: by `.import` of the sqlite3 shell
 * or, where there is none, by one prepared statement.
 */
export async function plainImport(
  folder: string,
  empty: string,
  members: readonly MadeMember[],
): Promise<PlainImport> {
  const prepared = join(folder, 'plain-empty.coppice')
  copyFileSync(empty, prepared)
  const connection = new Database(prepared)
  fitIndexes(connection)
  const columns = fitColumns(connection, members[0])
  connection.close()
  const rows = members.map((member, index) => {
    const stored = storedValues(member, index + 1)
    return columns.map((column) => stored[column] ?? '')
  })
  const file = join(folder, 'plain.coppice')
  const afresh = (work: () => void) => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    copyFileSync(prepared, file)
    return timed(work)
  }
  if (spawnSync('sqlite3', ['-version']).error) {
    return { way: 'against a prepared statement', run: () => afresh(() => insertAll(file, rows)) }
  }
  const csv = join(folder, 'plain.csv')
  writeFileSync(csv, stringify(rows))
  return { way: 'against .import', run: () => afresh(() => shell(file, `.import --csv '${csv}' members`)) }
}

/** A member as the table has it; the columns are in the table's order. */
function storedValues(member: MadeMember, id: number): Record<string, string | number | null> {
  const now = '2026-11-23T12:00:00.000Z'
  return {
    id,
    name: member.name,
    sort_name: member.sortName,
    email: member.email,
    phone: member.phone,
    status: member.status,
    role: member.role,
    job_title: member.jobTitle,
    organisation: member.organisation,
    location: member.location,
    department: member.department,
    capacity: 1,
    joined_on: member.joinedOn,
    invited_by: 1,
    import_id: 1,
    created_at: now,
    updated_at: now,
  }
}

/**
 * `.import` cannot make a value NULL. So the index of those who are not archived takes everybody, as it does after
 * Coppice's import, and the index of those who were invited, in which Coppice's import puts nobody, is left out.
 */
function fitIndexes(connection: Database.Database): void {
  const indexes = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'members' AND type = 'index'")
    .all() as { name: string; sql: string }[]
  for (const { name, sql } of indexes) {
    if (sql.includes('WHERE invited_by IS NOT NULL')) connection.exec(`DROP INDEX ${name}`)
    const whole = sql.replace(/\s+WHERE archived_at IS NULL$/, '')
    if (whole !== sql) connection.exec(`DROP INDEX ${name}; ${whole}`)
  }
}

/**
 * Nor can every column be empty text. Those of which Coppice's import knows nothing here are left out, with the indexes
 * of those few who have something there.
 * @returns the columns that stay, in their order
 */
function fitColumns(connection: Database.Database, member: MadeMember | undefined): string[] {
  const stored = member === undefined ? {} : storedValues(member, 1)
  const columns = connection
    .prepare("SELECT name FROM pragma_table_info('members')")
    .pluck()
    .all() as string[]
  const indexes = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'members' AND type = 'index'")
    .all() as { name: string; sql: string }[]
  for (const column of columns.filter((name) => !(name in stored))) {
    for (const { name, sql } of indexes)
      if (sql.includes(column)) connection.exec(`DROP INDEX IF EXISTS ${name}`)
    connection.exec(`ALTER TABLE members DROP COLUMN ${column}`)
  }
  return columns.filter((name) => name in stored)
}

function insertAll(file: string, rows: readonly Values[]): void {
  const connection = new Database(file)
  connection.pragma('foreign_keys = OFF')
  const insert = connection.prepare(`INSERT INTO members VALUES (${rows[0]?.map(() => '?').join(', ')})`)
  connection.transaction(() => {
    for (const row of rows) insert.run(row)
  })()
  connection.close()
}

function shell(file: string, command: string): void {
  const { status, stderr } = spawnSync('sqlite3', ['-batch', file], {
    input: `${command}\n`,
    encoding: 'utf8',
  })
  if (status !== 0 || stderr !== '') throw new Error(`The sqlite3 shell failed: ${stderr.slice(0, 500)}`)
}
