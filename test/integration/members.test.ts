import { dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addContacts,
  addMatch,
  addMember,
  addSession,
  memberInput,
  openTestFile,
  type TestFile,
} from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('a saved member comes back as it was written, with a sort name made of the name', async () => {
  const id = await addMember(file, {
    name: ' Mira  Okafor ',
    email: 'mira@example.org',
    location: 'Lisbon',
    capacity: 2,
    skillsOffered: ['Budgeting', 'Public speaking'],
    skillsWanted: ['Welding'],
  })
  const member = await file.call('members.get', { id })
  expect(member).toMatchObject({
    name: 'Mira Okafor',
    sortName: 'Okafor, Mira',
    email: 'mira@example.org',
    location: 'Lisbon',
    department: null,
    capacity: 2,
    skillsOffered: ['Budgeting', 'Public speaking'],
    skillsWanted: ['Welding'],
    archived: false,
    lastContactOn: null,
    sessions: 0,
  })
})

test('a change writes what differs and nothing else', async () => {
  const id = await addMember(file, { name: 'Mira Okafor', skillsOffered: ['A', 'B'] })
  const changes = () => file.read((db) => db.value<number>('SELECT count(*) FROM changes') ?? 0)
  const before = changes()
  const member = memberInput({ name: 'Mira Okafor', sortName: 'Okafor, Mira', skillsOffered: ['b', 'A'] })
  await file.call('members.save', { id, member })
  expect(changes()).toBe(before)
  await file.call('members.save', { id, member: { ...member, skillsOffered: ['A', 'C'], location: 'Oslo' } })
  const tables = file.read((db) =>
    db.all('SELECT kind, table_name AS "table" FROM changes WHERE id > ? ORDER BY id', before),
  )
  expect(tables).toEqual([
    { kind: 'update', table: 'members' },
    { kind: 'insert', table: 'topics' },
    { kind: 'delete', table: 'member_skills' },
    { kind: 'insert', table: 'member_skills' },
    { kind: 'update', table: 'members' },
  ])
  expect((await file.call('members.get', { id })).skillsOffered).toEqual(['A', 'C'])
})

test('topics are one whatever their case, in any script', async () => {
  await addMember(file, { name: 'A', skillsOffered: ['Ökologie', 'Excel'] })
  await addMember(file, { name: 'B', skillsOffered: ['ökologie', 'EXCEL'] })
  expect((await file.call('topics.find', { query: '', limit: 10 })).map(({ name }) => name).sort()).toEqual([
    'Excel',
    'Ökologie',
  ])
})

test('nobody can have been invited by somebody who came through them', async () => {
  const ana = await addMember(file, { name: 'Ana A' })
  const bo = await addMember(file, { name: 'Bo B', invitedBy: ana })
  const cy = await addMember(file, { name: 'Cy C', invitedBy: bo })
  const save = (id: number, name: string, invitedBy: number) =>
    file.call('members.save', { id, member: memberInput({ name, invitedBy }) })
  await expect(save(ana, 'Ana A', cy)).rejects.toThrow(
    'Cy C came into the directory through Ana A, so Ana A cannot have been invited by Cy C.',
  )
  await expect(save(ana, 'Ana A', ana)).rejects.toThrow('Nobody can have invited themselves.')
  await expect(save(ana, 'Ana A', 999)).rejects.toMatchObject({ code: 'not-found' })
  await save(cy, 'Cy C', ana)
  expect((await file.call('members.get', { id: ana })).invited.map(({ name }) => name)).toEqual([
    'Bo B',
    'Cy C',
  ])
})

test('what is not there is said so', async () => {
  const gone = { code: 'not-found', message: expect.stringContaining('no longer in the program file') }
  await expect(file.call('members.get', { id: 7 })).rejects.toMatchObject(gone)
  await expect(file.call('members.timeline', { id: 7, limit: 5 })).rejects.toMatchObject(gone)
  const save = file.call('members.save', { id: 7, member: memberInput({ name: 'X' }) })
  await expect(save).rejects.toMatchObject(gone)
})

