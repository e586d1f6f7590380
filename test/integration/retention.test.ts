import { addDays } from '@shared/domain/calendar'
import { lastDayPast, memberDue, noRules, type RetentionRules } from '@shared/domain/retention'
import { memberStatuses } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addProgram, enrol } from './programSupport'
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

const today = '2026-11-25'

function set(rules: Partial<RetentionRules>) {
  return file.call('retention.setRules', { ...noRules, ...rules })
}

function due() {
  return file.call('retention.due', { today })
}

function run(rule: keyof RetentionRules, expected: number) {
  return file.call('retention.runRecords', { rule, today, expected })
}

/** Moves everything that was done so far into the past, as if time had gone by. */
function backdate(date: string): void {
  const at = `${date}T10:00:00.000Z`
  file.connection.prepare('UPDATE commands SET at = ?').run(at)
  file.connection.prepare('UPDATE members SET created_at = ?').run(at)
}

test('as long as nobody sets a rule, nothing is ever due', async () => {
  await addMember(file, { name: 'Ana', status: 'alumni', joinedOn: '1999-01-01' })
  await addSession(file, { attendeeIds: [1], heldOn: '1999-02-01', notes: 'Old' })
  expect(await file.call('retention.rules', {})).toEqual(noRules)
  expect(await file.call('retention.count', { today })).toEqual({ members: 0, others: 0 })
  await expect(run('members', 0)).rejects.toMatchObject({ code: 'not-found' })
  expect((await file.call('sessions.get', { id: 1 })).notes).toBe('Old')
})

test('rules are a setting that is kept, undone and checked', async () => {
  await set({ members: 36, trash: 1 })
  expect(await file.call('retention.rules', {})).toEqual({ ...noRules, members: 36, trash: 1 })
  await file.call('history.undo', {})
  expect(await file.call('retention.rules', {})).toEqual(noRules)
  await expect(set({ members: 0 })).rejects.toThrow()
  await expect(set({ notes: 1.5 })).rejects.toThrow()
})

test('whoever has applied for a program lately is not forgotten, however long they have been silent', async () => {
  const memberId = await addMember(file, { name: 'Came Back', status: 'alumni', joinedOn: '2015-01-01' })
  backdate('2015-01-01')
  await set({ members: 36 })
  expect((await due()).members.count).toBe(1)
  await enrol(file, { programId: await addProgram(file), memberId, onDay: '2026-10-01' })
  expect((await due()).members.count).toBe(0)
})

test('former members are erased so long after their last contact, and nobody else', async () => {
  const long = await addMember(file, { name: 'Long Ago', status: 'alumni', joinedOn: '2015-01-01' })
  const recent = await addMember(file, { name: 'Just Left', status: 'alumni', joinedOn: '2015-01-01' })
  const active = await addMember(file, { name: 'Still There', joinedOn: '2010-01-01' })
  const archived = await addMember(file, { name: 'Put Away', joinedOn: '2014-01-01' })
  await file.call('members.archive', { ids: [archived], archived: true })
  await addSession(file, { attendeeIds: [long], heldOn: '2020-05-05', notes: 'Aardvark' })
  await addContacts(file, [[recent, active, 20_700]])
  await set({ members: 36 })
  const before = await due()
  expect(before.members).toEqual({
    count: 2,
    first: [
      { id: archived, name: 'Put Away', since: '2014-01-01' },
      { id: long, name: 'Long Ago', since: '2020-05-05' },
    ],
  })
  expect(await file.call('retention.count', { today })).toEqual({ members: 2, others: 0 })
  expect((await run('members', 2)).count).toBe(2)
  const names = file.read((db) => db.column('SELECT name FROM members ORDER BY id'))
  expect(names).toEqual(['Erased member', 'Just Left', 'Still There', 'Erased member'])
  expect((await due()).members.count).toBe(0)
  expect((await file.call('history.state', {})).undo).toBeNull()
})

test('who is to be kept is passed over and said, with the reason', async () => {
  const ana = await addMember(file, { name: 'Ana', status: 'alumni', joinedOn: '2015-01-01' })
  const session = await addSession(file, { attendeeIds: [ana], heldOn: '2016-01-01', notes: 'Kept too' })
  await set({ members: 12, notes: 12 })
  await file.call('members.keep', { id: ana, keep: { because: 'an inquiry', since: '2026-01-01' } })
  expect(await due()).toMatchObject({
    members: { count: 0 },
    notes: { count: 0 },
    kept: { count: 1, first: [{ id: ana, name: 'Ana', because: 'an inquiry' }] },
  })
  await expect(file.call('members.eraseRecords', { ids: [ana], reason: null })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('an inquiry'),
  })
  expect((await file.call('sessions.get', { id: session })).notes).toBe('Kept too')
  await file.call('members.keep', { id: ana, keep: null })
  expect(await due()).toMatchObject({ members: { count: 1 }, notes: { count: 1 }, kept: { count: 0 } })
})

