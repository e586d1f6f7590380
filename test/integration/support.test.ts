import type { InputOf } from '@shared/contract'
import { type SupportPlan, supportPresets } from '@shared/domain/support/plan'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { enrol } from './programSupport'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

const today = '2026-11-25'

let file: TestFile
let ana: number
let bo: number
let match: number
let program: number
beforeEach(async () => {
  file = openTestFile()
  ana = await addMember(file, { name: 'Ana Abel' })
  bo = await addMember(file, { name: 'Bo Baker' })
  match = await addMatch(file, {
    program: 'Pathways',
    mentor: ana,
    mentee: bo,
    startedOn: '2026-09-01',
    cadenceDays: 14,
  })
  program = file.read((db) => db.value<number>('SELECT program_id FROM matches WHERE id = ?', match)) ?? 0
})
afterEach(() => file.close())

const choose = ({ preset, quick, inDepth }: SupportPlan = supportPresets['monthly, then quarterly']) =>
  file.call('support.choose', {
    programId: program,
    plan: { preset, quick: [...quick], inDepth: [...inDepth] },
  })

type CheckIn = InputOf<'checkIns.save'>['checkIn']
const talk = (checkIn: Partial<CheckIn> = {}) =>
  file.call('checkIns.save', {
    id: null,
    checkIn: {
      matchId: match,
      memberId: ana,
      madeOn: today,
      means: 'phone',
      depth: 'quick',
      minutes: null,
      notes: '',
      confidentiality: 'private',
      ...checkIn,
    },
  })

const due = () => file.call('support.due', { today, days: 7, limit: 50 })
const page = () => file.call('matches.page', { id: match, today })
const list = (show: InputOf<'matches.list'>['show'] = 'all', query = '') =>
  file.call('matches.list', { programId: program, show, query, today, page: { offset: 0, limit: 100 } })
const lines = async () => (await due()).checkIns.map(({ person, daysLate }) => `${person.name} ${daysLate}`)

