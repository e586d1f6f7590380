import { memberSearchColumns, memberTexts } from '@main/database/derived/memberSearch'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

/** The texts of a file's records as one text: all tables that an undo has to bring back. */
function records(): string {
  const tables = file.read((db) =>
    db.column<string>(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('commands', 'changes')
        ORDER BY name`,
    ),
  )
  return JSON.stringify(
    tables.map((table) => [table, file.read((db) => db.all(`SELECT * FROM ${table} ORDER BY 1`))]),
  )
}

/** Throws unless the search indexes are what they would be if they were built anew. */
function expectSearchAsNew(): void {
  const { connection } = file
  connection.exec("INSERT INTO session_search (session_search, rank) VALUES ('integrity-check', 1)")
  const columns = memberSearchColumns.join(', ')
  connection.exec(`
    CREATE VIRTUAL TABLE temp.anew USING fts5 (${columns}, content = '', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO temp.anew (rowid, ${columns}) ${memberTexts};
    CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, anew, instance);
    CREATE VIRTUAL TABLE temp.words_now USING fts5vocab(main, member_search, instance);
  `)
  const words = (table: string) =>
    connection.prepare(`SELECT term, doc, col, "offset" FROM temp.${table} ORDER BY doc, col, "offset"`).all()
  const [anew, now] = [words('words_anew'), words('words_now')]
  connection.exec('DROP TABLE temp.words_anew; DROP TABLE temp.words_now; DROP TABLE temp.anew')
  expect(now).toEqual(anew)
}

const someWords = fc
  .array(fc.constantFrom('bees', 'wax', 'Hive', 'Ökologie', 'the'), { maxLength: 4 })
  .map((w) => w.join(' '))
const someTopics = fc.uniqueArray(fc.constantFrom('Bees', 'bees', 'Wax', 'Honey'), { maxLength: 3 })
const someDate = fc.constantFrom('2026-01-05', '2026-11-20', '2024-02-29')
const which = fc.nat({ max: 30 })

const step = fc.oneof(
  fc.record({
    do: fc.constant('saveMember' as const),
    which,
    isNew: fc.boolean(),
    name: fc.constantFrom('Ana', 'Bo', 'Cy', 'Dee'),
    location: fc.constantFrom(null, 'Porto', 'Oslo'),
    offered: someTopics,
    wanted: someTopics,
  }),
  fc.record({ do: fc.constant('archive' as const), which, archived: fc.boolean() }),
  fc.record({
    do: fc.constant('saveSession' as const),
    which,
    isNew: fc.boolean(),
    heldOn: someDate,
    title: fc.option(someWords),
    notes: someWords,
    attendees: fc.array(which, { minLength: 1, maxLength: 16 }),
    topics: someTopics,
    items: fc.array(someWords, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('removeSession' as const), which }),
  fc.record({ do: fc.constant('rename' as const), which, name: fc.constantFrom('Apis', 'Mel') }),
  fc.record({
    do: fc.constant('import' as const),
    members: fc.integer({ min: 1, max: 9 }),
    notes: someWords,
    topics: someTopics,
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function idsOf(table: string): number[] {
  return file.read((db) => db.column<number>(`SELECT id FROM ${table} ORDER BY id`))
}

function pick<T>(values: readonly T[], index: number): T | undefined {
  return values[index % Math.max(1, values.length)]
}

async function carryOut(action: Exclude<Step, { do: 'undo' | 'redo' }>): Promise<void> {
  const people = idsOf('members')
  if (action.do === 'saveMember') {
    const { name, location, offered, wanted } = action
    const member = memberInput({ name, location, skillsOffered: offered, skillsWanted: wanted })
    await file.call('members.save', {
      id: action.isNew ? null : (pick(people, action.which) ?? null),
      member,
    })
  } else if (action.do === 'archive') {
    const id = pick(people, action.which)
    if (id !== undefined) await file.call('members.archive', { ids: [id], archived: action.archived })
  } else if (action.do === 'saveSession') {
    if (people.length === 0) return
    const { heldOn, title, notes, topics } = action
    const attendeeIds = action.attendees.flatMap((index) => pick(people, index) ?? [])
    const actionItems = action.items
      .filter((text) => text !== '')
      .map((text) => ({ id: null, text, ownerId: null, dueOn: null, doneOn: null }))
    const session = sessionInput({ attendeeIds, heldOn, title, notes, topics, actionItems })
    await file.call('sessions.save', {
      id: action.isNew ? null : (pick(idsOf('sessions'), action.which) ?? null),
      session,
    })
  } else if (action.do === 'removeSession') {
    const id = pick(idsOf('sessions'), action.which)
    if (id !== undefined) await file.call('sessions.remove', { id })
  } else if (action.do === 'rename') {
    const id = pick(idsOf('topics'), action.which)
    const isTaken =
      file.read((db) => db.value('SELECT 1 FROM topics WHERE name = ?', action.name)) !== undefined
    if (id !== undefined && !isTaken)
      await file.command((writer) => writer.update('topics', id, { name: action.name }))
  } else await importMany(action)
}

/** What an import does: many rows at a time, of which some are changed again before it ends. */
function importMany({ members: count, notes, topics }: Extract<Step, { do: 'import' }>): Promise<void> {
  return file.command((writer) => {
    const { now } = writer
    const topicIds = new Set(
      topics.map(
        (name) =>
          writer.value<number>('SELECT id FROM topics WHERE name = ? COLLATE NOCASE', name) ??
          writer.insert('topics', { name }),
      ),
    )
    const rows = writer.bulk('members', ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at'])
    const skills = writer.bulk('member_skills', ['member_id', 'topic_id', 'side'])
    const held = writer.bulk('sessions', ['held_on', 'notes', 'confidentiality', 'created_at', 'updated_at'])
    for (let index = 0; index < count; index++) {
      const id = rows.add([`Guest ${index}`, `Guest ${index}`, 'active', 'neither', now, now])
      for (const topic of topicIds) skills.add([id, topic, 'offered'])
      const session = held.add([index % 2 === 0 ? '2026-03-01' : '2025-03-01', notes, 'pair', now, now])
      if (index === 1) writer.update('sessions', session, { notes: `${notes} filled in` })
      if (index === 2) writer.update('members', id, { location: 'Porto' })
    }
    for (const bulk of [rows, skills, held]) bulk.end()
  })
}

test('after any sequence of commands, undo and redo, records and indexes are what they should be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      file.close()
      file = openTestFile()
      const states = [records()]
      let at = 0
      for (const action of steps) {
        if (action.do === 'undo' || action.do === 'redo') {
          const next = action.do === 'undo' ? at - 1 : at + 1
          const goes = file.call(`history.${action.do}`, {})
          if (states[next] === undefined) await expect(goes).rejects.toMatchObject({ code: 'not-found' })
          else {
            await goes
            at = next
            expect(records()).toBe(states[at])
          }
        } else {
          await carryOut(action)
          const now = records()
          if (now !== states[at]) {
            states.splice(++at, states.length, now)
          }
        }
        expectSearchAsNew()
        expect((await file.call('programFile.check', {})).problems).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('a large import is found, and its undo leaves nothing to be found', async () => {
  await addMember(file, { name: 'Ana', skillsOffered: ['Bees'] })
  await addSession(file, { attendeeIds: [1], notes: 'bees before' })
  await importMany({ do: 'import', members: 1200, notes: 'bees imported', topics: ['Bees'] })
  const config = () => file.read((db) => db.column('SELECT v FROM session_search_config ORDER BY k'))
  const settings = config()
  expect(hits('session_search', 'imported')).toBe(1200)
  expect(hits('session_search', 'bees')).toBe(1201)
  expectSearchAsNew()
  await file.call('history.undo', {})
  expect(hits('session_search', 'bees')).toBe(1)
  expect(hits('member_search', 'bees')).toBe(1)
  expectSearchAsNew()
  await file.call('history.redo', {})
  expect(hits('session_search', 'bees')).toBe(1201)
  expect(hits('member_search', 'bees')).toBe(1201)
  expectSearchAsNew()
  expect(config()).toEqual(settings)
})

function hits(table: 'session_search' | 'member_search', word: string): number | undefined {
  return file.read((db) => db.value<number>(`SELECT count(*) FROM ${table} WHERE ${table} MATCH ?`, word))
}
