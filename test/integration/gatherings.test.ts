import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf } from '@shared/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity, addGathering } from './communitySupport'
import { addMember, openTestFile, type TestFile } from './support'

const today = '2026-11-25'
let file: TestFile
let communityId: number
beforeEach(async () => {
  file = openTestFile()
  communityId = await addCommunity(file)
})
afterEach(() => file.close())

const get = (id: number) => file.call('gatherings.get', { id, today })
const list = () => file.call('gatherings.list', { communityId, today })
const contacts = () =>
  file.read((db) => db.all('SELECT from_id, to_id, directed, kind, logged_by FROM interactions'))

async function members(count: number): Promise<number[]> {
  const ids: number[] = []
  for (let number = 0; number < count; number++) ids.push(await addMember(file, { name: `Ann ${number}` }))
  return ids
}

const attend = (id: number, people: readonly number[], guests = 0) => {
  const attendees = people.map((memberId) => ({ memberId, minutes: null }))
  return file.call('gatherings.attend', { id, attendees, guests })
}

describe('attendance', () => {
  test('of twelve gives a contact between each two, of thirteen none; guests count', async () => {
    const people = await members(13)
    const id = await addGathering(file, communityId)
    expect(await attend(id, people)).toEqual({ id, ties: 0 })
    expect(await attend(id, people.slice(0, 12))).toEqual({ id, ties: 66 })
    expect(await attend(id, people.slice(0, 12), 1)).toEqual({ id, ties: 0 })
    expect(await attend(id, people.slice(0, 3))).toEqual({ id, ties: 3 })
    expect(contacts()).toHaveLength(3)
    expect(contacts()[0]).toMatchObject({ directed: 0, kind: 'gathering', logged_by: 'derived' })
    await file.call('gatherings.setStatus', { id, status: 'cancelled' })
    expect(contacts()).toEqual([])
    await file.call('history.undo', {})
    expect(contacts()).toHaveLength(3)
    expect((await file.call('programFile.check', {})).problems).toEqual([])
  })

  test('of a large gathering counts in the rhythm, and for whom it is taking part', async () => {
    const people = await members(14)
    const joinedOn = '2026-01-05'
    await file.call('communities.join', { id: communityId, memberIds: people, role: null, joinedOn })
    const large = await addGathering(file, communityId, { heldOn: '2026-11-20' })
    const small = await addGathering(file, communityId, { heldOn: '2026-11-06' })
    await addGathering(file, communityId, { heldOn: '2026-11-23', status: 'planned' })
    const levels = async () =>
      (await file.call('activity.participation', { on: today, weeks: 12, communityId })).counts
    expect(await levels()).toMatchObject({ outside: 14 })
    await attend(large, people.slice(0, 13), 2)
    await attend(small, people.slice(0, 2))
    const days = () => file.call('gatherings.days', { communityId, from: '2026-11-01', to: today })
    expect(await days()).toEqual([
      { day: '2026-11-06', gatherings: 1, withoutTies: 0 },
      { day: '2026-11-20', gatherings: 1, withoutTies: 15 },
    ])
    expect(await levels()).toEqual({ core: 0, active: 0, peripheral: 13, outside: 1 })
    await file.call('gatherings.setStatus', { id: large, status: 'cancelled' })
    expect(await levels()).toEqual({ core: 0, active: 0, peripheral: 2, outside: 12 })
    await file.call('history.undo', {})
    expect(await levels()).toMatchObject({ peripheral: 13 })
  })

  test('tells members from guests, and who was there the last time', async () => {
    const [member = 0, guest = 0] = await members(2)
    await file.call('communities.join', { id: communityId, memberIds: [member], role: null, joinedOn: today })
    const first = await addGathering(file, communityId, { heldOn: '2026-11-06' })
    await attend(first, [member, guest], 2)
    const second = await addGathering(file, communityId)
    expect(await get(second)).toMatchObject({
      members: [{ id: member }],
      lastTime: { heldOn: '2026-11-06', people: [{ id: member }, { id: guest }] },
    })
    expect((await get(first)).attendees).toMatchObject([{ isGuest: false }, { isGuest: true }])
    expect((await list()).gatherings.at(-1)).toMatchObject({ attendees: 2, asGuests: 1, guests: 2 })
  })

  test('goes into the trash with its gathering, and comes back with the contacts', async () => {
    const people = await members(3)
    const id = await addGathering(file, communityId)
    await attend(id, people)
    const { trash } = await file.call('gatherings.remove', { id })
    expect(contacts()).toEqual([])
    await file.call('trash.restore', { ids: trash })
    expect(contacts()).toHaveLength(3)
    expect((await get(id)).attendees).toHaveLength(3)
  })
})

