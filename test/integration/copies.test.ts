import {
  following,
  leftOut,
  mergedTables,
  naturalKeys,
  sameWhen,
  sequences,
  together,
} from '@main/database/copies/tables'
import { recordTables } from '@main/database/salvage/tables'
import { stayingTables } from '@main/database/whole/describe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { content, copyOf, merge } from './copiesSupport'
import { expectFiguresAsNew, expectSearchAsNew } from './sequenceChecks'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

/** Two coordinators who each work in a copy of one file. */

let ours: TestFile
let theirs: TestFile
beforeEach(async () => {
  ours = openTestFile()
  for (const name of ['Ana Abel', 'Bo Baker', 'Cy Cole']) await addMember(ours, { name, location: 'Porto' })
  await addSession(ours, { attendeeIds: [1, 2], notes: 'bees', topics: ['Bees'] })
  theirs = copyOf(ours)
})
afterEach(() => {
  ours.close()
  theirs.close()
})

async function expectOne(): Promise<void> {
  expect(content(theirs)).toEqual(content(ours))
  for (const file of [ours, theirs]) {
    expect((await file.call('programFile.check', {})).problems).toEqual([])
    expectSearchAsNew(file)
    await expectFiguresAsNew(file)
  }
}

test('what each has done is in both afterwards, and merging again changes nothing', async () => {
  const dee = await addMember(ours, { name: 'Dee Dale', skillsOffered: ['Wax'] })
  const eve = await addMember(theirs, { name: 'Eve East', skillsWanted: ['Wax', 'Honey'] })
  expect(dee).toBe(eve)
  await addSession(theirs, {
    attendeeIds: [eve, 1],
    notes: `With [@Eve East](coppice:member/${eve}) on queens`,
  })
  await ours.call('members.save', { id: 2, member: memberInput({ name: 'Bo Baker', location: 'Oslo' }) })
  await theirs.call('members.save', {
    id: 2,
    member: memberInput({ name: 'Bo Baker', location: 'Porto', department: 'Finance' }),
  })

  expect(await merge(ours, theirs)).toMatchObject({ conflicts: [] })
  expect(ours.read((db) => db.all('SELECT name, location, department FROM members WHERE id = 2'))).toEqual([
    { name: 'Bo Baker', location: 'Oslo', department: 'Finance' },
  ])
  const came = ours.read((db) => db.value<number>("SELECT id FROM members WHERE name = 'Eve East'"))
  expect(came).not.toBe(dee)
  expect(ours.read((db) => db.value("SELECT notes FROM sessions WHERE notes LIKE 'With%'"))).toBe(
    `With [@Eve East](coppice:member/${came}) on queens`,
  )
  // A topic of the same name is one.
  expect(ours.read((db) => db.column("SELECT name FROM topics WHERE name LIKE 'wax'"))).toHaveLength(1)
  await merge(theirs, ours)
  await expectOne()
  const before = content(ours)
  expect(await merge(ours, theirs)).toMatchObject({ added: 0, changed: 0, removed: 0, conflicts: [] })
  expect(content(ours)).toEqual(before)
})

test('a field that both have changed: the later stays, the other is in the history, and a choice holds in both', async () => {
  await ours.call('members.save', { id: 1, member: memberInput({ name: 'Ana Abel', location: 'Oslo' }) })
  await new Promise((resolve) => setTimeout(resolve, 3))
  await theirs.call('members.save', { id: 1, member: memberInput({ name: 'Ana Abel', location: 'Bergen' }) })
  theirs.connection.pragma('wal_checkpoint(TRUNCATE)')
  const preview = await ours.call('copies.preview', { path: theirs.path, secret: null })
  expect(preview.conflicts).toEqual([
    expect.objectContaining({
      ...{ kind: 'member', record: 'Ana Abel', field: 'Location' },
      ...{ before: 'Porto', ours: 'Oslo', theirs: 'Bergen', takes: 'theirs' },
    }),
  ])
  const [conflict] = preview.conflicts
  await merge(ours, theirs, { [conflict?.key ?? '']: 'ours' })
  const location = (file: TestFile) =>
    file.read((db) => db.value('SELECT location FROM members WHERE id = 1'))
  expect(location(ours)).toBe('Oslo')
  expect(
    ours.read((db) => db.column("SELECT before FROM changes WHERE before LIKE '%Bergen%'")),
  ).toHaveLength(1)
  expect(await merge(theirs, ours)).toMatchObject({ conflicts: [] })
  expect(location(theirs)).toBe('Oslo')
  await expectOne()
})

test('what one deletes and the other goes on with stays in both, and is told; what nobody touched goes', async () => {
  const second = await addSession(ours, { attendeeIds: [2, 3], notes: 'wax' })
  await merge(theirs, ours)
  const there = theirs.read((db) => db.value<number>("SELECT id FROM sessions WHERE notes = 'wax'")) ?? 0
  await ours.call('sessions.remove', { id: 1 })
  await theirs.call('sessions.save', {
    id: 1,
    session: sessionInput({ attendeeIds: [1, 2], notes: 'bees and more', topics: ['Bees'] }),
  })
  await theirs.call('sessions.remove', { id: there })
  const told = await merge(ours, theirs)
  expect(told.conflicts).toContainEqual(expect.objectContaining({ kind: 'session', field: null }))
  expect(ours.read((db) => db.column('SELECT notes FROM sessions ORDER BY id'))).toEqual(['bees and more'])
  expect(second).toBe(2)
  await merge(theirs, ours)
  await expectOne()
})

test('a merge is one step back, and can be done again', async () => {
  await addMember(theirs, { name: 'Eve East' })
  await theirs.call('members.save', { id: 2, member: memberInput({ name: 'Bo Baker', location: 'Oslo' }) })
  const before = content(ours)
  await merge(ours, theirs)
  const merged = content(ours)
  await ours.call('history.undo', {})
  expect(content(ours)).toEqual(before)
  expect(await merge(ours, theirs)).toMatchObject({ added: 1, changed: 1, conflicts: [] })
  expect(content(ours)).toEqual(merged)
  await merge(theirs, ours)
  await expectOne()
})

test('another program, and the file itself, are refused in words', async () => {
  const other = openTestFile()
  other.connection.prepare("UPDATE migrations SET applied_at = '2020-01-01T00:00:00.000Z'").run()
  try {
    await expect(merge(ours, other)).rejects.toThrow(/did not begin as a copy/)
    await expect(merge(ours, ours)).rejects.toThrow(/the file that is open/)
  } finally {
    other.close()
  }
})

test('every table takes part in a merge, or is left out for a reason', () => {
  const all = ours.read((db) => recordTables(db).map(({ name }) => name))
  const merged = ours.read((db) => mergedTables(db).map(({ name }) => name))
  const apart = [...stayingTables, ...Object.keys(leftOut)]
  expect([...merged, ...apart].sort()).toEqual([...all].sort())
  for (const rules of [naturalKeys, sameWhen, together, following, sequences])
    expect(merged).toEqual(expect.arrayContaining(Object.keys(rules)))
  // Rows whose numbers are given out again are known by what they tie together.
  const counted = ours.read((db) =>
    db.column("SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'"),
  )
  expect(merged.filter((name) => !counted.includes(name) && !Object.hasOwn(naturalKeys, name))).toEqual([])
})
