import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Desk } from './cliSupport'

let desk: Desk
let made: Buffer
beforeAll(async () => {
  desk = new Desk()
  await desk.done('new', 'a.coppice')
  desk.write('m.csv', 'Name,Email,Department\nAna Abel,ana@x.example,Law\nBo Baker,bo@x.example,Sales\n')
  await desk.done('import', 'members', 'm.csv', '--file', 'a.coppice')
  desk.write(
    's.csv',
    `Date,Attendees,Title,Notes,Confidentiality
2026-03-12,ana@x.example; Bo Baker,Hives,Keep the bees calm.,pair
2026-04-02,ana@x.example; Bo Baker,Wasps,Nobody else shall know of wasps.,private
2026-04-03,Bo Baker,Alone,Ana Abel would know.,pair
`,
  )
  await desk.done('import', 'sessions', 's.csv', '--file', 'a.coppice')
  made = desk.read('a.coppice')
  desk.remove()
})
beforeEach(() => {
  desk = new Desk()
  desk.write('a.coppice', made)
})
afterEach(() => desk.remove())

describe('export-member', () => {
  const exporting = ['export-member', '--file', 'a.coppice', '--member', 'Ana Abel']

  test.each(['json', 'html', 'docx'])('as %s it is written and said', async (format) => {
    const out = `ana.${format}`
    expect(await desk.json(...exporting, '--out', out, '--format', format)).toEqual({
      file: desk.path(out),
      format,
      member: 'Ana Abel',
      withPrivate: false,
      othersNamed: false,
    })
    expect(desk.read(out).length).toBeGreaterThan(500)
  })

  test('private notes stay in the file unless somebody says otherwise, and that is said', async () => {
    const ran = await desk.run(...exporting, '--out', 'ana.json')
    expect(ran).toMatchObject({
      code: 0,
      out: `Everything kept about Ana Abel is in ${desk.path('ana.json')}\n`,
    })
    expect(ran.err).toContain('--with-private')
    const without = desk.read('ana.json').toString()
    expect(without).toContain('Keep the bees calm.')
    expect(without).toContain('Ana Abel would know.')
    expect(without).not.toMatch(/wasps|Bo Baker/i)
    await desk.done(...exporting, '--out', 'ana.json', '--with-private', '--name-others')
    expect(desk.read('ana.json').toString()).toMatch(
      /shall know of wasps[\s\S]*Bo Baker|Bo Baker[\s\S]*wasps/,
    )
  })

  test('the program file is not written over', async () => {
    const ran = await desk.run(...exporting, '--out', 'a.coppice')
    expect(ran.code).toBe(1)
    expect(desk.read('a.coppice').equals(made)).toBe(true)
  })
})

describe('erase-member', () => {
  const erasing = ['erase-member', '--file', 'a.coppice', '--member', 'ana@x.example']

  /** Every file of the folder, backups included, that holds something of her. */
  const found = () =>
    readdirSync(desk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter(({ parentPath, name }) =>
        /Ana|Abel|bees calm|wasps/.test(readFileSync(join(parentPath, name), 'latin1')),
      )
      .map(({ name }) => name)

  test('says what would go and what would stay, and touches nothing', async () => {
    const ran = await desk.run(...erasing, '--dry-run')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('What erasing Ana Abel would do:')
    expect(ran.out).toContain('Title, agenda and notes of 2 sessions, also for Bo Baker who was there.')
    expect(ran.out).toContain('The name in 1 other text')
    expect(await desk.json(...erasing, '--dry-run')).toMatchObject({
      member: { id: 1, name: 'Ana Abel' },
      erased: false,
      goes: { notes: 2, mentions: 1 },
      stays: { sessions: 2 },
    })
    expect(found()).toEqual(['a.coppice'])
  })

  test('does nothing without --yes', async () => {
    const ran = await desk.run(...erasing)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('--yes')
    expect(found()).toEqual(['a.coppice'])
  })

  test('erases for good, and nothing is left of it in any file', async () => {
    const ran = await desk.run(...erasing, '--yes', '--reason', 'Ana Abel asked for it')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('Ana Abel was erased.')
    expect(found()).toEqual([])
    const list = await desk.json<{ name: string }[]>('list', 'members', '--file', 'a.coppice')
    expect(list.map(({ name }) => name)).toEqual(['Bo Baker', 'Erased member'])
    const sessions = await desk.json<unknown[]>('list', 'sessions', '--file', 'a.coppice')
    expect(sessions).toHaveLength(3)
    expect(await desk.json('search', 'someone would know', '--file', 'a.coppice')).toHaveLength(1)
    expect((await desk.run('undo', '--file', 'a.coppice')).err).toContain('nothing to undo')
    expect(await desk.json('check', 'a.coppice')).toMatchObject({ ok: true })
  })

  test('an encrypted file is erased with its passphrase', async () => {
    desk.write('secret', 'maple ferry candle orbit\n')
    await desk.done('encrypt', 'a.coppice', '--new-passphrase-file', 'secret')
    expect(await desk.json(...erasing, '--yes', '--passphrase-file', 'secret')).toMatchObject({
      erased: true,
    })
    const list = await desk.json<{ name: string }[]>(
      'list',
      'members',
      '--file',
      'a.coppice',
      '--passphrase-file',
      'secret',
    )
    expect(list.map(({ name }) => name)).toContain('Erased member')
  })
})
