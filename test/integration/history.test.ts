import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, addSession, memberInput, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

/** What undo and redo would take back, in words. */
async function state() {
  const { undo: last, redo: next } = await file.call('history.state', {})
  return { undo: last?.summary ?? null, redo: next?.summary ?? null }
}
const undo = () => file.call('history.undo', {})
const redo = () => file.call('history.redo', {})

test('there is nothing to take back in a new file', async () => {
  expect(await state()).toEqual({ undo: null, redo: null })
  await expect(undo()).rejects.toThrow('There is nothing to undo.')
  await expect(redo()).rejects.toThrow('There is nothing to redo.')
})

test('what was done stands until it is undone, and again when it is redone', async () => {
  await addMember(file, { name: 'Ana Abel' })
  const { undo: done } = await file.call('history.state', {})
  const id = done?.id ?? 0
  await addMember(file, { name: 'Bo Baker' })
  const stands = async () => (await file.call('history.stands', { id })).stands
  expect(await stands()).toBe(true)
  await undo()
  expect(await stands()).toBe(true)
  for (const _ of ['once', 'and again']) {
    await undo()
    expect(await stands()).toBe(false)
    await redo()
    expect(await stands()).toBe(true)
  }
  // Of what is no command nobody can say that it stands.
  expect(await file.call('history.stands', { id: 99 })).toEqual({ stands: false })
})

test('undo and redo walk through what was done, in words', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  await addSession(file, { attendeeIds: [ana, bo], heldOn: '2026-11-20' })
  await file.call('members.archive', { ids: [ana], archived: true })
  const words = [
    'New member Ana Abel',
    'New member Bo Baker',
    'Session with Ana Abel and Bo Baker on 2026-11-20',
    'Archived Ana Abel',
  ]
  for (const [index, word] of [...words.entries()].reverse()) {
    expect(await state()).toEqual({ undo: word, redo: words[index + 1] ?? null })
    expect(await undo()).toEqual({ summary: word })
  }
  expect(await state()).toEqual({ undo: null, redo: words[0] })
  for (const word of words) expect(await redo()).toEqual({ summary: word })
  expect(await state()).toEqual({ undo: words[3], redo: null })
  expect(await undo()).toEqual({ summary: words[3] })
})

test('who does something new after an undo cannot redo any more', async () => {
  await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  await undo()
  await addMember(file, { name: 'Cy Cole' })
  expect(await state()).toEqual({ undo: 'New member Cy Cole', redo: null })
  await undo()
  expect(await state()).toEqual({ undo: 'New member Ana Abel', redo: 'New member Cy Cole' })
  const cy = (await file.call('members.find', { query: '', limit: 9 })).map(({ name }) => name)
  expect(cy).toEqual(['Ana Abel'])
  await redo()
  await expect(file.call('members.get', { id: bo })).rejects.toMatchObject({ code: 'not-found' })
})

test('what became final is not taken back, nor anything before it; what is done afterwards is', async () => {
  await addMember(file, { name: 'Ana Abel' })
  await addMember(file, { name: 'Bo Baker' })
  await undo()
  const id = await addMember(file, { name: 'Cy Cole' })
  await file.command((writer) => writer.update('members', id, { about: null, phone: '1' }), 'Erased', {
    reason: 'Cy asked for it',
    final: true,
  })
  expect(await state()).toEqual({ undo: null, redo: null })
  await expect(undo()).rejects.toThrow('There is nothing to undo.')
  await expect(redo()).rejects.toThrow('There is nothing to redo.')
  await addMember(file, { name: 'Dee Dale' })
  expect(await state()).toEqual({ undo: 'New member Dee Dale', redo: null })
  await undo()
  expect(await state()).toEqual({ undo: null, redo: 'New member Dee Dale' })
  await redo()
  const kept = file.read((db) =>
    db.all('SELECT summary, kind, reason, is_final AS final FROM commands ORDER BY id DESC LIMIT 4'),
  )
  const plain = { reason: null, final: 0 }
  expect(kept).toEqual([
    { summary: 'New member Dee Dale', kind: 'redo', ...plain },
    { summary: 'New member Dee Dale', kind: 'undo', ...plain },
    { summary: 'New member Dee Dale', kind: 'do', ...plain },
    { summary: 'Erased', kind: 'do', reason: 'Cy asked for it', final: 1 },
  ])
})

