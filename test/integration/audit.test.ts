import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import type { HistoryFilter } from '@shared/contract/history'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText } from './importSupport'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

/** The history of the whole file: what was done when, filtered, in pages, in detail, and as a CSV. */

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const everything: HistoryFilter = { query: '', areas: [], kinds: [], from: null, to: null }

/** All that a filter lets through, a page at a time. */
async function all(filter: Partial<HistoryFilter> = {}, limit = 3) {
  const rows: OutputOf<'history.list'>['rows'] = []
  let after: InputOf<'history.list'>['after'] = null
  do {
    const page: OutputOf<'history.list'> = await file.call('history.list', {
      filter: { ...everything, ...filter },
      after,
      limit,
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

const summaries = async (filter: Partial<HistoryFilter> = {}) =>
  (await all(filter)).map(({ summary }) => summary)

async function withHistory() {
  const ana = await addMember(file, { name: 'Ána Abel' })
  await file.call('program.rename', { name: 'Pilot' })
  const session = await addSession(file, { attendeeIds: [ana], heldOn: '2026-11-20', notes: 'Bees' })
  await importText(file, 'members', 'Name,Email\nBo Baker,bo@x.example\nCy Cole,cy@x.example\n')
  await file.call('savedViews.save', { screen: 'members', name: 'Mentors', state: '{}' })
  await file.call('history.undo', {})
  await file.call('sessions.remove', { id: session })
  await file.call('history.undo', {})
  await file.call('history.redo', {})
  return { ana, session }
}

test('all commands, the newest first, with what they changed and what became of them', async () => {
  await withHistory()
  const rows = await all()
  expect(rows.map(({ kind, summary, takenBack }) => [kind, summary, takenBack])).toEqual([
    ['redo', 'Deleted session with Ána Abel on 2026-11-20', false],
    ['undo', 'Deleted session with Ána Abel on 2026-11-20', true],
    ['do', 'Deleted session with Ána Abel on 2026-11-20', true],
    ['undo', 'View “Mentors”', false],
    ['do', 'View “Mentors”', true],
    ['do', 'Import of 2 members from members.csv', false],
    ['do', 'Session with Ána Abel on 2026-11-20', false],
    ['do', 'Program called “Pilot”', false],
    ['do', 'New member Ána Abel', false],
  ])
  expect(rows[5]?.counts).toEqual({ imports: 1, members: 2 })
  expect(await file.call('history.overview', {})).toEqual({ commands: 9, firstAt: rows[8]?.at })
})

test('it is filtered by area, kind, words and period', async () => {
  await withHistory()
  expect(await summaries({ areas: ['settings'] })).toEqual([
    'View “Mentors”',
    'View “Mentors”',
    'Program called “Pilot”',
  ])
  expect(await summaries({ areas: ['imports', 'members'] })).toEqual([
    'Import of 2 members from members.csv',
    'New member Ána Abel',
  ])
  expect(await summaries({ kinds: ['undo'] })).toHaveLength(2)
  expect(await summaries({ kinds: ['redo', 'do'], areas: ['sessions'] })).toHaveLength(3)
  expect(await summaries({ query: 'ana  DELETED' })).toHaveLength(3)
  expect(await summaries({ query: 'nobody' })).toEqual([])

  file.connection.exec("UPDATE commands SET at = '2026-0' || id || '-01T12:00:00.000Z'")
  expect(await summaries({ from: '2026-02-01', to: '2026-03-01' })).toEqual([
    'Session with Ána Abel on 2026-11-20',
    'Program called “Pilot”',
  ])
  expect(await summaries({ to: '2026-01-31' })).toEqual(['New member Ána Abel'])
  expect(await summaries({ from: '2026-09-02' })).toEqual([])
})

test('a reason is found, and told', async () => {
  const id = await addMember(file, { name: 'Ana Abel' })
  await file.command((writer) => writer.update('members', id, { phone: null, about: 'x' }), 'members.test', {
    reason: 'She asked for it',
  })
  expect(await all({ query: 'asked' })).toMatchObject([{ reason: 'She asked for it' }])
})

test('whatever the filter and the length of a page: nothing is missing, nothing is there twice', async () => {
  const moments = ['2026-01-01T10:00:00.000Z', '2026-01-01T10:00:00.001Z', '2026-03-05T23:59:59.999Z']
  const row = fc.record({
    at: fc.constantFrom(...moments),
    operation: fc.constantFrom('members.save', 'sessions.save', 'actionItems.setDone', 'imports.run'),
    kind: fc.constantFrom('do', 'do', 'undo', 'redo'),
    summary: fc.constantFrom('Ana', 'Bo', 'Ana and Bo'),
  })
  const filters = fc.record({
    query: fc.constantFrom('', 'ana', 'bo an'),
    areas: fc.uniqueArray(fc.constantFrom('members', 'sessions', 'imports', 'trash'), { maxLength: 3 }),
    kinds: fc.uniqueArray(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 2 }),
    from: fc.constantFrom(null, '2026-02-01'),
    to: fc.constantFrom(null, '2026-02-01'),
  })
  const area = (operation: string) => operation.replace('actionItems', 'sessions').split('.')[0]
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      filters,
      fc.integer({ min: 1, max: 8 }),
      async (rows, filter, limit) => {
        file.connection.exec('DELETE FROM commands')
        const insert = file.connection.prepare(
          'INSERT INTO commands (id, at, operation, summary, kind) VALUES (@id, @at, @operation, @summary, @kind)',
        )
        const numbered = rows.map((command, index) => ({ id: index + 1, ...command }))
        for (const command of numbered) insert.run(command)
        const wanted = numbered
          .filter(
            ({ at, operation, kind, summary }) =>
              filter.query.split(' ').every((word) => summary.toLowerCase().includes(word)) &&
              (filter.areas.length === 0 || filter.areas.some((name) => name === area(operation))) &&
              (filter.kinds.length === 0 || filter.kinds.some((name) => name === kind)) &&
              (filter.from === null || at > '2026-02') &&
              (filter.to === null || at < '2026-02'),
          )
          .sort((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1))
        expect((await all(filter as HistoryFilter, limit)).map(({ id }) => id)).toEqual(
          wanted.map(({ id }) => id),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('one command in detail: every record with every field, before and after, and where it is', async () => {
  const { ana, session } = await withHistory()
  await file.call('members.save', {
    id: ana,
    member: memberInput({ name: 'Ána Abel', location: 'Porto', skillsOffered: ['Bees'] }),
  })
  const [save] = await all({ areas: ['members'] })
  const saved = await file.call('history.command', { id: save?.id ?? 0, after: 0, limit: 100 })
  expect(saved.command).toEqual(save)
  expect(saved.entries).toMatchObject([
    {
      table: 'members',
      what: 'changed',
      name: 'Ána Abel',
      opens: { screen: 'members', id: ana },
      fields: [{ label: 'Location', before: null, after: 'Porto' }],
    },
    { table: 'topics', what: 'added', name: 'Bees', opens: null },
    {
      table: 'member_skills',
      what: 'added',
      name: 'Bees (offered)',
      whole: { table: 'members', id: ana, name: 'Ána Abel' },
      fields: [],
      opens: { screen: 'members', id: ana },
    },
  ])
  const [run] = await all({ areas: ['imports'] })
  const imported = await file.call('history.command', { id: run?.id ?? 0, after: 0, limit: 100 })
  expect(imported.entries).toMatchObject([
    { table: 'imports', what: 'added', name: 'members.csv' },
    { table: 'members', what: 'added', rows: 2, name: '2 members', fields: [], opens: null },
  ])
  const [removal] = await all({ kinds: ['do'], query: 'deleted' })
  const removed = await file.call('history.command', { id: removal?.id ?? 0, after: 0, limit: 100 })
  expect(removed.entries.map(({ table, what, name }) => `${table} ${what} ${name}`)).toEqual([
    'session_attendees deleted Ána Abel',
    'sessions deleted Session on 2026-11-20',
  ])
  expect(removed.entries.map(({ whole, opens }) => [whole?.name, opens])).toEqual([
    ['Session on 2026-11-20', null],
    [undefined, null],
  ])
  await file.call('history.undo', {})
  await file.call('history.undo', {})
  const again = await file.call('history.command', { id: removal?.id ?? 0, after: 0, limit: 1 })
  expect(again.entries).toMatchObject([{ opens: { screen: 'sessions', id: session } }])
  expect(again.next).not.toBeNull()
  const rest = await file.call('history.command', { id: removal?.id ?? 0, after: again.next ?? 0, limit: 5 })
  expect(rest.entries).toMatchObject([{ table: 'sessions' }])
  expect(rest.next).toBeNull()
})

test('what a change made of a record is true however often it was changed since', async () => {
  const id = await addMember(file, { name: 'Ana Abel' })
  const texts = [
    '1',
    '2',
    null,
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
  ]
  for (const phone of texts) {
    await file.call('members.save', { id, member: memberInput({ name: 'Ana Abel', phone }) })
  }
  await file.call('members.remove', { ids: [id] })
  const commands = (await all()).map((command) => command.id).reverse()
  const { changes, next } = await file.call('history.changes', { commands, after: null, limit: 1000 })
  expect(next).toBeNull()
  const phones = changes.flatMap(({ fields }) =>
    fields.flatMap(({ column, stored }) => (column === 'phone' ? [[stored.before, stored.after]] : [])),
  )
  expect(phones).toEqual([...texts.map((text, index) => [texts[index - 1] ?? null, text]), ['18', null]])
  // In parts it is the same.
  const parts: typeof changes = []
  let after: InputOf<'history.changes'>['after'] = null
  do {
    const part: OutputOf<'history.changes'> = await file.call('history.changes', {
      commands,
      after,
      limit: 4,
    })
    parts.push(...part.changes)
    after = part.next
  } while (after !== null)
  expect(parts).toEqual(changes)
})

test('as a CSV: what is filtered, a row a field, and no cell that a spreadsheet would compute', async () => {
  const { ana } = await withHistory()
  const about = '=1+1 "quoted", and\nanother line'
  await file.call('members.save', {
    id: ana,
    member: memberInput({ name: 'Ána Abel', about, phone: '+44 1' }),
  })
  const path = join(dirname(file.path), 'history.csv')
  const filter = { ...everything, areas: ['members' as const], kinds: ['do' as const] }
  expect(await file.call('history.write', { filter, path })).toEqual({ commands: 2 })
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true })
  expect(rows.slice(0, 2)).toMatchObject([
    {
      kind: 'done',
      area: 'members',
      what: 'Changes to Ána Abel',
      record: 'Ána Abel',
      change: 'changed',
      field: 'Phone',
      before: '',
      after: "'+44 1",
    },
    { field: 'About', after: `'${about}` },
  ])
  expect(rows.map(({ field }) => field)).toContain('Name')
  expect(rows.map(({ field }) => field)).not.toContain('')
  await file.call('history.write', { filter: everything, path })
  const every: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true })
  expect(new Set(every.map(({ line }) => line)).size).toBe(10)
  expect(every.find(({ record }) => record === '2 members')).toMatchObject({ change: 'added', field: '' })
})

test('the history of a record of sessions survives what became of its people', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  const id = await addSession(file, { attendeeIds: [ana, bo] })
  await file.call('sessions.save', { id, session: sessionInput({ attendeeIds: [ana] }) })
  await file.call('members.remove', { ids: [bo] })
  const { lines } = await file.call('history.ofRecord', { table: 'sessions', id, before: null, limit: 9 })
  expect(lines[0]?.changes).toEqual([{ type: 'list', label: 'Attendees', added: [], removed: ['Bo Baker'] }])
})
