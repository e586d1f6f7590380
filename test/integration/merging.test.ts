import { memberPointers } from '@main/database/queries/members/memberTies'
import { contactSources } from '@main/database/queries/merging/contactSources'
import { relations } from '@main/database/queries/merging/relations'
import { mentionLink } from '@shared/domain/mentions'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText } from './importSupport'
import { addProgram, enrol } from './programSupport'
import { records } from './sequenceChecks'
import { addMatch, addMember, addSession, openTestFile, sessionInput, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const columns = <T extends string | number>(sql: string) => file.read((db) => db.column<T>(sql))

test('every column that points at a member is carried over by a merge', () => {
  const known = file.read(memberPointers).map(({ table, column }) => `${table}.${column}`)
  expect(Object.keys(relations).sort()).toEqual(known.sort())
})

test('what belongs to an enrolment, and what a contact follows from, is thought of', () => {
  const pointers = (target: string) =>
    columns<string>(
      `SELECT t.name || '.' || f."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' AND f."table" = '${target}' ORDER BY 1`,
    )
  expect(pointers('enrolments')).toEqual([
    'enrolment_checks.enrolment_id',
    'enrolment_moves.enrolment_id',
    'wishes.enrolment_id',
  ])
  const sources = columns<string>(
    `SELECT "from" FROM pragma_foreign_key_list('interactions')
      WHERE "table" NOT IN ('members', 'communities', 'imports') ORDER BY 1`,
  )
  expect(Object.keys(contactSources).sort()).toEqual(sources)
})

test('members who may be the same person are listed with why, the surest first', async () => {
  const place = { location: 'Porto', department: 'Finance' }
  await addMember(file, { name: 'Mira Okafor', email: 'mira@x.example', ...place })
  await addMember(file, { name: 'Okafor, Mira', email: 'MIRA@x.example' })
  await addMember(file, { name: 'José Müller', ...place })
  await addMember(file, { name: 'Jose Mueller', ...place })
  await addMember(file, { name: 'Ana Silva', location: 'Oslo' })
  await addMember(file, { name: 'Ana Sousa', location: 'Oslo' })
  const { rows, total } = await file.call('members.duplicates', { importId: null, limit: 50 })
  expect(total).toBe(2)
  expect(rows.map(({ confidence }) => confidence)).toEqual(['almost certain', 'likely'])
  expect(rows[0]?.reasons.map(({ text }) => text)).toEqual([
    'the same e-mail address',
    'the same name, written in two ways',
  ])
  expect([rows[1]?.keep.name, rows[1]?.other.name]).toEqual(['José Müller', 'Jose Mueller'])
})

test('who was noted as another person is no longer asked about, until that is taken back', async () => {
  const first = await addMember(file, { name: 'Mira Okafor' })
  const second = await addMember(file, { name: 'Mira Okafor' })
  const total = async () => (await file.call('members.duplicates', { importId: null, limit: 50 })).total
  expect(await total()).toBe(1)
  await file.call('members.setDistinct', { first: second, second: first, distinct: true })
  expect(await total()).toBe(0)
  expect(await file.call('members.distinct', {})).toMatchObject([
    { first: { id: first }, second: { id: second } },
  ])
  await file.call('history.undo', {})
  expect(await total()).toBe(1)
})

test('two who were at one session are hardly one person', async () => {
  const first = await addMember(file, { name: 'Mira Okafor', location: 'Porto' })
  const second = await addMember(file, { name: 'Mira Okafor', location: 'Porto' })
  await addSession(file, { attendeeIds: [first, second] })
  expect((await file.call('members.duplicates', { importId: null, limit: 50 })).total).toBe(0)
})

/** Two records of one person with something of everything, and somebody else. */
async function twice() {
  const keep = await addMember(file, {
    name: 'Mira Okafor',
    email: 'mira@x.example',
    role: 'mentor',
    skillsOffered: ['Bees'],
    languages: ['English'],
  })
  const other = await addMember(file, {
    name: 'M. Okafor',
    phone: '+351 22 000 11 22',
    role: 'mentee',
    department: 'Finance',
    skillsOffered: ['Bees', 'Wax'],
    languages: ['Portuguese', 'English'],
    invitedBy: keep,
  })
  const rui = await addMember(file, { name: 'Rui Costa', invitedBy: other, manager: other })
  const both = await addSession(file, { attendeeIds: [keep, other, rui], heldOn: '2026-02-02' })
  const theirs = await addSession(file, {
    attendeeIds: [other, rui],
    notes: `Ask ${mentionLink(other, 'M. Okafor')} again`,
    actionItems: [{ id: null, text: 'Call', ownerId: other, dueOn: null, doneOn: null }],
  })
  const match = await addMatch(file, { program: 'Ring', mentor: other, mentee: rui })
  const program = await addProgram(file, { name: 'Pathways' })
  await enrol(file, { programId: program, memberId: keep, step: 'applied' })
  const further = await enrol(file, { programId: program, memberId: other, step: 'trained' })
  for (const [memberId, answer] of [
    [keep, 'given'],
    [other, 'refused'],
  ] as const)
    await file.call('consents.record', {
      memberIds: [memberId],
      purpose: 'reports',
      answer,
      answeredOn: memberId === keep ? '2026-05-05' : '2026-01-05',
      how: null,
    })
  await file.command((writer) =>
    writer.insert('interactions', {
      ...{ from_id: keep, to_id: other, directed: 1, day: 20_000, at: '2024-10-04', kind: 'help' },
    }),
  )
  return { keep, other, rui, both, theirs, match, further, program }
}

const sentences = (notes: readonly string[]) => notes.join('\n')

test('all that is the other’s comes over, what cannot is told, and one undo brings it all back', async () => {
  const { keep, other, rui, both, theirs, match, further } = await twice()
  const before = records(file)
  const preview = await file.call('members.mergePreview', { keep, other })
  expect(preview.refusal).toBeNull()
  const { notes } = await file.call('members.merge', { keep, other, choices: {} })
  // The dialog promises what is done.
  for (const note of notes) expect(preview.notes).toContain(note)
  expect(sentences(notes)).toContain('1 contact between Mira Okafor and M. Okafor goes')
  expect(sentences(notes)).toContain('the enrolment that got further stays, “trained” rather than “applied”')
  expect(sentences(notes)).toContain('the stricter answer, “refused”, counts')
  const member = await file.call('members.get', { id: keep })
  expect(member).toMatchObject({
    name: 'Mira Okafor',
    email: 'mira@x.example',
    phone: '+351 22 000 11 22',
    department: 'Finance',
    role: 'both',
    skillsOffered: ['Bees', 'Wax'],
    languages: ['English', 'Portuguese'],
    invitedBy: null,
    invited: [{ id: rui }],
    sessions: 2,
    matches: [{ id: match, side: 'mentor' }],
    enrolments: [{ id: further, step: 'trained' }],
  })
  const session = await file.call('sessions.get', { id: theirs })
  expect(session.notes).toBe(`Ask ${mentionLink(keep, 'M. Okafor')} again`)
  expect(session.actionItems[0]?.owner?.id).toBe(keep)
  expect((await file.call('sessions.get', { id: both })).attendees.map(({ id }) => id).sort()).toEqual([
    keep,
    rui,
  ])
  for (const { table, column } of file.read(memberPointers))
    expect(columns(`SELECT id FROM ${table} WHERE ${column} = ${other}`), `${table}.${column}`).toEqual([])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  await file.call('history.undo', {})
  expect(records(file)).toBe(before)
})

test('what was chosen stays, and both names go on being found by an import', async () => {
  const text = 'Name,Email,Department\nM. Okafor,,Finance\nMira Okafor,mira@x.example,\n'
  const { keep, other } = await twice()
  await file.call('members.merge', { keep, other, choices: { name: 'other', department: 'keep' } })
  expect(await file.call('members.get', { id: keep })).toMatchObject({ name: 'M. Okafor', department: null })
  const outcome = await importText(file, 'members', text)
  expect(outcome).toMatchObject({ added: 0, rejectedCount: 0 })
  expect(columns(`SELECT count(*) FROM members`)).toEqual([2])
})

test('two who are a match of their own are two people', async () => {
  const keep = await addMember(file, { name: 'Mira Okafor' })
  const other = await addMember(file, { name: 'Mira Okafor' })
  await addMatch(file, { program: 'Ring', mentor: keep, mentee: other })
  const { refusal } = await file.call('members.mergePreview', { keep, other })
  expect(refusal).toContain('are a match in Ring')
  await expect(file.call('members.merge', { keep, other, choices: {} })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('taken apart after other things were done, the two are as they were', async () => {
  const { keep, other } = await twice()
  const before = records(file)
  const { command } = await file.call('members.merge', { keep, other, choices: {} })
  const guest = await addMember(file, { name: 'Guest' })
  expect(await file.call('members.splitPreview', { command })).toMatchObject({
    kept: { name: 'Mira Okafor' },
    back: { name: 'M. Okafor' },
    stays: [],
    conflicts: [],
    refusal: null,
  })
  await file.call('members.split', { command })
  await file.call('members.remove', { ids: [guest] })
  const meanwhile = (text: string) =>
    JSON.parse(text).filter(([table]: [string]) => table !== 'trash' && table !== 'interactions') as unknown
  expect(meanwhile(records(file))).toEqual(meanwhile(before))
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  expect(await file.call('members.splitPreview', { command })).toBeNull()
})

test('what was changed or added since stays, and is told before', async () => {
  const { keep, other, rui, theirs } = await twice()
  const { command } = await file.call('members.merge', { keep, other, choices: {} })
  const { id: _, ...stored } = await file.call('members.get', { id: keep })
  const { levels, invited, matches, enrolments, communities, sessions, ...fields } = stored
  const { lastContactOn, archived, createdAt, erasedAt, keep: kept, ...member } = fields
  await file.call('members.save', {
    id: keep,
    member: { ...member, phone: '+351 99', invitedBy: null, manager: null },
  })
  await file.call('sessions.save', {
    id: theirs,
    session: sessionInput({ attendeeIds: [rui, keep], notes: 'Written anew' }),
  })
  const fresh = await addSession(file, { attendeeIds: [keep, rui], heldOn: '2026-11-22' })
  const preview = await file.call('members.splitPreview', { command })
  expect(preview?.conflicts).toEqual([
    expect.stringContaining('“Notes” of Session with Rui Costa and Mira Okafor'),
    '“Phone” of Mira Okafor was changed since, and stays as it is.',
    expect.stringContaining('M. Okafor does not come back into it.'),
  ])
  expect(sentences(preview?.stays ?? [])).toContain('1 session')
  await file.call('members.split', { command })
  expect(await file.call('members.get', { id: keep })).toMatchObject({ phone: '+351 99', department: null })
  expect(await file.call('members.get', { id: other })).toMatchObject({
    name: 'M. Okafor',
    department: 'Finance',
  })
  const there = async (id: number) =>
    (await file.call('sessions.get', { id })).attendees.map((one) => one.id).sort()
  expect(await there(theirs)).toEqual([other, rui])
  expect(await there(fresh)).toEqual([keep, rui])
  expect((await file.call('sessions.get', { id: theirs })).notes).toBe('Written anew')
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('what comes back out of the trash after a merge is theirs', async () => {
  const { keep, other, both, rui } = await twice()
  const { trash } = await file.call('sessions.remove', { id: both })
  await file.call('members.merge', { keep, other, choices: {} })
  await file.call('trash.restore', { ids: trash })
  expect((await file.call('sessions.get', { id: both })).attendees.map(({ id }) => id).sort()).toEqual([
    keep,
    rui,
  ])
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('whoever is erased after a merge is erased under both names', async () => {
  const { keep, other } = await twice()
  await file.call('members.merge', { keep, other, choices: {} })
  await file.call('members.eraseRecords', { ids: [keep], reason: null })
  const everywhere = file.read((db) =>
    ['changes', 'commands', 'members', 'sessions', 'member_identities'].flatMap((table) =>
      db.all(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row)),
    ),
  )
  expect(everywhere.filter((text) => /Okafor|22 000 11 22|mira@/.test(text))).toEqual([])
})

test('a member’s own record says how they were known before', async () => {
  const { keep, other } = await twice()
  await file.call('members.merge', { keep, other, choices: {} })
  const { html } = await file.call('memberExport.preview', {
    ...{ id: keep, privateNotes: false, others: 'named', today: '2026-11-26' },
  })
  expect(html).toContain('Known before as')
  expect(html).toContain('M. Okafor (Finance)')
})
