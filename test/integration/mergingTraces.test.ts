import { memberPointers } from '@main/database/queries/members/memberTies'
import { mentionPlaces } from '@main/database/queries/members/mentionPlaces'
import type { CommunityFields } from '@renderer/features/communities/communityFields'
import { emptyDraft as emptyItem, type ItemDraft } from '@renderer/features/knowledge/itemDraft'
import { initialValues, type MemberFields } from '@renderer/features/members/memberFields'
import { emptyDraft as emptySession, type SessionDraft } from '@renderer/features/sessions/sessionDraft'
import { operations } from '@shared/contract'
import { mentionLink } from '@shared/domain/mentions'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addItem, itemInput, knowledgeDay } from './knowledgeSupport'
import { Matching } from './matchingSupport'
import { records } from './sequenceChecks'
import { addMember, addSession, memberInput, openTestFile, type TestFile } from './support'

/** What stands about a member elsewhere than in rows that point at them: texts, drafts, runs, and what comes back later. */

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const merge = (keep: number, other: number) => file.call('members.merge', { keep, other, choices: {} })
const notesOf = async (id: number) => (await file.call('sessions.get', { id })).notes

test('what a merge would do is read from every table in which somebody can stand', () => {
  const tables = [
    ...file.read(memberPointers).map(({ table }) => table),
    ...mentionPlaces.map(({ table }) => table),
  ]
  for (const name of ['members.mergePreview', 'members.splitPreview'] as const)
    expect(operations[name].reads, name).toEqual(expect.arrayContaining(tables))
})

test('wherever somebody is mentioned is a tie, and means the one who stays after a merge', async () => {
  const keep = await addMember(file, { name: 'Mira Okafor' })
  const other = await addMember(file, { name: 'M. Okafor' })
  const text = `Ask ${mentionLink(other, 'M. Okafor')}`
  const rui = await addMember(file, { name: 'Rui Costa', about: text })
  const session = await addSession(file, { attendeeIds: [rui], notes: text, agenda: text })
  const item = await addItem(file, { title: 'Hives', body: text })
  const body = `${text} today`
  await file.call('knowledge.save', {
    id: item,
    item: itemInput({ title: 'Hives', body }),
    today: knowledgeDay,
  })
  await expect(file.call('members.remove', { ids: [other] })).rejects.toThrow('3 texts that mention them')
  const before = records(file)
  await merge(keep, other)
  const texts = file.read((db) =>
    mentionPlaces.flatMap(({ table, columns }) =>
      columns.flatMap((column) =>
        db.column<string>(`SELECT ${column} FROM ${table} WHERE ${column} LIKE '%coppice:member%'`),
      ),
    ),
  )
  expect(texts).toHaveLength(5)
  for (const one of texts) expect(one).toContain(`(coppice:member/${keep})`)
  expect(await notesOf(session)).toBe(`Ask [@M. Okafor](coppice:member/${keep})`)
  await file.call('history.undo', {})
  expect(records(file)).toBe(before)
})

