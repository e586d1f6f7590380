import type { InputOf } from '@shared/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity, addGathering, communityInput } from './communitySupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const today = '2026-11-25'
const get = (id: number) => file.call('communities.get', { id })

describe('a community', () => {
  test('is saved with everything, and counted with its members and places', async () => {
    const coordinatorId = await addMember(file, { name: 'Mira Okafor', location: 'Lagos' })
    const other = await addMember(file, { name: 'Rui Silva', location: 'Porto' })
    const id = await addCommunity(file, { coordinatorId, publicSpaces: ' A channel ', privateSpaces: ' ' })
    await file.call('communities.join', {
      id,
      memberIds: [coordinatorId, other],
      role: null,
      joinedOn: '2026-01-10',
    })
    expect(await get(id)).toMatchObject({
      name: 'Field Craft',
      coordinator: { name: 'Mira Okafor' },
      publicSpaces: 'A channel',
      privateSpaces: null,
      stage: 'coalescing',
      stages: [{ stage: 'coalescing', since: '2026-01-05' }],
      deletable: true,
    })
    const [row] = await file.call('communities.list', { today })
    expect(row).toMatchObject({ members: 2, places: 2, stageSince: '2026-01-05' })
  })

  test('has a name of its own', async () => {
    await addCommunity(file)
    await expect(addCommunity(file, { name: 'FIELD CRAFT' })).rejects.toMatchObject({
      code: 'conflict',
      field: 'community.name',
    })
  })

  test('is in the stage that was noted for the latest day; a slip is taken out, the only line is not', async () => {
    const id = await addCommunity(file)
    await file.call('communities.setStage', { id, stage: 'maturing', since: '2026-06-01', note: 'It grew' })
    await file.call('communities.setStage', { id, stage: 'potential', since: '2025-12-01', note: null })
    expect((await get(id)).stage).toBe('maturing')
    const [latest, middle, first] = (await get(id)).stages
    await file.call('communities.removeStage', { id: latest?.id ?? 0 })
    expect((await get(id)).stage).toBe('coalescing')
    await file.call('communities.removeStage', { id: first?.id ?? 0 })
    await expect(file.call('communities.removeStage', { id: middle?.id ?? 0 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await file.call('history.undo', {})
    await file.call('history.undo', {})
    expect((await get(id)).stages).toHaveLength(3)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('that met cannot be deleted; another goes into the trash and comes back with its members', async () => {
    const member = await addMember(file, { name: 'Mira Okafor' })
    const id = await addCommunity(file)
    await file.call('communities.join', { id, memberIds: [member], role: 'expert', joinedOn: today })
    const gathering = await addGathering(file, id)
    await expect(file.call('communities.remove', { id })).rejects.toMatchObject({ code: 'conflict' })
    await file.call('gatherings.remove', { id: gathering })
    const { trash } = await file.call('communities.remove', { id })
    await addCommunity(file)
    await expect(file.call('trash.restore', { ids: trash })).rejects.toMatchObject({ code: 'conflict' })
    await file.call('history.undo', {})
    expect(await file.call('trash.restore', { ids: trash })).toMatchObject({ notes: [] })
    const { members } = await file.call('communities.members', { id, today })
    expect(members).toMatchObject([{ name: 'Mira Okafor', role: 'expert' }])
  })
})

describe('its members', () => {
  test('leave and come back; who left counts no more', async () => {
    const member = await addMember(file, { name: 'Mira Okafor', location: 'Lagos' })
    const id = await addCommunity(file)
    const join = () =>
      file.call('communities.join', { id, memberIds: [member], role: null, joinedOn: '2026-02-01' })
    expect(await join()).toEqual({ added: 1 })
    expect(await join()).toEqual({ added: 0 })
    const line = async () => (await file.call('communities.members', { id, today })).members[0]
    await file.call('communities.leave', { ids: [(await line())?.id ?? 0], leftOn: '2026-03-01' })
    expect(await line()).toMatchObject({ leftOn: '2026-03-01', level: null })
    expect((await file.call('communities.list', { today }))[0]).toMatchObject({ members: 0 })
    await join()
    expect(await line()).toMatchObject({ joinedOn: '2026-02-01', leftOn: null })
  })

  test('have levels by the weeks in which they were at gatherings, and moved when they came more often', async () => {
    const often = await addMember(file, { name: 'Ana Abel' })
    const never = await addMember(file, { name: 'Bo Berg' })
    const id = await addCommunity(file)
    const memberIds = [often, never]
    await file.call('communities.join', { id, memberIds, role: null, joinedOn: '2026-01-05' })
    for (const heldOn of [
      '2026-09-30',
      '2026-10-07',
      '2026-10-14',
      '2026-10-21',
      '2026-11-04',
      '2026-11-18',
    ]) {
      const gathering = await addGathering(file, id, { heldOn })
      const attendees = [{ memberId: often, minutes: null }]
      // So many guests that nobody is in contact with anybody: having been there is enough.
      await file.call('gatherings.attend', { id: gathering, attendees, guests: 40 })
    }
    const { weeks, members } = await file.call('communities.members', { id, today })
    expect(weeks).toBe(12)
    expect(members).toMatchObject([
      {
        name: 'Ana Abel',
        level: 'core',
        activeWeeks: 6,
        lastSeen: '2026-11-18',
        moved: { from: 'outside', on: '2026-11-18' },
      },
      { name: 'Bo Berg', level: 'outside', activeWeeks: 0, lastSeen: null, moved: null },
    ])
    expect(members[0]?.path.slice(0, 3)).toEqual(['core', 'active', 'active'])
    expect(members[0]?.path.at(-1)).toBe('outside')
    // The overview says the same, of the same day.
    const input = { from: null, to: null, today, communityId: id, loggedOnly: false }
    expect(await file.call('aliveness.participation', input)).toMatchObject({
      weeks: 12,
      on: '2026-11-18',
      counts: { core: 1, active: 0, peripheral: 0, outside: 1 },
      members: [
        { name: 'Ana Abel', level: 'core', before: 'outside', movedOn: '2026-11-18', activeWeeks: 6 },
      ],
    })
  })
})

test('whoever is erased tends and sponsors nothing any more', async () => {
  const member = await addMember(file, { name: 'Mira Okafor' })
  const id = await addCommunity(file, {
    coordinatorId: member,
    sponsorId: member,
    domain: 'What Mira Okafor knows',
  })
  await file.call('members.eraseRecords', { ids: [member], reason: null })
  const community: InputOf<'communities.save'>['community'] = { ...communityInput(), ...(await get(id)) }
  expect(community).toMatchObject({ coordinatorId: null, sponsorId: null })
  expect(community.domain).not.toContain('Okafor')
})
