import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { commandLineOf } from '@main/cli/words'
import { lockFile } from '@main/database/fileLock'
import { addDays } from '@shared/domain/calendar'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk, ended } from './cliSupport'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.remove())

const people = 'Name,Email\nAna Abel,ana@x.example\nBo Baker,bo@x.example\n'

describe('words', () => {
  test('help and version are answers', async () => {
    expect(await desk.run('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('import'),
    })
    expect((await desk.run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await desk.done('import', '--help')
    expect(help).toContain('--on-duplicate')
    expect(help).toContain('skillsOffered')
  })

  test('the app knows every command from a file that it shall open', async () => {
    const help = await desk.done('--help')
    const words = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([\w-]+)/gm)].map(
      ([, word]) => word ?? '',
    )
    expect(words).toEqual(expect.arrayContaining(['new', 'import', 'export', 'help']))
    for (const word of words) expect(commandLineOf(['--no-sandbox', word, 'x']), word).toEqual([word, 'x'])
    expect(commandLineOf(['--help'])).toEqual(['--help'])
    expect(commandLineOf(['import', 'members', '--user-data-dir=p', '--json'])).toEqual([
      'import',
      'members',
      '--json',
    ])
    for (const others of [[], ['a.coppice'], ['--no-sandbox'], ['/home/import']])
      expect(commandLineOf(others)).toBeNull()
  })

  test.each([
    [[], 'Usage: coppice'],
    [['shop'], "unknown command 'shop'"],
    [['new'], "missing required argument 'file'"],
    [['list', 'matches', '--file', 'a.coppice'], 'members, sessions'],
    [['list', 'members'], "required option '-f, --file <file>'"],
    [['list', 'members', '--file', 'a.coppice', '--limit', 'ten'], 'Give a whole number.'],
    [['list', 'members', '--file', 'a.coppice', '--limit', '0'], 'above zero'],
    [['activity', '--file', 'a.coppice', '--from', '23/11/2026'], 'year-month-day'],
    [['activity', '--file', 'a.coppice', '--by', 'year'], 'day, week, month'],
    [['export', 'sessions', '--file', 'a.coppice', '--format', 'doc', '--out', 'a'], 'pdf, docx'],
    [['list', 'members', '--file', 'missing.coppice'], 'There is no program file at that place.'],
    [['check', 'missing.coppice'], 'There is no program file at that place.'],
    [['import', 'members', 'missing.csv', '--file', 'missing.coppice'], 'There is no program file'],
    [['search', '!!', '--file', 'a.coppice'], 'There is no word in this to search for.'],
  ])('%j is refused in words', async (words, sentence) => {
    const ran = await desk.run(...words)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(sentence)
  })
})