test('a text that comes back out of the trash mentions who somebody is by then', async () => {
  const keep = await addMember(file, { name: 'Mira Okafor' })
  const other = await addMember(file, { name: 'M. Okafor' })
  const rui = await addMember(file, { name: 'Rui Costa' })
  const text = `Ask ${mentionLink(other, 'M. Okafor')}`
  const sessions = [
    await addSession(file, { attendeeIds: [rui], notes: text }),
    await addSession(file, { attendeeIds: [rui], notes: text, heldOn: '2026-03-04' }),
  ] as const
  const trashed: number[][] = []
  for (const id of sessions) trashed.push((await file.call('sessions.remove', { id })).trash)
  await merge(keep, other)
  await file.call('trash.restore', { ids: trashed[0] ?? [] })
  const moved = `Ask [@M. Okafor](coppice:member/${keep})`
  expect(await notesOf(sessions[0])).toBe(moved)
  // Deleted as well, and back after a text that knew them under the other number.
  await file.call('sessions.remove', { id: sessions[0] })
  const { trash } = await file.call('members.remove', { ids: [keep] })
  await file.call('trash.restore', { ids: trashed[1] ?? [] })
  await file.call('trash.restore', { ids: trash })
  expect(await notesOf(sessions[1])).toBe(moved)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('taken apart, two are with those whom others have become meanwhile', async () => {
  const [first, second] = [
    await addMember(file, { name: 'Ines Faro' }),
    await addMember(file, { name: 'Inês Faro' }),
  ]
  const about = `Knows ${mentionLink(second, 'Inês Faro')}`
  const keep = await addMember(file, { name: 'Mira Okafor', invitedBy: second })
  const other = await addMember(file, { name: 'M. Okafor', invitedBy: second, manager: second, about })
  const { command } = await merge(keep, other)
  await file.call('members.save', {
    id: keep,
    member: memberInput({ name: 'Mira Okafor', invitedBy: null, manager: null }),
  })
  await merge(first, second)
  await file.call('members.split', { command })
  expect(await file.call('members.get', { id: other })).toMatchObject({
    name: 'M. Okafor',
    invitedBy: { id: first },
    manager: { id: first },
    about: `Knows [@Inês Faro](coppice:member/${first})`,
  })
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('what is being written about the one who goes is about the one who stays', async () => {
  const keep = await addMember(file, { name: 'Mira Okafor' })
  const other = await addMember(file, { name: 'M. Okafor' })
  const [stays, goes] = [
    { id: keep, name: 'Mira Okafor' },
    { id: other, name: 'M. Okafor' },
  ]
  const community: CommunityFields = {
    ...{ name: 'Bridges', domain: '', purpose: '', rhythmDays: null, publicSpaces: '', privateSpaces: '' },
    ...{ sponsor: goes, coordinator: goes, beganOn: '2026-01-01', endedOn: null, stage: 'potential' },
  }
  const item: ItemDraft = {
    ...emptyItem('practice', 'Hives'),
    body: `By ${mentionLink(other, 'M.')}`,
    authors: [stays, goes],
  }
  const session: SessionDraft = {
    ...emptySession('2026-02-02'),
    attendees: [goes],
    actionItems: [{ id: null, text: 'Call', ownerId: other, dueOn: null, doneOn: null }],
  }
  const member: MemberFields = { ...initialValues(null), name: 'Rui', invitedBy: other, manager: other }
  const drafts = {
    'community:new': community,
    'knowledge:new': item,
    'session:new': session,
    'member:new': member,
  }
  for (const [key, draft] of Object.entries(drafts))
    await file.call('drafts.save', { key, body: JSON.stringify(draft) })
  await merge(keep, other)
  const draft = async (key: keyof typeof drafts) =>
    JSON.parse((await file.call('drafts.get', { key }))?.body ?? 'null') as unknown
  expect(await draft('community:new')).toEqual({ ...community, sponsor: stays, coordinator: stays })
  expect(await draft('knowledge:new')).toEqual({
    ...item,
    body: `By [@M.](coppice:member/${keep})`,
    authors: [stays],
  })
  expect(await draft('session:new')).toMatchObject({
    attendees: [stays],
    actionItems: [{ text: 'Call', ownerId: keep }],
  })
  expect(await draft('member:new')).toEqual({ ...member, invitedBy: keep, manager: keep })
})

test('a kept proposal from before a merge is known by who somebody is now, and goes when they are erased', async () => {
  const matching = await Matching.begin(file)
  const mentor = await matching.add('mentor', 'Ana Abel', { skillsOffered: ['Bees'] })
  const mentee = await matching.add('mentee', 'Cy Colm', { skillsWanted: ['Bees'] })
  const { id } = await file.call('matching.keep', { ...(await matching.shown()), name: 'First' })
  const ana = await addMember(file, { name: 'Ana Maria Abel' })
  const cy = await addMember(file, { name: 'Cyrus Colm' })
  const take = { name: 'keep' } as const
  await file.call('members.merge', { keep: ana, other: mentor.id, choices: take })
  await file.call('members.merge', { keep: cy, other: mentee.id, choices: take })
  expect((await file.call('matching.keptPairs', { id })).pairs).toMatchObject([
    { mentee: { id: cy, name: 'Cyrus Colm' }, mentor: { id: ana, name: 'Ana Maria Abel' } },
  ])
  const { html } = await file.call('memberExport.preview', {
    ...{ id: cy, privateNotes: true, others: 'named', today: '2026-11-26' },
  })
  expect(html).toMatch(/First[\s\S]{0,200}Ana Maria Abel/)
  await file.call('members.eraseRecords', { ids: [cy], reason: null })
  expect(await file.call('matching.kept', { programId: matching.programId })).toEqual([])
})
