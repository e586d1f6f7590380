import { afterEach, beforeEach, expect, test } from 'vitest'
import { addItem } from './knowledgeSupport'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(async () => {
  file = openTestFile()
  const ana = await addMember(file, { name: 'Ana Abel', skillsOffered: ['Bees'] })
  const bo = await addMember(file, { name: 'Bo Baker', location: 'Porto' })
  const cy = await addMember(file, { name: 'Cy Cole' })
  await addSession(file, { attendeeIds: [ana, bo, cy], title: 'Hives', notes: 'Where to put the hives' })
  await addSession(file, { attendeeIds: [ana, bo], notes: 'Which bees' })
  await addContacts(file, [[ana, cy, 20_000]])
})
afterEach(() => file.close())

const check = () => file.call('programFile.check', {})

test('a sound file is sound, and tells what it holds', async () => {
  expect(await check()).toMatchObject({
    ok: true,
    problems: [],
    records: { members: 3, topics: 1, sessions: 2, interactions: 5, imports: 0, commands: 6 },
  })
})

test('a search before others write is not taken for damage afterwards', async () => {
  await addItem(file, { title: 'Hives' })
  await file.call('knowledge.titled', { title: 'Häuser' })
  await addItem(file, { title: 'Swarms' })
  expect(await check()).toMatchObject({ ok: true, problems: [] })
})

const damaged = 'The file itself is damaged. Go back to a backup.'

const searchAll =
  'The search in gatherings, communities, programs, asks and action items does not agree with them.'

const figures = 'A figure that is kept beside the records does not agree with them.'

const damages: [what: string, sql: string, ...told: string[]][] = [
  [
    'a session that the search does not know',
    "UPDATE sessions SET notes = 'Something else' WHERE id = 1",
    'The search in sessions does not agree with the notes.',
  ],
  [
    'a session in the search twice',
    "INSERT INTO session_search (rowid, title, agenda, notes) VALUES (5, NULL, NULL, 'bees')",
    'The search in sessions does not agree with the notes.',
  ],
  [
    'a skill that the search does not know',
    "INSERT INTO topics (name) VALUES ('Wax'); INSERT INTO member_skills (member_id, topic_id, side) VALUES (2, 2, 'wanted')",
    'The search in members does not agree with the directory.',
  ],
  [
    'a member who is not in the search',
    'DELETE FROM member_search WHERE rowid = 2',
    'The search in members does not agree with the directory.',
  ],
  [
    'a contact of a session that is missing',
    'DELETE FROM interactions WHERE session_id = 1 AND to_id = 3 AND from_id = 1',
    'A contact between attendees of a session is missing.',
    figures,
  ],
  [
    'a contact of a session on another day',
    'UPDATE interactions SET day = day + 1 WHERE session_id = 2',
    'A contact between attendees of a session is missing.',
    figures,
  ],
  [
    'a contact of a session with somebody who was not there',
    "INSERT INTO interactions (from_id, to_id, directed, day, at, kind, session_id) VALUES (1, 3, 0, 1, 'x', 'session', 2)",
    'A session has contacts between people who were not there.',
    figures,
  ],
  ['a count that is not true', "UPDATE record_counts SET records = 0 WHERE kind = 'members'", figures],
  ['contacts of a day that were not', 'INSERT INTO contact_days (day, contacts) VALUES (1, 1)', figures],
  [
    'a match of which nobody knows when it is due',
    `INSERT INTO programs (name, purpose, starts_on, cadence_days) VALUES ('P', '', '2026-01-01', 14);
      INSERT INTO matches (program_id, status, started_on) VALUES (1, 'active', '2026-01-01');
      UPDATE record_counts SET records = 1 WHERE kind = 'matches'`,
    figures,
    searchAll,
  ],
  [
    'an enrolment that no move has brought to its step',
    `INSERT INTO programs (name, purpose, starts_on) VALUES ('Pilot', '', '2026-01-05');
      INSERT INTO enrolments (program_id, member_id, role, step, step_since, created_at, updated_at)
        VALUES (1, 1, 'mentee', 'ready', '2026-01-05', 'x', 'x')`,
    'An enrolment is in another step than its last move says.',
    searchAll,
  ],
  [
    'a record that points at nothing',
    'PRAGMA foreign_keys = OFF; UPDATE members SET invited_by = 77 WHERE id = 1; PRAGMA foreign_keys = ON',
    'A record points at another that is not there.',
  ],
]

