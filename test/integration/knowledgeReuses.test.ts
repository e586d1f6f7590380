import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { addItem, addReuse, itemInput, knowledgeDay } from './knowledgeSupport'
import { addMember, openTestFile, type TestFile } from './support'

let file: TestFile
let [ana, bo, cy] = [0, 0, 0]
beforeEach(async () => {
  file = openTestFile()
  ana = await addMember(file, { name: 'Ana Abel', location: 'Porto', department: 'Finance' })
  bo = await addMember(file, { name: 'Bo Baker', location: 'Porto', department: 'Data' })
  cy = await addMember(file, { name: 'Cy Cole', location: 'Oslo', department: null })
})
afterEach(() => file.close())

const contacts = () =>
  file.read((db) =>
    db.all(
      'SELECT from_id, to_id, directed, kind, at, community_id, logged_by FROM interactions ORDER BY id',
    ),
  )
const check = async () => expect((await file.call('programFile.check', {})).problems).toEqual([])

describe('a use of knowledge', () => {
  test('is a contact from each author to whoever used it, whatever becomes of the item', async () => {
    const communityId = await addCommunity(file)
    const id = await addItem(file, { title: 'Gauges', authorIds: [ana, bo], communityId })
    await addReuse(file, id, bo)
    expect(contacts()).toEqual([
      {
        from_id: ana,
        to_id: bo,
        directed: 1,
        kind: 'reuse',
        at: '2026-11-20',
        community_id: communityId,
        logged_by: 'derived',
      },
    ])
    const item = itemInput({ title: 'Gauges', authorIds: [ana, cy] })
    await file.call('knowledge.save', { id, item, today: knowledgeDay })
    expect(contacts()).toMatchObject([
      { from_id: ana, community_id: null },
      { from_id: cy, to_id: bo },
    ])
    await check()
    const { trash } = await file.call('knowledge.remove', { id })
    expect(contacts()).toEqual([])
    await file.call('trash.restore', { ids: trash })
    expect(contacts()).toHaveLength(2)
    await check()
  })

  test('can be changed, deleted and brought back; its own author is nobody’s teacher', async () => {
    const id = await addItem(file, { title: 'Gauges', authorIds: [ana] })
    const reuse = await addReuse(file, id, ana)
    expect(contacts()).toEqual([])
    const story = { immediate: null, potential: null, applied: ' We did so. ', realised: '', reframing: null }
    await file.call('knowledge.saveReuse', {
      id: reuse,
      itemId: id,
      reuse: { memberId: cy, usedOn: '2026-11-21', story },
    })
    expect(contacts()).toMatchObject([{ to_id: cy, at: '2026-11-21' }])
    expect((await file.call('knowledge.reuses', { itemId: id })).reuses).toMatchObject([
      { story: { applied: 'We did so.', realised: null }, acrossPlaces: true, acrossDepartments: null },
    ])
    const { trash } = await file.call('knowledge.removeReuse', { id: reuse })
    expect(contacts()).toEqual([])
    const { rows } = await file.call('trash.list', { page: { offset: 0, limit: 5 } })
    expect(rows).toMatchObject([{ name: 'Use by Cy Cole on 2026-11-21', detail: 'Gauges · We did so.' }])
    await file.call('trash.restore', { ids: trash })
    expect(contacts()).toHaveLength(1)
    await check()
  })
})

test('transfer says who teaches whom what, and what of it crosses a boundary', async () => {
  const gauges = await addItem(file, { title: 'Gauges', authorIds: [ana], topics: ['Gauges'] })
  const winter = await addItem(file, { title: 'Winter', authorIds: [ana, bo], topics: ['Winter'] })
  await addReuse(file, gauges, bo, { usedOn: '2026-11-01', applied: 'Twice a day now.' })
  await addReuse(file, winter, cy, { usedOn: '2026-11-02', applied: 'So did we.', realised: 'No day lost.' })
  await addReuse(file, winter, bo, { usedOn: '2026-11-03' })
  const { figures, pairs, departments, cycles, stories } = await file.call('knowledge.transfer', {
    communityId: null,
  })
  expect(figures).toEqual({ uses: 3, users: 2, acrossPlaces: 1, acrossDepartments: 2 })
  expect(pairs.map(({ from, to, uses, topics }) => [from.name, to.name, uses, topics])).toEqual([
    ['Ana Abel', 'Bo Baker', 2, ['Gauges', 'Winter']],
    ['Ana Abel', 'Cy Cole', 1, ['Winter']],
    ['Bo Baker', 'Cy Cole', 1, ['Winter']],
  ])
  expect(departments).toContainEqual({ from: 'Finance', to: 'Data', uses: 2 })
  expect(cycles).toMatchObject({ immediate: 0, applied: 2, realised: 1 })
  expect(stories.map(({ item }) => item.name)).toEqual(['Winter', 'Gauges'])
  expect(await file.call('knowledge.ofMember', { memberId: ana })).toMatchObject({
    written: [
      { name: 'Winter', reuses: 2 },
      { name: 'Gauges', reuses: 1 },
    ],
    used: [],
    figures: { uses: 3, users: 2 },
  })
})