test('people who never joined go so long after they were last seen', async () => {
  await addMember(file, { name: 'Asked Once', status: 'prospect' })
  await addMember(file, { name: 'Asked Again', status: 'invited' })
  await addMember(file, { name: 'Came', status: 'prospect', joinedOn: '2025-02-01' })
  backdate('2025-01-10')
  await addMember(file, { name: 'New', status: 'prospect' })
  await addContacts(file, [[2, 3, 20_750]])
  await set({ prospects: 12 })
  expect((await due()).prospects).toEqual({
    count: 1,
    first: [{ id: 1, name: 'Asked Once', since: '2025-01-10' }],
  })
  await run('prospects', 1)
  expect((await due()).prospects.count).toBe(0)
})

test('what was said in old check-ins and at the end of a match is blanked, and that somebody was talked with stays', async () => {
  const [ana, bo] = [await addMember(file, { name: 'Ana' }), await addMember(file, { name: 'Bo' })]
  const matchId = await addMatch(file, {
    mentor: ana,
    mentee: bo,
    program: 'Pathways',
    startedOn: '2024-01-01',
  })
  const talkWith = (memberId: number, madeOn: string, notes: string) =>
    file.call('checkIns.save', {
      id: null,
      checkIn: {
        ...{ matchId, memberId, madeOn, means: null, depth: 'quick', minutes: null },
        notes,
        confidentiality: 'private',
      },
    })
  const { id: old } = await talkWith(ana, '2024-11-25', 'Aardvark')
  const { id: kept } = await talkWith(bo, '2024-11-25', 'Okapi')
  const { id: young } = await talkWith(ana, '2024-11-26', 'Zebra')
  await talkWith(ana, '2024-11-01', '')
  await file.call('members.keep', { id: bo, keep: { because: 'A complaint', since: today } })
  const end = { matchId, anticipated: true, reason: 'The agreed time is over', begunOn: '2024-10-01' }
  await file.call('closures.begin', { ...end, endsOn: '2024-11-01' })
  const steps = (await file.call('matches.page', { id: matchId, today })).closure?.steps ?? []
  for (const { id, member } of steps)
    await file.call('closures.step', { id, notes: member?.id === ana ? 'Quagga' : 'Tapir' })

  await set({ checkIns: 24 })
  expect((await due()).checkIns).toEqual({
    count: 2,
    first: [
      { kind: 'check-in', id: old, on: '2024-11-25', name: 'Ana' },
      { kind: 'end', id: steps[0]?.id, on: '2024-11-01', name: 'Ana' },
    ],
  })
  await run('checkIns', 2)
  await file.call('members.tidyErased', {})
  const noteOf = async (id: number) => (await file.call('checkIns.get', { id })).notes
  expect([await noteOf(old), await noteOf(kept), await noteOf(young)]).toEqual(['', 'Okapi', 'Zebra'])
  expect(everything()).not.toMatch(/aardvark|quagga/i)
  expect(everything()).toMatch(/tapir/i)
  expect((await due()).checkIns.count).toBe(0)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('notes of old sessions are blanked, in the history too, and the rest of the session stays', async () => {
  const ana = await addMember(file, { name: 'Ana' })
  const old = await addSession(file, {
    attendeeIds: [ana],
    heldOn: '2024-11-25',
    minutes: 30,
    title: 'Aardvark',
    agenda: 'Okapi',
    notes: 'Quagga',
    topics: ['Wildlife'],
    actionItems: [{ id: null, text: 'Stays', ownerId: ana, dueOn: null, doneOn: null }],
  })
  const young = await addSession(file, { attendeeIds: [ana], heldOn: '2024-11-26', notes: 'Zebra' })
  await file.call('sessions.save', {
    id: old,
    session: {
      ...(await whole(old)),
      notes: 'Quagga once more',
    },
  })
  await file.call('drafts.save', { key: `session:${old}`, body: '{"notes":"Quagga draft"}' })
  await set({ notes: 24 })
  expect((await due()).notes).toMatchObject({ count: 1, first: [{ id: old, heldOn: '2024-11-25' }] })
  await run('notes', 1)
  await file.call('members.tidyErased', {})
  expect(await file.call('sessions.get', { id: old })).toMatchObject({
    title: null,
    agenda: null,
    notes: '',
    minutes: 30,
    topics: ['Wildlife'],
    actionItems: [{ text: 'Stays' }],
  })
  expect((await file.call('sessions.get', { id: young })).notes).toBe('Zebra')
  expect(everything()).not.toMatch(/aardvark|okapi|quagga/i)
  expect((await due()).notes.count).toBe(0)
  expect((await file.call('sessions.overview', { today })).withoutNotes).toBe(0)
})

async function whole(id: number) {
  const {
    matchId,
    attendeeIds,
    heldOn,
    minutes,
    medium,
    title,
    agenda,
    notes,
    topics,
    confidentiality,
    rating,
    actionItems,
  } = await file.call('sessions.get', { id })
  return {
    ...{
      matchId,
      attendeeIds,
      heldOn,
      minutes,
      medium,
      title,
      agenda,
      notes,
      topics,
      confidentiality,
      rating,
    },
    actionItems: actionItems.map(({ owner: _, ...item }) => item),
  }
}

function everything(): string {
  return file.read((db) =>
    db
      .column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .filter((table) => !table.startsWith('sqlite_'))
      .map((table) => JSON.stringify(db.all(`SELECT * FROM ${table}`)))
      .join('\n'),
  )
}

test('details of the history are forgotten, what happened stays, and the trash keeps what it needs', async () => {
  const ana = await addMember(file, { name: 'Ana', location: 'Leeds' })
  await file.call('members.save', { id: ana, member: memberInput({ name: 'Ana', location: 'York' }) })
  const session = await addSession(file, { attendeeIds: [ana], notes: 'In the trash' })
  await file.call('sessions.remove', { id: session })
  backdate('2024-01-01')
  await file.call('members.save', { id: ana, member: memberInput({ name: 'Ana', location: 'Porto' }) })
  await set({ history: 12 })
  const { history } = await due()
  expect(history.count).toBeGreaterThan(0)
  await run('history', history.count)
  const text = everything()
  expect(text).not.toContain('Leeds')
  // What stood there a moment ago is not a year old.
  expect(text).toContain('York')
  expect(text).toContain('In the trash')
  const lines = file.read((db) => db.value<number>('SELECT count(*) FROM commands'))
  expect(lines).toBeGreaterThan(5)
  const [item] = (await file.call('trash.list', { page: { offset: 0, limit: 10 } })).rows
  await file.call('trash.restore', { ids: [item?.id ?? 0] })
  expect((await file.call('sessions.get', { id: session })).notes).toBe('In the trash')
})

test('the trash is emptied of what lies there so long', async () => {
  const ana = await addMember(file, { name: 'Ana' })
  const old = await addSession(file, { attendeeIds: [ana], notes: 'Aardvark' })
  await file.call('sessions.remove', { id: old })
  backdate('2026-01-01')
  const young = await addSession(file, { attendeeIds: [ana], notes: 'Zebra' })
  await file.call('sessions.remove', { id: young })
  await set({ trash: 6 })
  expect((await due()).trash).toMatchObject({ count: 1, first: [{ name: 'Session with Ana' }] })
  await run('trash', 1)
  expect(everything()).not.toContain('Aardvark')
  expect(everything()).toContain('Zebra')
})

test('nothing is removed that somebody has not looked at', async () => {
  await addMember(file, { name: 'Ana', status: 'alumni', joinedOn: '2015-01-01' })
  await set({ members: 12 })
  const seen = (await due()).members.count
  await addMember(file, { name: 'Bo', status: 'alumni', joinedOn: '2015-01-01' })
  await expect(run('members', seen)).rejects.toMatchObject({ code: 'conflict' })
  expect(file.read((db) => db.column('SELECT name FROM members'))).toEqual(['Ana', 'Bo'])
})

test('whatever the rules and the members, exactly those are due whom the rule names', async () => {
  const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2018-06-01', days))
  const members = fc.array(
    fc.record({
      status: fc.constantFrom(...memberStatuses),
      archived: fc.boolean(),
      keep: fc.boolean(),
      joinedOn: fc.option(dates),
      createdOn: dates,
      contactOn: fc.option(dates),
      sessionOn: fc.option(dates),
    }),
    { minLength: 1, maxLength: 8 },
  )
  const months = fc.option(fc.integer({ min: 1, max: 90 }))
  await fc.assert(
    fc.asyncProperty(members, months, months, async (people, former, prospects) => {
      file.close()
      file = openTestFile()
      const other = await addMember(file, { name: 'Other' })
      const rules = { ...noRules, members: former, prospects }
      for (const [at, person] of people.entries()) {
        const { status, joinedOn, archived, keep, createdOn, contactOn, sessionOn } = person
        const id = await addMember(file, { name: `P${at}`, status, joinedOn })
        if (archived) await file.call('members.archive', { ids: [id], archived: true })
        if (keep) await file.call('members.keep', { id, keep: { because: 'x', since: today } })
        file.connection
          .prepare('UPDATE members SET created_at = ? WHERE id = ?')
          .run(`${createdOn}T00:00:00Z`, id)
        if (contactOn !== null)
          await addContacts(file, [[id, other, Date.parse(`${contactOn}T00:00:00Z`) / 86_400_000]])
        if (sessionOn !== null) await addSession(file, { attendeeIds: [id], heldOn: sessionOn })
      }
      await set(rules)
      const found = await due()
      const expected = (rule: 'members' | 'prospects') =>
        people.flatMap(({ contactOn, sessionOn, ...person }, at) => {
          const lastContactOn =
            [contactOn, sessionOn]
              .filter((on) => on !== null)
              .sort()
              .at(-1) ?? null
          return memberDue({ ...person, erased: false, lastContactOn }, rules, today) === rule
            ? [`P${at}`]
            : []
        })
      for (const rule of ['members', 'prospects'] as const)
        expect(found[rule].first.map(({ name }) => name).sort()).toEqual(expected(rule).sort())
      expect(found.notes.count).toBe(0)
      if (former !== null)
        for (const { since } of found.members.first) expect(since <= lastDayPast(today, former)).toBe(true)
    }),
    { numRuns: process.env.COPPICE_LONG === '1' ? 300 : 20 },
  )
}, 120_000)
