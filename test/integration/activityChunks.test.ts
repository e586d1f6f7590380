import { runsOf } from '@main/database/columns/chunks'
import { numberAt } from '@main/database/columns/numbers'
import { packNextChunk } from '@main/database/derived'
import { Writer } from '@main/database/engine/writer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

/** The charts read packed chunks; whatever is done to the rows, they have to come to the same as the rows. */

let file: TestFile
let members: number[]
beforeEach(async () => {
  file = openTestFile()
  members = [
    await addMember(file, { name: 'Ana', location: 'Porto' }),
    await addMember(file, { name: 'Bo' }),
    await addMember(file, { name: 'Cy' }),
  ]
})
afterEach(() => file.close())

/** More than two chunks of contacts, some of which come from sessions. */
const many = 40_000

async function importMany(): Promise<void> {
  const [ana = 0, bo = 0, cy = 0] = members
  const people = [ana, bo, cy] as const
  await addContacts(
    file,
    Array.from({ length: many }, (_, index) => {
      const from = people[index % 3] ?? 0
      const to = people[(index + 1 + (index % 2)) % 3] ?? 0
      return [from, to, 20_000 + (index % 400), ['message', 'help', 'visit'][index % 3] ?? ''] as const
    }),
  )
}

const everything = { from: null, to: null, communityId: null, location: null, department: null }

/** All that is read of the interactions, as plain values. */
function read(): string {
  return file.read((db) =>
    JSON.stringify(
      [...runsOf(db, 'interactions', 1, Number.MAX_SAFE_INTEGER)].flatMap(({ ids, columns, codes, words }) =>
        Array.from({ length: ids.length }, (_, row) => [
          ...[ids, ...columns].map((column) => numberAt(column, row)),
          words[numberAt(codes, row)],
        ]),
      ),
    ),
  )
}

function rows(): string {
  return JSON.stringify(
    file.read((db) =>
      db.arrays(
        `SELECT id, from_id, to_id, directed, day, coalesce(community_id, 0), coalesce(session_id, 0),
            import_id IS NOT NULL, kind FROM interactions ORDER BY id`,
      ),
    ),
  )
}

const chunks = () => file.read((db) => db.value<number>('SELECT count(*) FROM activity_chunks')) ?? 0

async function expectTrue(): Promise<void> {
  expect(read()).toBe(rows())
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  const kinds = await file.call('activity.breakdown', { scope: everything, of: 'kind' })
  const counted = file.read((db) =>
    db.all<{ kind: string; count: number }>('SELECT kind, count(*) AS count FROM interactions GROUP BY kind'),
  )
  expect(new Map(kinds.map(({ name, interactions }) => [name, interactions]))).toEqual(
    new Map(counted.map(({ kind, count }) => [kind, count])),
  )
}

/** What the writer does when nobody waits. */
function packAll(): number {
  const { connection } = file
  let packed = 0
  while (connection.transaction(() => packNextChunk(new Writer(connection, null, [], '')))()) packed++
  return packed
}

test('an import leaves whole chunks packed, and the rest as rows', async () => {
  await importMany()
  expect(chunks()).toBe(2)
  expect(packAll()).toBe(0)
  await expectTrue()
})

test('a changed, deleted or added row takes its chunk with it, until it is packed again', async () => {
  await importMany()
  await file.command((writer) => writer.update('interactions', 5, { day: 30_000, kind: 'letter' }))
  expect(chunks()).toBe(1)
  await expectTrue()
  expect(packAll()).toBe(1)
  await expectTrue()
  await file.command((writer) => {
    for (let id = 16_000; id < 17_000; id++) writer.remove('interactions', id)
  })
  expect(chunks()).toBe(0)
  await expectTrue()
  expect(packAll()).toBe(2)
  await expectTrue()
  await file.call('history.undo', {})
  await expectTrue()
  await addSession(file, { attendeeIds: members, notes: 'x' })
  await expectTrue()
})

test('taking an import back leaves nothing, and doing it again the same', async () => {
  await importMany()
  const before = rows()
  await file.call('history.undo', {})
  expect(chunks()).toBe(0)
  await expectTrue()
  expect(packAll()).toBe(0)
  await file.call('history.redo', {})
  expect(rows()).toBe(before)
  expect(chunks()).toBe(2)
  await expectTrue()
})

test('bytes that are none of ours are not trusted', async () => {
  await importMany()
  file.connection.exec("UPDATE activity_chunks SET packed = x'00ff' WHERE chunk = 0")
  expect(read()).toBe(rows())
})

test('a chunk that does not say what the rows say is found', async () => {
  await importMany()
  file.connection.exec(
    'UPDATE activity_chunks SET packed = (SELECT packed FROM activity_chunks WHERE chunk = 1) WHERE chunk = 0',
  )
  const { problems } = await file.call('programFile.check', {})
  expect(problems).toEqual([
    {
      what: 'A figure that is kept beside the records does not agree with them.',
      detail: 'interactions, packed rows from 1 on',
    },
  ])
})