test('members who may be the same are found by e-mail and by name, slips and order included', async () => {
  const mira = await addMember(file, { name: 'Mira Okafor', email: 'Mira@Example.org' })
  const rene = await addMember(file, { name: 'René Dubois' })
  await addMember(file, { name: 'Rui Silva' })
  const similar = async (name: string, email = '', id: number | null = null) =>
    (await file.call('members.similar', { id, name, email })).map((member) => member.id)
  expect(await similar('Somebody Else', 'mira@example.ORG')).toEqual([mira])
  expect(await similar('okafor mira')).toEqual([mira])
  expect(await similar('Mira Okafr')).toEqual([mira])
  expect(await similar('Rene Dubois')).toEqual([rene])
  expect(await similar('Mira Okafor', 'mira@example.org', mira)).toEqual([])
  expect(await similar('Rui Costa')).toEqual([])
  expect(await similar('"(*', '')).toEqual([])
})

test('the overview and the places tell what the directory holds', async () => {
  const ana = await addMember(file, {
    name: 'Ana A',
    location: 'Porto',
    department: 'IT',
    organisation: 'Org',
  })
  await addMember(file, { name: 'Bo B', location: 'Bergen', invitedBy: ana, joinedOn: '2026-10-01' })
  await addMember(file, { name: 'Cy C', location: 'Porto', invitedBy: ana, joinedOn: '2026-09-30' })
  expect(await file.call('members.overview', { today: '2026-11-23' })).toEqual({
    members: 3,
    locations: 2,
    departments: 1,
    broughtInThisQuarter: 1,
  })
  expect(await file.call('members.places', {})).toEqual({
    locations: ['Bergen', 'Porto'],
    departments: ['IT'],
    organisations: ['Org'],
  })
})

test('a profile shows matches, communities and the last contact', async () => {
  const [ana, bo] = [await addMember(file, { name: 'Ana A' }), await addMember(file, { name: 'Bo B' })]
  const matchId = await addMatch(file, { program: 'Spring', mentor: ana, mentee: bo })
  await addSession(file, { attendeeIds: [ana, bo], matchId, heldOn: '2026-05-04' })
  await file.command((writer) => {
    const row = { name: 'Welders', domain: '', purpose: '', stage: 'maturing', rhythm_days: null }
    const community = writer.insert('communities', row)
    writer.insert('community_members', {
      community_id: community,
      member_id: ana,
      role: null,
      joined_on: null,
    })
  })
  const member = await file.call('members.get', { id: ana })
  expect(member.matches).toEqual([
    {
      id: matchId,
      program: 'Spring',
      status: 'active',
      side: 'mentor',
      others: [{ id: bo, name: 'Bo B' }],
      lastSessionOn: '2026-05-04',
    },
  ])
  expect(member.communities.map(({ name }) => name)).toEqual(['Welders'])
  expect(member).toMatchObject({ sessions: 1, lastContactOn: '2026-05-04' })
})

test('the timeline is one story, newest first, with the contacts of a day in one line', async () => {
  const ana = await addMember(file, { name: 'Ana A', joinedOn: '2026-01-05' })
  const bo = await addMember(file, { name: 'Bo B', joinedOn: '2026-02-01', invitedBy: ana })
  const cy = await addMember(file, { name: 'Cy C' })
  const session = await addSession(file, {
    attendeeIds: [ana, bo],
    heldOn: '2026-03-01',
    title: 'Kick-off',
    minutes: 45,
    actionItems: [{ id: null, text: 'Send the outline', ownerId: ana, dueOn: null, doneOn: '2026-03-08' }],
  })
  const day = dayNumber('2026-04-01')
  await addContacts(file, [
    [ana, bo, day],
    [bo, ana, day],
    [ana, cy, day, 'help'],
    [bo, cy, day],
  ])
  const entries = await file.call('members.timeline', { id: ana, limit: 10 })
  expect(entries.map(({ on, kind, text }) => [on, kind, text])).toEqual([
    ['2026-04-01', 'contact', 'message × 2, help'],
    ['2026-03-08', 'action', 'Send the outline'],
    ['2026-03-01', 'session', 'Kick-off'],
    ['2026-02-01', 'invited', null],
    ['2026-01-05', 'joined', null],
  ])
  expect(entries[0]?.others.map(({ name }) => name)).toEqual(['Bo B', 'Cy C'])
  expect(entries[2]).toMatchObject({ id: session, minutes: 45, others: [{ id: bo, name: 'Bo B' }] })
  expect(await file.call('members.timeline', { id: ana, limit: 2 })).toEqual(entries.slice(0, 2))
  const joined = await file.call('members.timeline', { id: bo, limit: 10 })
  expect(joined.at(-1)).toMatchObject({ kind: 'joined', others: [{ id: ana, name: 'Ana A' }] })
})
