import { renameSync } from 'node:fs'
import { runCommand } from '@main/database/engine/command'
import { openConnection } from '@main/database/engine/open'
import { Reader, type SqlValue } from '@main/database/engine/reader'
import { createHandlers } from '@main/database/queries'
import { fromDayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, openTestFile, type TestFile, taskOn } from './support'

/** The figures come from memory; here the file changes in ways that memory could miss. */

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const everything = { from: null, to: null, communityId: null, location: null, department: null }

/** Two members and a contact that no command wrote. */
function fillByHand(program: TestFile, day: number | bigint): void {
  const member = program.connection.prepare(
    `INSERT INTO members (name, sort_name, status, role, created_at, updated_at)
      VALUES (?, ?, 'active', 'both', '', '')`,
  )
  const people = ['Ana', 'Bo'].map((name) => member.run(name, name).lastInsertRowid)
  program.connection
    .prepare(
      "INSERT INTO interactions (from_id, to_id, directed, day, at, kind) VALUES (?, ?, 1, ?, '', 'visit')",
    )
    .run(...people, day)
}

test('one who has asked about another file before gets the figures of this one', () => {
  const handlers = createHandlers()
  const task = taskOn(file.path)
  const calendar = (program: TestFile) =>
    program.read((db) => handlers.read('activity.calendar')(db, { scope: everything }, task))
  const only = (day: number) => [{ day: fromDayNumber(day), interactions: 1, sessions: 0 }]
  const other = openTestFile()
  try {
    fillByHand(file, 20_000)
    fillByHand(other, 20_001)
    expect(calendar(file)).toEqual(only(20_000))
    expect(calendar(other)).toEqual(only(20_001))
    expect(calendar(file)).toEqual(only(20_000))
  } finally {
    other.close()
  }
})

test('days that no calendar has, written by some other program, are left out', async () => {
  fillByHand(file, 20_000)
  fillByHand(file, 10n ** 12n)
  fillByHand(file, -(10n ** 12n))
  file.connection.exec(`INSERT INTO sessions (held_on, notes, confidentiality, created_at, updated_at)
    VALUES ('0000-05-01', '', 'pair', '', '')`)
  expect(await file.call('activity.calendar', { scope: everything })).toEqual([
    { day: fromDayNumber(20_000), interactions: 1, sessions: 0 },
  ])
})

test('a backup that was put in the place of a file is read anew', async () => {
  const people = [await addMember(file, { name: 'Ana' }), await addMember(file, { name: 'Bo' })] as const
  const [path, backup] = [`${file.path}.copy`, `${file.path}.backup`]
  for (const copy of [path, backup]) file.connection.prepare('VACUUM INTO ?').run(copy)
  const handlers = createHandlers()
  const contactOn = async (day: number) => {
    const connection = openConnection({ file: path, mode: 'write', newestVersion: 10_000 })
    try {
      const record = { operation: 'test', kind: 'do', reverses: null } as const
      const row = { from_id: people[0], to_id: people[1], directed: 1, day, at: '', kind: 'message' }
      await runCommand(connection, [], record, (db) => ({
        value: db.insert('interactions', row),
        summary: '',
      }))
      return await handlers.read('activity.calendar')(
        new Reader(connection),
        { scope: everything },
        taskOn(file.path),
      )
    } finally {
      connection.close()
    }
  }
  const only = (day: number) => [{ day: fromDayNumber(day), interactions: 1, sessions: 0 }]
  expect(await contactOn(20_000)).toEqual(only(20_000))
  // After the next contact there are as many rows and changes, by the same numbers, of another command.
  renameSync(backup, path)
  expect(await contactOn(20_001)).toEqual(only(20_001))
})

test('what somebody else writes while the columns are read is in them', async () => {
  const ana = await addMember(file, { name: 'Ana', location: 'Lisbon' })
  const bo = await addMember(file, { name: 'Bo', location: 'Lisbon' })
  await addContacts(file, [[ana, bo, 20_000]])
  let written = false
  /** Lets a newcomer arrive after the members were read, and before the interactions are. */
  class Interrupted extends Reader {
    override arrays<T extends SqlValue[]>(sql: string, ...parameters: unknown[]): T[] {
      if (!written && sql.includes('FROM interactions')) {
        written = true
        file.connection.exec(`INSERT INTO members (name, sort_name, status, role, location, created_at, updated_at)
            VALUES ('Cy', 'Cy', 'active', 'both', 'Faro', '', '');
          INSERT INTO interactions (from_id, to_id, directed, day, at, kind)
            VALUES (${ana}, last_insert_rowid(), 1, 20001, '', 'message')`)
      }
      return super.arrays<T>(sql, ...parameters)
    }
  }
  const reading = openConnection({ file: file.path, mode: 'read', newestVersion: 10_000 })
  try {
    const input = { scope: everything, of: 'location' }
    const parts = createHandlers().read('activity.breakdown')(
      new Interrupted(reading),
      input,
      taskOn(file.path),
    )
    expect(written).toBe(true)
    expect(parts).toEqual([
      { name: 'Lisbon', interactions: 2, sessions: 0, minutes: 0, members: 2 },
      { name: 'Faro', interactions: 1, sessions: 0, minutes: 0, members: 1 },
    ])
  } finally {
    reading.close()
  }
})

test('taking back a large import leaves what was there before', async () => {
  const ana = await addMember(file, { name: 'Ana' })
  const bo = await addMember(file, { name: 'Bo' })
  await addContacts(file, [[ana, bo, 20_000]])
  const total = async () => {
    const figure = await file.call('activity.series', { scope: everything, by: 'month', group: 'none' })
    return figure.interactions.reduce((sum, count) => sum + count)
  }
  expect(await total()).toBe(1)
  await addContacts(
    file,
    Array.from({ length: 51_000 }, (_, n) => [bo, ana, 20_000 + (n % 90)] as const),
  )
  expect(await total()).toBe(51_001)
  await file.call('history.undo', {})
  expect(await total()).toBe(1)
})