describe('check-ins', () => {
  test('nothing is due while nobody has chosen a plan', async () => {
    expect((await due()).totals).toEqual({ late: 0, now: 0, checkIns: 0, steps: 0, goals: 0 })
    expect((await page()).planned).toBe(false)
  })

  test('are due with each person, and any contact with a person settles theirs', async () => {
    await choose()
    expect(await lines()).toEqual(['Ana Abel 55', 'Bo Baker 55'])
    await talk()
    expect(await lines()).toEqual(['Bo Baker 55'])
    await file.call('history.undo', {})
    expect(await lines()).toEqual(['Ana Abel 55', 'Bo Baker 55'])
  })

  test('a past contact counts from its own day', async () => {
    await choose()
    await talk({ madeOn: '2026-10-20' })
    expect(await lines()).toEqual(['Bo Baker 55', 'Ana Abel 6'])
  })

  test('keep what was due when they were noted, and by which plan', async () => {
    await choose()
    const { id } = await talk({ madeOn: '2026-10-05', notes: 'All is well.' })
    expect(await file.call('checkIns.get', { id })).toMatchObject({
      person: { name: 'Ana Abel' },
      dueOn: '2026-10-01',
      preset: 'monthly, then quarterly',
    })
  })

  test('are noted only when they have taken place, and with somebody of the match', async () => {
    await expect(talk({ madeOn: '2999-01-01' })).rejects.toMatchObject({ field: 'madeOn' })
    const cy = await addMember(file, { name: 'Cy Cole' })
    await expect(talk({ memberId: cy })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('are put off with a reason, and come back on their day', async () => {
    await choose()
    await talk({ memberId: bo })
    const delay = { matchId: match, memberId: ana, madeOn: today, until: '2026-12-09', reason: 'On leave' }
    await file.call('checkIns.snooze', delay)
    expect(await lines()).toEqual([])
    expect((await page()).timeline).toContainEqual(
      expect.objectContaining({ title: 'Check-in with Ana Abel put off', detail: 'On leave' }),
    )
    const later = await file.call('support.due', { today: '2026-12-09', days: 0, limit: 50 })
    expect(later.checkIns).toMatchObject([{ person: { name: 'Ana Abel' }, state: 'breached' }])
  })

  test('go into the trash and come back', async () => {
    await choose()
    const { id } = await talk({ notes: 'All is well.' })
    const { trash } = await file.call('checkIns.remove', { id })
    expect((await file.call('trash.list', { page: { offset: 0, limit: 10 } })).rows).toMatchObject([
      { name: 'Check-in with Ana Abel on 2026-11-25', detail: 'All is well.' },
    ])
    await file.call('trash.restore', { ids: trash })
    expect(await file.call('checkIns.get', { id })).toMatchObject({ notes: 'All is well.' })
  })

  test('are not due while a match is paused, and count anew when it goes on', async () => {
    await choose()
    await file.call('matches.setStatus', {
      id: match,
      status: 'paused',
      onDay: '2026-09-10',
      reason: 'Leave',
    })
    expect(await lines()).toEqual([])
    await file.call('matches.setStatus', { id: match, status: 'active', onDay: '2026-11-20', reason: '' })
    expect((await page()).people[0]?.due).toMatchObject({ since: '2026-11-20', dueOn: '2026-12-20' })
  })
})

describe('the list of matches', () => {
  test('tells of each why it needs somebody, the most urgent first', async () => {
    const other = await addMatch(file, {
      program: 'Pathways',
      mentor: ana,
      mentee: await addMember(file, { name: 'Cy Cole' }),
      startedOn: '2026-11-20',
      cadenceDays: 14,
    })
    await choose()
    const { rows, counts } = await list()
    expect(rows).toMatchObject([
      {
        id: match,
        tone: 'over',
        sentence: 'Nobody has talked with Ana Abel yet, 85 days after the start; it was due after 30 days.',
        flags: 3,
      },
      { id: other, tone: 'leaf', sentence: 'Began 5 days ago; no session yet.' },
    ])
    expect(counts).toMatchObject({ all: 2, attention: 1, going: 2 })
    expect((await list('attention')).total).toBe(1)
    expect((await list('all', 'cole')).rows).toMatchObject([{ id: other }])
  })

  test('holds as many as a program has, in pages', async () => {
    await choose()
    await file.command((writer) => {
      for (let number = 0; number < 300; number++) {
        const columns = { program_id: program, status: 'active', started_on: '2026-11-01', ended_on: null }
        const id = writer.insert('matches', columns)
        writer.insert('match_members', { match_id: id, member_id: ana, side: 'mentor' })
      }
    })
    const { total, rows } = await list()
    expect([total, rows.length]).toEqual([301, 100])
  })
})

test('goals have milestones, and a due one is settled from Today', async () => {
  const goal = {
    text: 'Lead the meeting',
    ownerId: bo,
    dueOn: '2026-11-20',
    milestones: [
      { id: null, text: 'Watch two', dueOn: null, doneOn: null },
      { id: null, text: 'Lead a part', dueOn: null, doneOn: null },
    ],
  }
  const { id } = await file.call('goals.save', { id: null, matchId: match, goal })
  expect((await due()).goals).toMatchObject([{ goalId: id, daysLate: 5 }])
  expect((await page()).goals).toMatchObject([{ ownerId: bo }])
  await expect(
    file.call('goals.save', { id, matchId: match, goal: { ...goal, ownerId: 9999 } }),
  ).rejects.toThrow('A goal belongs to somebody of its match. Choose again whose it is.')
  const [first] = (await page()).goals[0]?.milestones ?? []
  await file.call('milestones.setDone', { id: first?.id ?? 0, doneOn: today })
  await file.call('goals.save', { id, matchId: match, goal: { ...goal, milestones: [] } })
  expect((await page()).goals[0]?.milestones).toEqual([])
  await file.call('history.undo', {})
  expect((await page()).goals[0]?.milestones).toMatchObject([{ doneOn: today }, { text: 'Lead a part' }])
  await file.call('goals.settle', { id, reachedOn: today, droppedOn: null })
  expect((await due()).goals).toEqual([])
  const { trash } = await file.call('goals.remove', { id })
  expect((await page()).goals).toEqual([])
  await file.call('trash.restore', { ids: trash })
  expect((await page()).goals[0]?.milestones).toHaveLength(2)
})

test('what was agreed is carried along until it is done, and may belong to a goal', async () => {
  const item = { id: null, text: 'Send the outline', ownerId: bo, dueOn: '2026-11-10', doneOn: null }
  await addSession(file, {
    matchId: match,
    attendeeIds: [ana, bo],
    heldOn: '2026-11-01',
    actionItems: [item],
  })
  await addSession(file, { matchId: match, attendeeIds: [ana, bo], heldOn: '2026-11-20' })
  const goal = { text: 'Write well', ownerId: null, dueOn: null, milestones: [] }
  const { id: goalId } = await file.call('goals.save', { id: null, matchId: match, goal })
  const [open] = (await page()).openItems
  expect(open).toMatchObject({
    text: 'Send the outline',
    owner: { name: 'Bo Baker' },
    sessionOn: '2026-11-01',
  })
  await file.call('actionItems.setGoal', { id: open?.id ?? 0, goalId })
  expect((await page()).openItems).toMatchObject([{ goalId }])
  await file.call('actionItems.setDone', { id: open?.id ?? 0, doneOn: today })
  expect((await page()).openItems).toEqual([])
  expect((await page()).goals).toMatchObject([{ doneItems: 1 }])
})

test('one more thing is agreed on for a goal, and kept with the last session', async () => {
  expect(await page()).toMatchObject({ lastSessionId: null })
  const met = { matchId: match, attendeeIds: [ana, bo] }
  const last = await addSession(file, { ...met, heldOn: '2026-11-20' })
  await addSession(file, { ...met, heldOn: '2026-11-01' })
  await addSession(file, { ...met, heldOn: '2027-02-01' })
  const elsewhere = await addSession(file, { attendeeIds: [ana, bo], heldOn: '2026-11-21' })
  expect(await page()).toMatchObject({ lastSessionId: last })
  const goal = { text: 'Write well', ownerId: null, dueOn: null, milestones: [] }
  const { id: goalId } = await file.call('goals.save', { id: null, matchId: match, goal })
  const item = { goalId, text: 'Read the style guide', ownerId: bo, dueOn: '2026-12-05' }
  await file.call('actionItems.add', { sessionId: last, ...item })
  expect((await page()).openItems).toMatchObject([{ ...itemShown(item), sessionOn: '2026-11-20' }])
  expect((await file.call('sessions.get', { id: last })).actionItems).toMatchObject([{ text: item.text }])
  await expect(file.call('actionItems.add', { sessionId: elsewhere, ...item })).rejects.toThrow(
    'The action item and the goal belong to different matches.',
  )
  await file.call('history.undo', {})
  expect((await page()).openItems).toEqual([])
})

const itemShown = ({ goalId, text, dueOn }: { goalId: number; text: string; dueOn: string }) => ({
  goalId,
  text,
  dueOn,
  owner: { name: 'Bo Baker' },
})

test('a sign of trouble is set aside with why, on the page, in the list and on Today, until there is news', async () => {
  await addSession(file, { matchId: match, attendeeIds: [ana, bo], heldOn: '2026-10-01' })
  const quiet = async () => (await file.call('today.get', { today })).totals.quietMatches
  const flags = async () => (await page()).flags.map(({ kind }) => kind)
  const sentence = /^No session for 55 days; every 14 days was agreed\.$/
  expect(await flags()).toEqual(['no session'])
  expect(await quiet()).toBe(1)
  const aside = { matchId: match, kind: 'no session', madeOn: today, reason: 'Bo moves house' } as const
  await expect(file.call('flags.setAside', { ...aside, until: today })).rejects.toThrow('Choose a day after')
  const { id } = await file.call('flags.setAside', { ...aside, until: '2026-12-20' })
  expect(await flags()).toEqual([])
  expect((await page()).aside).toEqual([
    { id, sentence: expect.stringMatching(sentence), until: '2026-12-20', reason: 'Bo moves house' },
  ])
  expect((await page()).timeline).toContainEqual(
    expect.objectContaining({ kind: 'flag', title: 'Set aside: no session', detail: 'Bo moves house' }),
  )
  expect((await list('attention')).total).toBe(0)
  expect(await quiet()).toBe(0)
  const later = (day: string) => file.call('matches.page', { id: match, today: day })
  expect((await later('2026-12-19')).flags).toEqual([])
  expect((await later('2026-12-20')).flags).toMatchObject([{ kind: 'no session' }])
  expect((await file.call('today.get', { today: '2026-12-20' })).totals.quietMatches).toBe(1)

  await file.call('flags.showAgain', { id, onDay: today })
  expect(await flags()).toEqual(['no session'])
  expect((await page()).aside).toEqual([])
  await file.call('history.undo', {})
  expect(await flags()).toEqual([])

  // They met, and are quiet once more: that is something else.
  await addSession(file, { matchId: match, attendeeIds: [ana, bo], heldOn: '2026-11-26' })
  expect((await later('2026-12-18')).flags).toMatchObject([{ kind: 'no session' }])
  expect((await file.call('today.get', { today: '2026-12-18' })).totals.quietMatches).toBe(1)
})

describe('a closure', () => {
  const begin = (anticipated = true) =>
    file.call('closures.begin', {
      matchId: match,
      anticipated,
      reason: 'The agreed time is over',
      begunOn: today,
      endsOn: '2026-11-30',
    })
  const steps = async () => (await due()).steps.map(({ text }) => text)

  test('is led step by step, closes the match, and the people move on as they wish', async () => {
    const mentor = await enrol(file, { programId: program, memberId: ana, role: 'mentor', step: 'matched' })
    const mentee = await enrol(file, { programId: program, memberId: bo, role: 'mentee', step: 'matched' })
    const { id } = await begin()
    expect(await steps()).toEqual([
      'Last talk with Ana Abel',
      'Last talk with Bo Baker',
      'A last meeting to look back',
    ])
    for (const step of (await page()).closure?.steps ?? []) {
      const wants = step.member?.id === ana ? 'rematch' : 'end'
      await file.call('closures.step', { id: step.id, doneOn: today, afterwards: wants, notes: 'Good.' })
    }
    expect(await steps()).toEqual(['Close the match'])
    await file.call('closures.finish', { id, onDay: today, contactRule: 'No contact afterwards' })
    expect(await steps()).toEqual([])
    expect(await page()).toMatchObject({
      status: 'completed',
      endedOn: today,
      closure: { closedOn: today, contactRule: 'No contact afterwards' },
    })
    const step = (enrolment: number) =>
      file.read((db) => db.value<string>('SELECT step FROM enrolments WHERE id = ?', enrolment))
    expect([step(mentor), step(mentee)]).toEqual(['ready', 'closed'])

    await file.call('closures.reopen', { matchId: match, onDay: today, reason: 'They want to go on' })
    expect(await page()).toMatchObject({
      status: 'active',
      endedOn: null,
      closure: { reopenedOn: today, reopenedBecause: 'They want to go on' },
    })
    expect([step(mentor), step(mentee)]).toEqual(['matched', 'matched'])
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('keeps of a step what a change does not speak of', async () => {
    await begin()
    const id = (await page()).closure?.steps[0]?.id ?? 0
    await file.call('closures.step', { id, notes: 'A good year.' })
    await file.call('closures.step', { id, afterwards: 'rematch' })
    await file.call('closures.step', { id, doneOn: today })
    const step = async () => (await page()).closure?.steps[0]
    expect(await step()).toMatchObject({ doneOn: today, afterwards: 'rematch', notes: 'A good year.' })
    await file.call('closures.step', { id, doneOn: null })
    expect(await step()).toMatchObject({ doneOn: null, afterwards: 'rematch', notes: 'A good year.' })
  })

  test('that was not foreseen ends the match early', async () => {
    const { id } = await begin(false)
    expect(await steps()).toEqual(['Last talk with Ana Abel', 'Last talk with Bo Baker'])
    await file.call('closures.finish', { id, onDay: today, contactRule: 'No contact afterwards' })
    expect((await page()).status).toBe('ended early')
  })

  test('can be called off, and is begun once', async () => {
    const { id } = await begin()
    await expect(begin()).rejects.toMatchObject({ code: 'conflict' })
    await file.call('closures.cancel', { id })
    expect((await page()).closure).toBeNull()
  })
})

test('what was written about somebody who is erased is gone, and when it was said stays', async () => {
  await choose()
  await talk({ notes: 'Her knee is bad again.' })
  const goal = {
    text: 'Learn to rest',
    ownerId: null,
    dueOn: null,
    milestones: [{ id: null, text: 'Sit', dueOn: null, doneOn: null }],
  }
  await file.call('goals.save', { id: null, matchId: match, goal })
  await file.call('checkIns.snooze', {
    matchId: match,
    memberId: ana,
    madeOn: today,
    until: '2026-12-31',
    reason: 'In hospital',
  })
  await file.call('flags.setAside', {
    matchId: match,
    kind: 'no session',
    madeOn: today,
    until: '2026-12-31',
    reason: 'Her crutches',
  })
  await file.call('members.eraseRecords', { ids: [ana], reason: null })
  const everything = file.read((db) =>
    JSON.stringify([
      ...['check_ins', 'goals', 'milestones', 'snoozes', 'flag_snoozes'].map((table) =>
        db.all(`SELECT * FROM ${table}`),
      ),
      db.column('SELECT before FROM changes WHERE before IS NOT NULL'),
    ]),
  )
  expect(everything).not.toMatch(/knee|rest|Sit|hospital|crutches/)
  expect(file.read((db) => db.column('SELECT made_on FROM check_ins'))).toEqual([today])
  // Of who was erased nothing is expected any more.
  expect(await lines()).toEqual(['Bo Baker 55'])
})