describe('program files', () => {
  test('a new file is empty, in order, and never takes the place of another', async () => {
    expect(await desk.done('new', 'A.coppice')).toBe(`${desk.path('A.coppice')} is ready, and empty.\n`)
    const before = desk.read('A.coppice')
    expect(await desk.run('new', 'A.coppice')).toEqual({
      code: 1,
      out: '',
      err: 'There is a file of that name already. Choose another name.\n',
    })
    expect(desk.read('A.coppice').equals(before)).toBe(true)
    expect(await desk.json('check', 'A.coppice')).toMatchObject({
      ok: true,
      problems: [],
      records: { members: 0 },
    })
    expect(await desk.json('list', 'members', '--file', 'A.coppice')).toEqual([])
    expect(await desk.json('new', 'B')).toEqual({ file: desk.path('B.coppice'), name: 'B' })
  })

  test('a new file in a synchronised folder is made, and said to be in one', async () => {
    mkdirSync(desk.path('Kept/.stfolder'), { recursive: true })
    const { code, err } = await desk.run('new', 'Kept/A.coppice')
    expect(code).toBe(0)
    expect(err).toContain('This folder is synchronised by Syncthing.')
  })

  test('the sample program has the sizes that are asked for, and is the same each time', async () => {
    const sizes = ['--members', '60', '--sessions', '90', '--interactions', '200', '--seed', '7']
    const made = await desk.json('sample', 'one.coppice', ...sizes)
    expect(made).toEqual({ file: desk.path('one.coppice'), members: 60, sessions: 90, interactions: 200 })
    await desk.done('sample', 'two.coppice', ...sizes)
    const [one, two] = await Promise.all(
      ['one.coppice', 'two.coppice'].map((file) => desk.done('list', 'sessions', '--file', file, '--json')),
    )
    expect(JSON.parse(one ?? '')).toHaveLength(90)
    expect(two).toBe(one)
    expect(await desk.json('check', 'one.coppice')).toMatchObject({ ok: true })
  })

  test('what is no program file is left alone', async () => {
    desk.write('notes.coppice', 'My own notes')
    const ran = await desk.run('import', 'members', desk.write('m.csv', people), '--file', 'notes.coppice')
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain('not a Coppice program file')
    expect(desk.read('notes.coppice').toString()).toBe('My own notes')
  })

  test('a file that is open elsewhere can be read, and not written to', async () => {
    await desk.done('new', 'a.coppice')
    const lock = await lockFile(desk.path('a.coppice'))
    try {
      const ran = await desk.run('import', 'members', desk.write('m.csv', people), '--file', 'a.coppice')
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err).toBe('This program file is open in another window or command. Close it there first.\n')
      expect(await desk.json('list', 'members', '--file', 'a.coppice')).toEqual([])
      expect(await desk.json('check', 'a.coppice')).toMatchObject({ ok: true })
    } finally {
      await lock.release()
    }
  })

  test('check tells what is wrong, with the exit code too', async () => {
    await desk.done('sample', 'a.coppice', '--members', '40', '--sessions', '30', '--interactions', '0')
    const db = new Database(desk.path('a.coppice'))
    db.exec("UPDATE sessions SET notes = 'Zeppelins' WHERE id = 3")
    db.close()
    const { code, out, err } = await desk.run('check', 'a.coppice', '--json')
    expect(code).toBe(1)
    expect(err).toContain('not in order')
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { what: string; detail: string }[] }
    expect(ok).toBe(false)
    expect(problems[0]?.what).toBe('The search in sessions does not agree with the notes.')
  })
})

describe('Ctrl+C', () => {
  test('while the sample program is made leaves no file', async () => {
    const child = desk.start(['sample', 'a.coppice', '--members', '2000', '--sessions', '60000'])
    await halfWritten('a.coppice')
    child.kill('SIGINT')
    expect(await ended(child)).toEqual({ code: 1, out: '', err: 'Cancelled. Nothing was changed.\n' })
    expect(readdirSync(desk.folder)).toEqual([])
  })

  test('in an import leaves the file as it was, and free for the next', async () => {
    await desk.done('new', 'a.coppice')
    // Long notes, so that SQLite has to write some of it out before the end.
    const notes = 'A long story of bees. '.repeat(400)
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const pair = Math.floor(index / 300)
      return `${addDays('2025-01-01', index % 300)},P${pair};P${pair + 1},${notes}\n`
    })
    desk.write('s.csv', `date,attendees,notes\n${rows.join('')}`)
    const child = desk.start(['import', 'sessions', 's.csv', '--file', 'a.coppice'])
    await halfWritten('a.coppice')
    child.kill('SIGINT')
    // By how far it has come: reading, or writing what was read.
    expect(await ended(child)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^(?:Reading the file was cancelled|Cancelled)\. Nothing was (?:imported|changed)\.\n$/,
      ),
    })
    expect(await desk.json('check', 'a.coppice')).toMatchObject({
      ok: true,
      records: { members: 0, sessions: 0, interactions: 0, commands: 0 },
    })
    // The backup from before the import stays.
    expect(readdirSync(desk.folder).sort()).toEqual(['a backups', 'a.coppice', 's.csv'])
  })
})

/** Waits until so much of a transaction is done that SQLite has begun to write it out. */
async function halfWritten(name: string): Promise<void> {
  const written = () => (desk.has(`${name}-wal`) ? statSync(desk.path(`${name}-wal`)).size : 0)
  await expect.poll(written, { timeout: 50_000, interval: 5 }).toBeGreaterThan(1_000_000)
}
