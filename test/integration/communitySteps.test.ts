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
  const step = { communityId: community, part: 'boundaries', kind: 'introduce', itemId: null } as const
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
    itemId: null,
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
  expect(behind[0]?.rows[0]).toEqual({ people: [], on: today, ask: null, item: null, count: 7 })
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
  const behind = await file.call('aliveness.records', { ...input(community), part: 'value' })
  expect(behind.map(({ total }) => total)).toEqual([0, 0, 0, 0])
})

test('a step that was dismissed is proposed no more until its day, or until there is news of it', async () => {
  const { community, porto, oslo } = await twoTowns()
  const memberIds = [porto[1] ?? 0, oslo[2] ?? 0]
  const step = { communityId: community, part: 'boundaries', kind: 'introduce', itemId: null } as const
  const dismissed = { ...step, memberIds, takenOn: today, valueThen: 0 }
  const isProposed = async (on = today) =>
    (await file.call('aliveness.steps', { ...input(community), to: on })).some(
      ({ kind }) => kind === 'introduce',
    )
  expect(await isProposed()).toBe(true)
  const until = fromDayNumber(day + 10)
  await file.call('communitySteps.dismiss', { ...dismissed, as: 'not for us', until })
  expect(await isProposed()).toBe(false)
  expect(await isProposed(fromDayNumber(day + 9))).toBe(false)
  expect(await isProposed(until)).toBe(true)
  expect(await taken(community)).toMatchObject([
    { dismissed: { as: 'not for us', until }, kind: 'introduce' },
  ])
  await file.call('history.undo', {})
  expect(await isProposed()).toBe(true)
  await file.call('history.redo', {})
  const [{ id } = { id: 0 }] = await taken(community)
  await file.call('communitySteps.remove', { id })
  expect(await isProposed()).toBe(true)

  await file.call('communitySteps.dismiss', { ...dismissed, as: 'not now', until: null })
  expect(await isProposed(fromDayNumber(day + 200))).toBe(false)
  // That one of them took part again is news.
  await contact(community, [[porto[1] ?? 0, porto[2] ?? 0, day + 1]])
  expect(await isProposed(fromDayNumber(day + 2))).toBe(true)

  await expect(
    file.call('communitySteps.dismiss', { ...dismissed, as: 'not now', until: today }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  const summaries = file.read((db) => db.column<string>('SELECT summary FROM commands'))
  expect(summaries).toContain('Dismissed: Introduce Member 1 and Member 7 (Bridges, not for us)')
  expect(summaries).toContain('Shown again: Introduce Member 1 and Member 7')
})

test('knowledge counts when others use it, and what nobody uses is shown to who wants it', async () => {
  const { community, porto, oslo } = await twoTowns()
  const author = porto[0] ?? 0
  const items: number[] = []
  for (const title of ['Hives', 'Wax', 'Smoke', 'Honey', 'Frames']) {
    const item = {
      kind: 'practice' as const,
      title,
      body: '',
      topics: title === 'Wax' ? ['Bees'] : [],
      authorIds: [author],
      communityId: community,
      reviewOn: null,
      sessionId: null,
    }
    items.push((await file.call('knowledge.save', { id: null, item, today })).id)
  }
  await file.command((db) => {
    for (const id of items) db.update('knowledge_items', id, { created_at: '2026-09-01T10:00:00Z' })
  })
  const part = async (communityId: number | null = community) =>
    (await file.call('aliveness.get', { ...input(community), communityId })).parts.find(
      ({ key }) => key === 'value',
    )
  expect(await part()).toMatchObject({ value: 0, numerator: 0, denominator: 5 })
  const steps = async () => (await file.call('aliveness.steps', input(community))).filter(({ item }) => item)
  const shown = (await steps()).find(({ kind }) => kind === 'show')
  // Whoever is to be introduced is not asked for a second thing.
  expect(shown).toBeUndefined()
  const endorse = (await steps()).find(({ kind }) => kind === 'endorse')
  expect(endorse).toMatchObject({ part: 'value', item: { name: 'Hives' } })

  // The author's own use is none.
  for (const [at, memberId] of [author, oslo[0] ?? 0].entries()) {
    const story = { immediate: null, potential: null, applied: at === 1 ? 'Works' : null, realised: null }
    const reuse = { memberId, usedOn: today, story: { ...story, reframing: null } }
    await file.call('knowledge.saveReuse', { id: null, itemId: items[at] ?? 0, reuse })
  }
  expect(await part()).toMatchObject({
    numerator: 1,
    denominator: 5,
    inputs: { uses: 1, stories: 1, storiesOfUseInPractice: 1, storiesOfResults: 0 },
  })
  expect(await part(null)).toMatchObject({ numerator: 1, denominator: 5 })
  const behind = await file.call('aliveness.records', { ...input(community), part: 'value' })
  expect(behind[0]).toMatchObject({ counts: 'use', total: 1, rows: [{ item: { name: 'Wax' }, count: 1 }] })

  // A step about a piece of knowledge goes into the trash with it, and comes back.
  const memberIds = (endorse?.people ?? []).map(({ id }) => id)
  await file.call('communitySteps.take', {
    communityId: community,
    part: 'value',
    kind: 'endorse',
    memberIds,
    itemId: items[0] ?? 0,
    takenOn: today,
    valueThen: 0.2,
  })
  expect((await steps()).some(({ item }) => item?.name === 'Hives')).toBe(false)
  expect(await taken(community)).toMatchObject([{ item: { name: 'Hives' }, usesSince: 0 }])
  await file.call('knowledge.remove', { id: items[0] ?? 0 })
  expect(await taken(community)).toEqual([])
  await file.call('history.undo', {})
  expect(await taken(community)).toHaveLength(1)
})
