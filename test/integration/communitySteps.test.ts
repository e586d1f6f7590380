import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const today = '2026-11-23'
const day = dayNumber(today)
const input = (communityId: number) => ({ from: null, to: null, today, communityId, loggedOnly: false })
const steps = (communityId: number) => file.call('aliveness.steps', input(communityId))
const taken = (communityId: number) => file.call('communitySteps.list', { communityId })

interface Town {
  community: number
  /** Five in Porto and five in Oslo, who keep to themselves. */
  porto: number[]
  oslo: number[]
}

/** A community of two places without a tie between them; one of each wants to learn about bees. */
async function twoTowns(): Promise<Town> {
  const porto: number[] = []
  const oslo: number[] = []
  for (let at = 0; at < 10; at++) {
    const [ids, location] = at < 5 ? [porto, 'Porto'] : [oslo, 'Oslo']
    const skillsWanted = at === 1 || at === 7 ? ['Bees'] : []
    ids.push(await addMember(file, { name: `Member ${at}`, location, skillsWanted, joinedOn: '2020-01-01' }))
  }
  const community = await addCommunity([...porto, ...oslo])
  const pairs = [porto, oslo].flatMap((ids) =>
    ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const)),
  )
  await contact(community, [
    ...pairs.map((pair) => [...pair, day] as const),
    ...pairs.map((pair) => [...pair, day - 100] as const),
  ])
  return { community, porto, oslo }
}

function addCommunity(members: readonly number[]): Promise<number> {
  return file.command((db) => {
    const row = { name: 'Bridges', domain: '', purpose: '', stage: 'maturing' }
    const community = db.insert('communities', row)
    for (const [at, member] of members.entries()) {
      const role = at === 0 ? 'coordinator' : null
      db.insert('community_members', { community_id: community, member_id: member, role, joined_on: null })
    }
    return community
  })
}

function contact(community: number, contacts: readonly (readonly [number, number, number])[]): Promise<void> {
  return file.command((db) => {
    for (const [from, to, on] of contacts) {
      const row = { from_id: from, to_id: to, directed: 1, day: on, at: '', kind: 'message' }
      db.insert('interactions', { ...row, community_id: community })
    }
  })
}

test('two who want the same, live in different places and have never met are to be introduced', async () => {
  const { community, porto, oslo } = await twoTowns()
  const [first] = await steps(community)
  expect(first).toMatchObject({
    part: 'boundaries',
    kind: 'introduce',
    topic: { name: 'Bees', shared: 'both want' },
    places: ['Porto', 'Oslo'],
  })
  expect(first?.people.map(({ name }) => name)).toEqual(['Member 1', 'Member 7'])
  // A session outside of the community is having met as well.
  await addSession(file, { attendeeIds: [porto[1] ?? 0, oslo[2] ?? 0] })
  expect((await steps(community)).filter(({ kind }) => kind === 'introduce')).toEqual([])
})

test('a step that was taken is proposed no more, and shows what came of it', async () => {
  const { community, porto, oslo } = await twoTowns()
  const memberIds = [porto[1] ?? 0, oslo[2] ?? 0]
  const step = { communityId: community, part: 'boundaries', kind: 'introduce' } as const
  const { id } = await file.call('communitySteps.take', { ...step, memberIds, takenOn: today, valueThen: 0 })
  expect((await steps(community)).filter(({ kind }) => kind === 'introduce')).toEqual([])
  expect(await taken(community)).toMatchObject([
    { id, part: 'boundaries', kind: 'introduce', takenOn: today, valueThen: 0, contactsSince: 0 },
  ])
  await contact(community, [
    [memberIds[0] ?? 0, memberIds[1] ?? 0, day + 3],
    [memberIds[1] ?? 0, memberIds[0] ?? 0, day + 4],
    [memberIds[0] ?? 0, porto[3] ?? 0, day + 4],
  ])
  const [known] = await taken(community)
  expect(known?.contactsSince).toBe(2)
  expect(known?.people.map(({ name }) => name)).toEqual(['Member 1', 'Member 7'])

  await file.call('communitySteps.remove', { id })
  expect(await taken(community)).toEqual([])
  expect((await steps(community)).some(({ kind }) => kind === 'introduce')).toBe(false)
  await file.call('history.undo', {})
  expect(await taken(community)).toHaveLength(1)
  const summaries = file.read((db) => db.column<string>('SELECT summary FROM commands'))
  expect(summaries).toContain('Introduced Member 1 and Member 7 (Bridges)')
})

