import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from './cliSupport'

/** `coppice audit`, as a script and as a person would call it. */

interface Line {
  id: number
  kind: string
  operation: string
  summary: string
  reason: string | null
  changes: {
    table: string
    row: number
    rows?: number
    field: string | null
    before: unknown
    after: unknown
  }[]
}

const desk = new Desk()
const file = 'program.coppice'
const audit = (...words: string[]) => desk.json<Line[]>('audit', '--file', file, ...words)

beforeAll(async () => {
  await desk.done('new', file)
  desk.write('one.csv', 'Name,Email,Location\nAna Abel,ana@x.example,Porto\n')
  desk.write('many.csv', 'Name,Email\nBo Baker,bo@x.example\nCy Cole,cy@x.example\n')
  desk.write('moved.csv', 'Name,Email,Location\nAna Abel,ana@x.example,Oslo\n')
  for (const name of ['one.csv', 'many.csv', 'moved.csv']) {
    await desk.done('import', 'members', name, '--file', file)
  }
  await desk.done('undo', '--file', file)
  await desk.done('redo', '--file', file)
})
afterAll(() => desk.remove())

describe('audit', () => {
  test('every line with every field before and after, as JSON', async () => {
    const lines = await audit()
    expect(lines.map(({ kind, operation, summary }) => `${kind} ${operation} ${summary}`)).toEqual([
      'redone imports.run Import of 1 member from moved.csv',
      'undone imports.run Import of 1 member from moved.csv',
      'done imports.run Import of 1 member from moved.csv',
      'done imports.run Import of 2 members from many.csv',
      'done imports.run Import of 1 member from one.csv',
    ])
    const location = (line: Line | undefined) => line?.changes.find(({ field }) => field === 'location')
    expect(lines.slice(0, 3).map(location)).toEqual([
      { table: 'members', row: 1, field: 'location', before: 'Porto', after: 'Oslo' },
      { table: 'members', row: 1, field: 'location', before: 'Oslo', after: 'Porto' },
      { table: 'members', row: 1, field: 'location', before: 'Porto', after: 'Oslo' },
    ])
    expect(lines[3]?.changes).toContainEqual({
      table: 'members',
      row: 2,
      rows: 2,
      field: null,
      before: null,
      after: null,
    })
    expect(location(lines[4])).toEqual({
      table: 'members',
      row: 1,
      field: 'location',
      before: null,
      after: 'Porto',
    })
  })

  test('one line may have thousands of changes', async () => {
    const large = 'large.coppice'
    await desk.done('new', large)
    const people = Array.from({ length: 2500 }, (_, n) => `Member ${n},m${n}@x.example`)
    desk.write('large.csv', `Name,Email\n${people.join('\n')}\n`)
    await desk.done('import', 'members', 'large.csv', '--file', large)
    await desk.done('undo', '--file', large)
    const lines = await desk.json<Line[]>('audit', '--file', large)
    expect(lines.map(({ kind }) => kind)).toEqual(['undone', 'done'])
    const emails = lines[0]?.changes.flatMap(({ field, before }) => (field === 'email' ? [before] : []))
    expect(new Set(emails).size).toBe(2500)
    expect(lines[1]?.changes.filter(({ field }) => field === null)).toMatchObject([{ row: 1, rows: 2500 }])
  })

  test('filtered and limited; nothing is an empty list', async () => {
    expect(await audit('--kind', 'undone', '--kind', 'redone')).toHaveLength(2)
    expect(await audit('--query', 'MANY')).toHaveLength(1)
    expect(await audit('--area', 'sessions')).toEqual([])
    expect(await audit('--limit', '2')).toHaveLength(2)
    expect(await audit('--to', '2020-01-01')).toEqual([])
    expect(await audit('--from', '2020-01-01', '--area', 'imports')).toHaveLength(5)
  })

  test('as a CSV for a spreadsheet', async () => {
    const rows: Record<string, string>[] = parse(await desk.done('audit', '--file', file, '--csv'), {
      columns: true,
      bom: true,
    })
    expect(rows.find(({ field }) => field === 'Location')).toMatchObject({
      kind: 'redone',
      area: 'imports',
      record: 'Ana Abel',
      change: 'changed',
      before: 'Porto',
      after: 'Oslo',
    })
  })

  test('as a table, with the newest at the top, and a word when there is more', async () => {
    const { out, err, code } = await desk.run('audit', '--file', file, '--limit', '1')
    expect(code).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(3)
    expect(out).toContain('redone')
    expect(out).toContain('Import of 1 member from moved.csv')
    expect(err).toContain('There is more')
  })

  test('what does not fit is said', async () => {
    for (const words of [
      ['--kind', 'gone'],
      ['--from', 'yesterday'],
      ['--json', '--csv'],
    ]) {
      const { code, err } = await desk.run('audit', '--file', file, ...words)
      expect(code, words.join(' ')).toBe(1)
      expect(err, words.join(' ')).not.toContain('inside Coppice')
    }
    expect((await desk.run('audit', '--file', file, '--kind', 'gone')).err).toContain('done, undone, redone')
  })
})