test('a command counts the records that it changed, each once, those of a bulk among them', async () => {
  const counts = () =>
    file.read((db) => db.value<string>('SELECT counts FROM commands ORDER BY id DESC LIMIT 1')) ?? ''
  await file.command((writer) => {
    const columns = ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at']
    const rows = writer.bulk('members', columns)
    const first = rows.add(['Ana', 'Ana', 'active', 'neither', writer.now, writer.now])
    rows.add(['Bo', 'Bo', 'active', 'neither', writer.now, writer.now])
    writer.update('members', first, { location: 'Porto' })
    rows.end()
    writer.insert('topics', { name: 'Bees' })
  })
  expect(JSON.parse(counts())).toEqual({ members: 2, topics: 1 })
  await file.command((writer) => {
    writer.update('members', 1, { location: 'Oslo' })
    writer.update('members', 1, { phone: '12' })
  })
  expect(JSON.parse(counts())).toEqual({ members: 1 })
  await undo()
  await undo()
  expect(JSON.parse(counts())).toEqual({ members: 2, topics: 1 })
})

test('a removed session comes back whole', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  const id = await addSession(file, {
    attendeeIds: [ana, bo],
    notes: 'Everything about bees',
    topics: ['Bees'],
    actionItems: [{ id: null, text: 'Buy a hive', ownerId: bo, dueOn: null, doneOn: null }],
  })
  const before = await file.call('sessions.get', { id })
  await file.call('sessions.remove', { id })
  await expect(file.call('sessions.get', { id })).rejects.toMatchObject({ code: 'not-found' })
  await undo()
  expect(await file.call('sessions.get', { id })).toEqual(before)
})

test('a save that changes nothing is no step in the history', async () => {
  const id = await addMember(file, { name: 'Ana Abel' })
  const member = memberInput({ name: 'Ana Abel', sortName: 'Abel, Ana' })
  await file.call('members.save', { id, member })
  await file.call('members.archive', { ids: [id], archived: false })
  expect((await state()).undo).toBe('New member Ana Abel')
  await file.call('members.save', { id, member: { ...member, about: 'Keeps bees' } })
  expect((await state()).undo).toBe('Changes to Ana Abel')
})

test('rows that were inserted in bulk and changed in the same command are taken back, and come again', async () => {
  await file.command((writer) => {
    const columns = ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at']
    const rows = writer.bulk('members', columns)
    const ids = ['Ana', 'Bo', 'Cy'].map((name) =>
      rows.add([name, name, 'active', 'neither', writer.now, writer.now]),
    )
    for (const id of ids) writer.update('members', id, { location: 'Porto' })
    rows.end()
  }, 'Import')
  const porto = async () =>
    (await file.call('members.find', { query: 'porto', limit: 9 })).map(({ name }) => name)
  expect(await porto()).toEqual(['Ana', 'Bo', 'Cy'])
  await undo()
  expect(await porto()).toEqual([])
  await redo()
  expect(await porto()).toEqual(['Ana', 'Bo', 'Cy'])
})

test('saved views keep one name once, and can be taken back too', async () => {
  const save = (name: string, value: string) =>
    file.call('savedViews.save', { screen: 'members', name, state: value })
  const { id } = await save('Mentors', '1')
  expect(await save('mentors', '2')).toEqual({ id })
  await save('Alumni', '3')
  const list = async () =>
    (await file.call('savedViews.list', { screen: 'members' })).map((view) => `${view.name} ${view.state}`)
  expect(await list()).toEqual(['Alumni 3', 'mentors 2'])
  expect(await file.call('savedViews.list', { screen: 'activity' })).toEqual([])
  await file.call('savedViews.remove', { id })
  expect(await list()).toEqual(['Alumni 3'])
  await undo()
  expect(await list()).toEqual(['Alumni 3', 'mentors 2'])
  await expect(file.call('savedViews.remove', { id: 99 })).rejects.toMatchObject({ code: 'not-found' })
})