test.each(damages)('finds %s', async (_what, sql, ...told) => {
  file.connection.exec(sql)
  const { ok, problems } = await check()
  expect(ok).toBe(false)
  expect(new Set(problems.map(({ what }) => what))).toEqual(new Set(told))
})

test('finds an index that misses a record', async () => {
  const { connection } = file
  connection.unsafeMode(true)
  connection.exec(`
    PRAGMA writable_schema = ON;
    CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'members_by_email';
    DELETE FROM sqlite_schema WHERE name = 'members_by_email';
    PRAGMA writable_schema = RESET;
    UPDATE members SET email = 'ana@example.org' WHERE id = 1;
    PRAGMA writable_schema = ON;
    INSERT INTO sqlite_schema SELECT * FROM kept;
    PRAGMA writable_schema = RESET;
  `)
  const { problems } = await check()
  expect(problems.filter(({ what }) => what === damaged)).toEqual([
    { what: damaged, detail: expect.stringContaining('missing from index members_by_email') },
  ])
})

test('tells of a file that cannot even be asked', async () => {
  const { connection } = file
  connection.unsafeMode(true)
  connection.exec(`
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'members_by_email')
      WHERE name = 'members_by_invited_by';
    PRAGMA schema_version = 999;
  `)
  const { ok, problems } = await check()
  expect(ok).toBe(false)
  expect(new Set(problems.map(({ what }) => what))).toEqual(new Set([damaged]))
})

test('leaves nothing behind, and a reader is a mere reader afterwards', async () => {
  await check()
  await check()
  expect(file.read((db) => db.column('SELECT name FROM temp.sqlite_schema'))).toEqual([])
  expect(() => file.read((db) => db.get('DELETE FROM members RETURNING id'))).toThrow('readonly')
})

test('nobody has to wait for the check to save', async () => {
  file.read((db) =>
    db.scratch((write) => {
      write('CREATE TABLE temp.names AS SELECT name FROM main.members')
      // A lock on the file would make this throw at once.
      file.connection.pragma('busy_timeout = 0')
      file.connection.exec("UPDATE members SET name = 'Ana' WHERE id = 1")
      expect(db.value('SELECT name FROM members WHERE id = 1')).toBe('Ana Abel')
    }),
  )
  expect(file.read((db) => db.value('SELECT name FROM members WHERE id = 1'))).toBe('Ana')
})

test('the program has a name and a time zone', async () => {
  await file.call('program.begin', { name: 'Circle', timeZone: 'Europe/Lisbon' })
  expect(await file.call('program.overview', {})).toMatchObject({
    name: 'Circle',
    timeZone: 'Europe/Lisbon',
    members: 3,
    sessions: 2,
    interactions: 5,
  })
  await file.call('program.rename', { name: 'Ring' })
  expect((await file.call('history.state', {})).undo?.summary).toBe('Program called “Ring”')
  await file.call('history.undo', {})
  expect((await file.call('program.overview', {})).name).toBe('Circle')
  for (const timeZone of ['Lisbon', '']) {
    await expect(file.call('program.setTimeZone', { timeZone })).rejects.toThrow(
      'This time zone is not known.',
    )
  }
})

test('days of contacts with a time move with the time zone, and back', async () => {
  await file.command((writer) => {
    const contact = { from_id: 1, to_id: 2, directed: 1, kind: 'message' }
    writer.insert('interactions', { ...contact, day: 20_000, at: '2024-10-04T23:30:00Z' })
  })
  const days = () =>
    file.read((db) => db.column('SELECT day FROM interactions WHERE day < 20100 ORDER BY id'))
  await file.call('program.setTimeZone', { timeZone: 'Asia/Tokyo' })
  expect(days()).toEqual([20_000, 20_001])
  await file.call('history.undo', {})
  expect(days()).toEqual([20_000, 20_000])
})

test('the history of imports is there, the last one first', async () => {
  await file.command((writer) => {
    for (const fileName of ['a.csv', 'b.csv']) {
      const counts = { added: 1, merged: 2, skipped: 3, rejected: 4 }
      writer.insert('imports', { at: writer.now, kind: 'members', file_name: fileName, ...counts })
    }
  })
  const history = await file.call('imports.history', {})
  expect(history.map(({ fileName, rejected }) => [fileName, rejected])).toEqual([
    ['b.csv', 4],
    ['a.csv', 4],
  ])
})