describe('a series', () => {
  test('is planned a year ahead on the days of its rule, planned on, and ended', async () => {
    const until = null
    await addGathering(file, communityId, { heldOn: '2026-12-03' }, { how: 'monthly by weekday', until })
    const days = async () => (await list()).gatherings.map(({ heldOn }) => heldOn).reverse()
    expect((await days()).slice(0, 3)).toEqual(['2026-12-03', '2027-01-07', '2027-02-04'])
    expect(await days()).toHaveLength(13)
    const [series] = (await list()).series
    expect(series).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=1TH', planned: 13 })
    const seriesId = series?.id ?? 0
    await file.call('gatherings.planOn', { seriesId, today: '2027-12-01' })
    expect(await days()).toHaveLength(24)
    expect(await file.call('gatherings.endSeries', { seriesId, from: '2027-02-04' })).toEqual({ gone: 22 })
    expect(await days()).toEqual(['2026-12-03', '2027-01-07'])
    await expect(file.call('gatherings.planOn', { seriesId, today: '2028-12-01' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('ends on its last day, and takes a change over to those after it', async () => {
    const until = '2027-01-15'
    const id = await addGathering(
      file,
      communityId,
      { heldOn: '2026-12-04' },
      { how: 'every 2 weeks', until },
    )
    const { gatherings } = await list()
    expect(gatherings).toHaveLength(4)
    const second = gatherings.at(-2)?.id ?? 0
    const { kind, heldOn, startsAt, minutes, isPrivate, status, notes } = await get(second)
    await file.call('gatherings.save', {
      id: second,
      communityId,
      gathering: {
        ...{ kind, heldOn, startsAt, minutes, isPrivate, status, notes },
        ...{ title: null, place: 'Harbour', hostId: null },
      },
      repeats: null,
      following: true,
      today,
    })
    const places = (await list()).gatherings.map(({ place }) => place)
    expect(places).toEqual(['Harbour', 'Harbour', 'Harbour', null])
    expect((await get(id)).place).toBeNull()
  })
})

describe('a file of attendance', () => {
  const rows = [
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent',
    'Mira,mira@x.example,10/05/2026 05:55:00 PM,10/05/2026 06:20:00 PM,25,No,',
    'Mira,mira@x.example,10/05/2026 06:25:00 PM,10/05/2026 07:00:00 PM,35,No,',
    'Jo Lee,,10/05/2026 06:00:00 PM,10/05/2026 06:10:00 PM,10,No,',
    'Rui Silva,,10/05/2026 06:00:00 PM,10/05/2026 06:10:00 PM,10,No,',
    'Somebody Else,,10/05/2026 06:00:00 PM,10/05/2026 06:10:00 PM,10,Yes,',
  ]

  function request(asked: Partial<InputOf<'gatherings.import'>> = {}): InputOf<'gatherings.import'> {
    const path = join(dirname(file.path), 'participants.csv')
    writeFileSync(path, rows.join('\n'))
    const fresh = { title: null, kind: 'webinar' as const, heldOn: '2026-10-05' }
    return {
      file: path,
      communityId,
      gatheringId: null,
      fresh,
      decisions: [],
      unknownAsGuests: true,
      ...asked,
    }
  }

  test('is taken by e-mail, then by name; who could be several is refused until it is said who', async () => {
    const mira = await addMember(file, { name: 'Mira Okafor', email: 'mira@x.example' })
    const jo = await addMember(file, { name: 'Jo Lee', department: 'Data' })
    await addMember(file, { name: 'Jo Lee', department: 'Legal' })
    const rui = await addMember(file, { name: 'Rui Silva' })
    const foreseen = await file.call('gatherings.previewImport', request())
    expect(foreseen).toMatchObject({
      taken: 2,
      guests: [{ line: 6, name: 'Somebody Else' }],
      rejected: [{ line: 4, name: 'Jo Lee', reason: expect.stringContaining('any of 2 members') }],
    })
    expect(foreseen.found.map(({ member, decided }) => [member.id, decided])).toEqual([
      [mira, false],
      [rui, false],
    ])
    const [{ line: ofMira = 0 } = {}] = foreseen.found
    // Until it is taken any line can be left out, or be somebody else.
    const changed = await file.call(
      'gatherings.previewImport',
      request({
        decisions: [
          { line: 4, is: jo },
          { line: ofMira, is: 'skip' },
          { line: 6, is: mira },
        ],
      }),
    )
    expect(changed).toMatchObject({
      taken: 3,
      guests: [],
      rejected: [{ line: ofMira, leftOut: true }],
    })
    expect(changed.found.map(({ member, decided }) => [member.id, decided])).toEqual([
      [jo, true],
      [rui, false],
      [mira, true],
    ])
    const said = request({ decisions: [{ line: 4, is: jo }] })
    const { id } = await file.call('gatherings.import', said)
    const gathering = await get(id ?? 0)
    expect(gathering).toMatchObject({ status: 'held', heldOn: '2026-10-05', guests: 1 })
    expect(new Map(gathering.attendees.map((one) => [one.id, one.minutes]))).toEqual(
      new Map([
        [mira, 60],
        [jo, 10],
        [rui, 10],
      ]),
    )
    expect(await file.call('gatherings.import', { ...said, gatheringId: id })).toMatchObject({ known: 3 })
    await file.call('history.undo', {})
    await file.call('history.undo', {})
    expect(await list()).toEqual({ gatherings: [], series: [] })
    expect(await file.call('imports.history', {})).toEqual([])
  })

  test('refuses by line whoever is in no directory, where guests are not wanted', async () => {
    const found = await file.call('gatherings.previewImport', request({ unknownAsGuests: false }))
    expect(found.guests).toEqual([])
    expect(found.rejected.map(({ line }) => line)).toEqual([2, 4, 5, 6])
  })
})
