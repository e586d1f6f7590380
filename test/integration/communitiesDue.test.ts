import { addDays } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const today = '2026-11-23'
const due = () => file.call('communities.due', { today, days: 7, limit: 50 })

const fields = {
  domain: '',
  purpose: '',
  publicSpaces: null,
  privateSpaces: null,
  sponsorId: null,
  coordinatorId: null,
  rhythmDays: 14,
  beganOn: null,
  endedOn: null,
}

async function addCommunity(name: string, endedOn: string | null = null): Promise<number> {
  const begins = { stage: 'maturing', since: '2026-01-05', note: null } as const
  const community = { ...fields, name, endedOn }
  return (await file.call('communities.save', { id: null, community, begins })).id
}

async function plan(communityId: number, heldOn: string, status: 'planned' | 'held' = 'planned') {
  const gathering = {
    title: `On ${heldOn}`,
    kind: 'meeting',
    heldOn,
    startsAt: '14:30',
    minutes: null,
    place: 'Harbour',
    isPrivate: false,
    status,
    hostId: null,
    notes: '',
  } as const
  const rest = { repeats: null, following: false, today }
  return (await file.call('gatherings.save', { id: null, communityId, gathering, ...rest })).id
}

test('gatherings are due until it is noted who was there', async () => {
  const community = await addCommunity('Bridges')
  const over = await addCommunity('Over', '2026-11-01')
  const gatheringOn = new Map<string, number>()
  for (const days of [-90, -3, 0, 6, 8])
    gatheringOn.set(`${days}`, await plan(community, addDays(today, days)))
  await plan(over, today)
  const found = await due()
  expect(found.gatherings).toMatchObject([
    { title: `On ${today}`, daysToGo: 0, startsAt: '14:30', community: { name: 'Bridges' } },
    { daysToGo: 6 },
  ])
  expect(found.attendance).toMatchObject([{ id: gatheringOn.get('-3'), daysAgo: 3 }])
  expect(found.totals).toMatchObject({ gatherings: 2, attendance: 1 })
  const member = await addMember(file, { name: 'Mira' })
  const attendees = [{ memberId: member, minutes: null }]
  await file.call('gatherings.attend', { id: gatheringOn.get('-3') ?? 0, attendees, guests: 0 })
  expect((await due()).attendance).toEqual([])
})

test('asks wait after a week, invitations after two, and rhythms after twice their time', async () => {
  const community = await addCommunity('Bridges')
  const [mira, jan] = [await addMember(file, { name: 'Mira' }), await addMember(file, { name: 'Jan' })]
  await file.command((db) => {
    db.insert('community_members', { community_id: community, member_id: mira, role: null, joined_on: null })
  })
  const ask = (askedOn: string) =>
    file.call('asks.save', {
      id: null,
      communityId: community,
      ask: { askerId: mira, text: `Asked on ${askedOn}`, askedOn, topic: null, isPrivate: false },
    })
  const { id } = await ask(addDays(today, -7))
  await ask(addDays(today, -6))
  expect((await due()).asks).toMatchObject([{ id, asker: { name: 'Mira' }, daysWaiting: 7 }])
  const answer = { memberId: jan, answeredOn: today, means: null, helped: null, note: null }
  await file.call('asks.answer', { id: null, askId: id, answer })
  expect((await due()).asks).toEqual([])

  await file.command((db) => {
    const invited = (name: string, more: Record<string, string | number | null>) =>
      db.insert('invitations', {
        community_id: community,
        member_id: null,
        name,
        email: null,
        invited_by: null,
        invited_on: null,
        answer: null,
        answered_on: null,
        note: null,
        created_at: '',
        updated_at: '',
        ...more,
      })
    invited('Silent', { invited_on: addDays(today, -14) })
    invited('Lately', { invited_on: addDays(today, -13) })
    invited('Thought of', {})
    invited('Said no', {
      invited_on: addDays(today, -30),
      answer: 'declined',
      answered_on: addDays(today, -29),
    })
    invited('Said later', {
      invited_on: addDays(today, -90),
      answer: 'later',
      answered_on: addDays(today, -60),
    })
    invited('Said yes', {
      invited_on: addDays(today, -3),
      answer: 'accepted',
      answered_on: addDays(today, -1),
    })
    invited('In by now', { name: null, member_id: mira, invited_on: addDays(today, -90) })
  })
  expect((await due()).invitations.map(({ name, step }) => [name, step])).toEqual([
    ['Said yes', 'admit'],
    ['Silent', 'ask again'],
    ['Said later', 'ask again'],
  ])

  expect((await due()).rhythms).toEqual([])
  await plan(community, addDays(today, -29), 'held')
  expect((await due()).rhythms).toMatchObject([
    { community: { name: 'Bridges' }, rhythmDays: 14, daysSince: 29, daysLate: 15 },
  ])
  await plan(community, addDays(today, 20))
  expect((await due()).rhythms).toEqual([])
})

test('a plan to make the ground ready is looked at again after three months, until somebody has', async () => {
  const check = (takenOn: string, answer: number) =>
    file.call('readiness.save', {
      id: null,
      check: {
        communityId: null,
        idea: 'Data ethics',
        takenOn,
        who: null,
        answers: { 'sponsor-voice': answer },
        note: null,
      },
    })
  await check(addDays(today, -90), 1)
  expect((await due()).readiness).toEqual([
    { community: null, idea: 'Data ethics', takenOn: addDays(today, -90), daysSince: 90 },
  ])
  await check(addDays(today, -2), 3)
  expect((await due()).readiness).toEqual([])
})

test('gatherings and asks are found by their words and by whose they are', async () => {
  const bridges = await addCommunity('Bridges')
  await addCommunity('Anchors', '2026-11-01')
  const mira = await addMember(file, { name: 'Mira Okafor' })
  const [, next] = [await plan(bridges, addDays(today, -80)), await plan(bridges, addDays(today, 3))]
  const ask = {
    askerId: mira,
    text: 'Who has priced 100% by value?',
    askedOn: today,
    topic: null,
    isPrivate: false,
  }
  await file.call('asks.save', { id: null, communityId: bridges, ask })
  const find = (query: string) => file.call('communities.find', { query, today, limit: 6 })
  // What is nearest to today comes first.
  expect((await find('meeting bridges')).gatherings.map(({ id }) => id)[0]).toBe(next)
  expect((await find('meeting bridges')).gatherings).toHaveLength(2)
  expect((await find('mira 100%')).asks).toMatchObject([{ community: { id: bridges, name: 'Bridges' } }])
  expect((await find('100_')).asks).toEqual([])
  expect(await find(' ')).toEqual({ gatherings: [], asks: [] })
  const names = await file.call('communities.names', { today })
  expect(names.map(({ name, ended }) => [name, ended])).toEqual([
    ['Bridges', false],
    ['Anchors', true],
  ])
})