test('what cannot be noted is refused with what to do', async () => {
  const { community, porto } = await twoTowns()
  const step = {
    communityId: community,
    part: 'rhythm',
    kind: 'catch',
    takenOn: today,
    valueThen: null,
  } as const
  await expect(file.call('communitySteps.take', { ...step, memberIds: [9999] })).rejects.toMatchObject({
    code: 'not-found',
    message: 'Somebody this step names is no longer a member. Look at the steps anew.',
  })
  const twice = [porto[0] ?? 0, porto[0] ?? 0]
  await expect(file.call('communitySteps.take', { ...step, memberIds: twice })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(file.call('communitySteps.remove', { id: 7 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(file.call('communitySteps.list', { communityId: 77 })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('levels and who moved count gatherings too, and leave out who has left', async () => {
  const { community, porto, oslo } = await twoTowns()
  const [regular = 0, left = 0] = [porto[4], oslo[4]]
  await file.command((db) => {
    for (let week = 0; week < 12; week++) {
      const gathering = db.insert('gatherings', gatheringOn(community, fromDayNumber(day - 7 * week)))
      db.insert('gathering_attendees', { gathering_id: gathering, member_id: regular, is_guest: 0 })
    }
    const row = db.value<number>('SELECT id FROM community_members WHERE member_id = ?', left) ?? 0
    db.update('community_members', row, { left_on: '2026-11-01' })
  })
  const found = await file.call('aliveness.participation', input(community))
  expect(found?.weeks).toBe(12)
  expect(found?.counts).toEqual({ core: 1, active: 0, peripheral: 8, outside: 0 })
  const member = found?.members.find(({ id }) => id === regular)
  expect(member).toMatchObject({ level: 'core', before: 'peripheral', activeWeeks: 12, ask: null })
  // Five gatherings and the contact of a hundred days ago were six weeks in the window that ended seven weeks ago.
  expect(member?.movedOn).toBe(fromDayNumber(day - 49))

  const behind = await file.call('aliveness.records', { ...input(community), part: 'rhythm' })
  expect(behind).toMatchObject([{ counts: 'day', total: 12 }])
  expect(behind[0]?.rows[0]).toEqual({ people: [], on: today, ask: null, count: 7 })
  const kept = await file.call('aliveness.records', { ...input(community), part: 'retention' })
  expect(kept.map(({ title, total }) => [title, total])).toEqual([
    ['Took part in both spans', 9],
    ['Took part before, and not since', 0],
    ['Not counted: their part had come to its natural end', 1],
  ])
  expect(kept[0]?.rows[0]?.people[0]?.name).toBe('Member 0')
})

function gatheringOn(community: number, on: string) {
  return {
    community_id: community,
    kind: 'webinar',
    held_on: on,
    is_private: 0,
    status: 'held',
    notes: '',
    guests: 20,
    created_at: '',
    updated_at: '',
  }
}

test('a community that nobody belongs to has no steps but a first date, and no levels', async () => {
  const community = await addCommunity([])
  expect(await steps(community)).toMatchObject([{ kind: 'set a day', people: [] }])
  expect(await file.call('aliveness.participation', input(community))).toBeNull()
  expect(await file.call('aliveness.records', { ...input(community), part: 'value' })).toEqual([])
})
