import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dump, fixture, importText, questions, requestFor } from './importSupport'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(async () => {
  expect(await file.call('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
  file.close()
})

const undo = () => file.call('history.undo', {})
const memberNamed = async (name: string) => {
  const found = (await file.call('members.find', { query: name, limit: 9 })).find((one) => one.name === name)
  if (!found) throw new Error(`There is no ${name}.`)
  return file.call('members.get', { id: found.id })
}
const nothing = {
  added: 0,
  merged: 0,
  rejected: [],
  rejectedCount: 0,
  newMembers: 0,
  enrolled: 0,
  importId: null,
}

const people = `Name,Email,Department,Location,Skills offered,Invited by
Ana Abel,ana@x.example,Finance,Lisbon,"Budgeting; Excel",
Bo Baker,bo@x.example,Sales,Porto,excel,Ana Abel
Cy Cole,,Legal,,,Bo Baker
`

test('a file of members comes in with places, skills and who invited whom', async () => {
  const done = await importText(file, 'members', people)
  expect(done).toMatchObject({ added: 3, merged: 0, skipped: 0, rejected: [], rejectedCount: 0 })
  const bo = await memberNamed('Bo Baker')
  expect(bo).toMatchObject({
    email: 'bo@x.example',
    department: 'Sales',
    location: 'Porto',
    status: 'active',
    invitedBy: { name: 'Ana Abel' },
  })
  expect(bo.skillsOffered).toEqual(['Excel'])
  expect((await memberNamed('Cy Cole')).invitedBy).toMatchObject({ name: 'Bo Baker' })
  const history = await file.call('imports.history', {})
  expect(history).toMatchObject([{ kind: 'members', fileName: 'members.csv', added: 3, rejected: 0 }])
})

test('the same file of members twice changes nothing, and leaves no trace', async () => {
  await importText(file, 'members', people)
  const before = dump(file)
  expect(await importText(file, 'members', people)).toEqual({ ...nothing, skipped: 3 })
  expect(dump(file)).toEqual(before)
  expect(await file.call('history.state', {})).toMatchObject({
    undo: { summary: 'Import of 3 members from members.csv' },
  })
})

test('merging takes what the file says anew and keeps the rest; skipping keeps everything', async () => {
  await addMember(file, {
    name: 'Ana Abel',
    email: 'ana@x.example',
    location: 'Madrid',
    about: 'Likes maps',
    skillsOffered: ['Law'],
  })
  const text = `Name,Email,Location,Phone,About,Skills offered
Ana Abel,ANA@x.example,Lisbon,+351 1,Something else,Budgeting
Bo Baker,bo@x.example,,,,
`
  const before = dump(file)
  expect(await importText(file, 'members', text, { onDuplicate: 'skip' })).toMatchObject({
    added: 1,
    merged: 0,
    skipped: 1,
  })
  expect(dump(file).members.slice(0, 1)).toEqual(before.members)
  await undo()
  expect(await importText(file, 'members', text)).toMatchObject({ added: 1, merged: 1, skipped: 0 })
  const ana = await memberNamed('Ana Abel')
  expect(ana).toMatchObject({ location: 'Lisbon', phone: '+351 1', about: 'Likes maps' })
  expect(ana.skillsOffered.toSorted()).toEqual(['Budgeting', 'Law'])
})

test('of two rows about one person the first counts and the second fills in, each time anew', async () => {
  const text = `Name,Email,Department,Phone,Skills offered
,ana@x.example,Finance,,Budgeting
Ana Abel,ana@x.example,Sales,+351 1,Law
`
  expect(await importText(file, 'members', text)).toMatchObject({ added: 1, merged: 1, skipped: 0 })
  const ana = await memberNamed('Ana Abel')
  expect(ana).toMatchObject({ department: 'Finance', phone: '+351 1', sortName: 'Abel, Ana' })
  expect(ana.skillsOffered.toSorted()).toEqual(['Budgeting', 'Law'])
  const before = dump(file)
  expect(await importText(file, 'members', text)).toEqual({ ...nothing, skipped: 2 })
  expect(dump(file)).toEqual(before)
})

test('what one row says of a department tells who the next row means', async () => {
  await addMember(file, { name: 'Ana Abel', email: 'ana@x.example' })
  const text = `Name,Email,Department
Ana Abel,ana@x.example,Finance
Ana Abel,,Finance
`
  expect(await importText(file, 'members', text)).toMatchObject({ added: 0, merged: 1, skipped: 1 })
})

test('a name that several bear is asked about, and the answer is followed', async () => {
  const finance = await addMember(file, { name: 'Ana Abel', department: 'Finance' })
  const sales = await addMember(file, { name: 'Ana Abel', department: 'Sales' })
  const text = 'Name,Phone\nAna Abel,+351 1\nBo Baker,+351 2\n'
  expect(await questions(file, 'members', text)).toEqual([
    { name: 'Ana Abel', rows: 1, ids: [finance, sales] },
  ])
  expect(await importText(file, 'members', text)).toMatchObject({
    added: 1,
    rejectedCount: 1,
    rejected: [{ line: 2, reason: '“Ana Abel” could be any of 2 members. Say who is meant.' }],
  })
  await undo()
  const is = (decision: number | 'new' | 'skip') => ({ decisions: [{ name: 'Ana Abel', is: decision }] })
  expect(await importText(file, 'members', text, is(sales))).toMatchObject({ added: 1, merged: 1 })
  expect(await file.call('members.get', { id: sales })).toMatchObject({ phone: '+351 1' })
  expect(await file.call('members.get', { id: finance })).toMatchObject({ phone: null })
  await undo()
  expect(await importText(file, 'members', text, is('new'))).toMatchObject({ added: 2, merged: 0 })
  await undo()
  expect(await importText(file, 'members', text, is('skip'))).toMatchObject({
    added: 1,
    rejected: [{ line: 2, reason: 'Left out, as you said for “Ana Abel”.' }],
  })
})

test('undo of an import brings back every table as it was, and redo the import', async () => {
  const ana = await addMember(file, { name: 'Ana Abel', email: 'ana@x.example', location: 'Madrid' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  await addMatch(file, { program: 'Onboarding', mentor: ana, mentee: bo })
  await addSession(file, { attendeeIds: [ana, bo], heldOn: '2026-03-12', notes: '', topics: ['Law'] })
  const imports = [
    ['members', people],
    [
      'sessions',
      'Date,Attendees,Notes,Topics\n2026-03-12,Ana Abel; Bo Baker,Met,Law\n2026-03-13,Bo Baker; Dee,,Tea\n',
    ],
    ['interactions', 'from,to,at,kind,community\nBo Baker,Eve,2026-03-13,help,Operations\n'],
  ] as const
  for (const [kind, text] of imports) {
    const before = dump(file)
    const { added } = await importText(file, kind, text)
    expect(added).toBeGreaterThan(0)
    const after = dump(file)
    await undo()
    expect(dump(file), `undo of ${kind}`).toEqual(before)
    await file.call('history.redo', {})
    expect(dump(file), `redo of ${kind}`).toEqual(after)
  }
})

test('a session belongs to the match of the two who met, and counts as their contact', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  const cy = await addMember(file, { name: 'Cy Cole' })
  const match = await addMatch(file, { program: 'Onboarding', mentor: bo, mentee: ana })
  await addMatch(file, { program: 'Onboarding', mentor: ana, mentee: cy })
  await addMatch(file, { program: 'Second', mentor: cy, mentee: ana })
  const text = `Date,Mentor,Mentee,Length,Notes,Next steps
2026-03-12,Ana Abel,Bo Baker,45,They met,Send the list
2026-03-13,Ana Abel,Cy Cole,,Two matches are possible,
`
  expect(await importText(file, 'sessions', text)).toMatchObject({ added: 2, newMembers: 0 })
  const page = { offset: 0, limit: 9 }
  const filter = {
    query: '',
    memberId: null,
    matchId: null,
    topicIds: [],
    media: [],
    confidentialities: [],
    from: null,
    to: null,
    withoutNotes: false,
  }
  const { rows } = await file.call('sessions.list', { filter, page })
  const matches = await Promise.all(rows.map(({ id }) => file.call('sessions.get', { id })))
  expect(matches.map(({ heldOn, match: found }) => [heldOn, found?.id ?? null])).toEqual([
    ['2026-03-13', null],
    ['2026-03-12', match],
  ])
  expect(matches[1]).toMatchObject({ minutes: 45, actionItems: [{ text: 'Send the list', owner: null }] })
  expect(dump(file).interactions).toMatchObject([
    { from_id: ana, to_id: bo, directed: 0, at: '2026-03-12', kind: 'session' },
    { from_id: ana, to_id: cy, directed: 0, at: '2026-03-13', kind: 'session' },
  ])
})

test('the same sessions twice change nothing; missing notes are filled in; other notes are another session', async () => {
  const row = (notes: string) => `Date,Attendees,Notes\n2026-03-12,Ana Abel; Bo Baker,${notes}\n`
  expect(await importText(file, 'sessions', row(''))).toMatchObject({ added: 1, newMembers: 2 })
  expect(await importText(file, 'sessions', row('Bees'), { onDuplicate: 'merge' })).toMatchObject({
    added: 0,
    merged: 1,
  })
  const before = dump(file)
  for (const notes of ['Bees', ''])
    expect(await importText(file, 'sessions', row(notes))).toEqual({ ...nothing, skipped: 1 })
  expect(dump(file)).toEqual(before)
  expect(await importText(file, 'sessions', row('Wasps'))).toMatchObject({ added: 1, newMembers: 0 })
})

test('people who are not in the directory are added, or their rows refused', async () => {
  await addMember(file, { name: 'Rui Silva' })
  const text = fixture('sessions-log')
  const before = dump(file)
  expect(await importText(file, 'sessions', text, { addUnknown: false })).toMatchObject({
    ...nothing,
    skipped: 0,
    rejectedCount: 3,
    rejected: expect.arrayContaining([
      { line: 2, reason: 'Nobody called “Amara Okafor” is in the directory.' },
      { line: 5, reason: 'Nobody called “Hana Ito” is in the directory.' },
    ]),
  })
  expect(dump(file)).toEqual(before)
  expect(await importText(file, 'sessions', text)).toMatchObject({
    added: 2,
    newMembers: 2,
    rejectedCount: 1,
  })
  expect(await memberNamed('Hana Ito')).toMatchObject({ email: 'hana@ito.example' })
})

test('a row that is refused brings nobody into the directory', async () => {
  await addMember(file, { name: 'Ana Abel', department: 'Finance' })
  await addMember(file, { name: 'Ana Abel', department: 'Sales' })
  const contacts = 'from,to,at\nNew One,Ana Abel,2026-03-12\nNew Two,new two,2026-03-12\n'
  expect(await importText(file, 'interactions', contacts)).toMatchObject({
    added: 0,
    newMembers: 0,
    rejectedCount: 2,
  })
  const sessions = 'Date,Attendees\n2026-03-12,New One; Ana Abel\n'
  expect(await importText(file, 'sessions', sessions)).toMatchObject({
    added: 0,
    newMembers: 0,
    rejectedCount: 1,
  })
  expect(dump(file).members).toHaveLength(2)
})

test('contacts: as many as a file has, however often it is imported', async () => {
  const row = 'Ana Abel,Bo Baker,2026-03-12T10:00:00Z,message\n'
  const head = 'from,to,at,kind\n'
  expect(await importText(file, 'interactions', head + row.repeat(2))).toMatchObject({
    added: 2,
    newMembers: 2,
  })
  expect(await importText(file, 'interactions', head + row.repeat(2))).toEqual({ ...nothing, skipped: 2 })
  expect(await importText(file, 'interactions', head + row)).toEqual({ ...nothing, skipped: 1 })
  expect(await importText(file, 'interactions', head + row.repeat(3))).toMatchObject({ added: 1, skipped: 2 })
  const other =
    'Bo Baker,Ana Abel,2026-03-12T10:00:00Z,message\nAna Abel,Bo Baker,2026-03-12T10:00:00Z,reply\n'
  expect(await importText(file, 'interactions', head + other)).toMatchObject({ added: 2, skipped: 0 })
  expect(dump(file).interactions).toHaveLength(5)
})

test('the day of a contact is the one in the program’s time zone', async () => {
  await file.call('program.setTimeZone', { timeZone: 'Asia/Tokyo' })
  await importText(
    file,
    'interactions',
    'from,to,at,kind\nAna,Bo,2026-03-12T20:00:00Z,message\nAna,Bo,2026-03-12,call\n',
  )
  const day = (date: string) => Date.parse(date) / 86_400_000
  expect(dump(file).interactions).toMatchObject([
    { at: '2026-03-12T20:00:00Z', day: day('2026-03-13') },
    { at: '2026-03-12', day: day('2026-03-12') },
  ])
})

test('a community that a file names is made once, whatever its case', async () => {
  const text = 'from,to,at,community\nAna,Bo,2026-03-12,Operations\nAna,Bo,2026-03-13,operations\n'
  await importText(file, 'interactions', text)
  expect(await file.call('communities.options', {})).toMatchObject([{ name: 'Operations' }])
})

test('a file with the same columns is understood as the last one was, also after its import was undone', async () => {
  const sheet = (name: string) => `Name,Talent,Seen\n${name},Welding,03/04/2026\n`
  const request = await requestFor(file, 'members', sheet('Ana Abel'))
  const mapping = ['name', 'skillsOffered', 'joinedOn']
  const plan = { ...request.plan, mapping, dateOrder: 'dmy' as const }
  expect(await file.call('imports.run', { ...request, plan })).toMatchObject({ added: 1 })
  await file.call('imports.remember', { kind: 'members', columns: plan.columns, mapping, dateOrder: 'dmy' })
  await undo()

  const inspected = (text: string, kind: 'members' | 'sessions' | null) => {
    writeFileSync(request.file, text)
    const found = { encoding: null, delimiter: null, headerLine: null, mapping: null }
    return file.call('imports.inspect', { file: request.file, kind, ...found })
  }
  expect(await inspected(sheet('Bo Baker'), null)).toMatchObject({
    kind: 'members',
    mapping,
    dateOrder: 'ambiguous',
    remembered: { mapping, dateOrder: 'dmy' },
  })
  expect((await inspected(sheet('Bo Baker'), 'sessions')).remembered).toBeNull()
  expect(
    (await inspected('Name,Talent,Seen,More\nBo Baker,Welding,03/04/2026,1\n', null)).remembered,
  ).toBeNull()
  const settings = file.connection.prepare('SELECT key, value FROM settings').all()
  expect(JSON.stringify(settings)).not.toContain('Talent')
})
