import { readdirSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runtimeEnvironment } from '../../scripts/runtime/resolve.mjs'
import { electronFlags } from '../../scripts/support/electronFlags.mjs'
import { checkout } from '../../scripts/support/paths.mjs'
import { collect } from '../../scripts/support/run.mjs'
import { Desk, electron, ended, textOfPdf } from './cliSupport'

let desk: Desk
let made: Buffer
beforeAll(async () => {
  desk = new Desk()
  await desk.done('new', 'a.coppice')
  desk.write('m.csv', 'Name,Email,Department\nAna Abel,ana@x.example,Law\nAna Abel,,Sales\nBo Baker,,Sales\n')
  await desk.done('import', 'members', 'm.csv', '--file', 'a.coppice')
  desk.write(
    's.csv',
    `Date,Attendees,Title,Notes,Confidentiality
2026-03-12,ana@x.example; Bo Baker,Hives,Keep the bees calm.,pair
2026-04-02,ana@x.example; Cy Cole,Wasps,Nobody else shall know of wasps.,private
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

const sessions = ['export', 'sessions', '--file', 'a.coppice']

describe('export', () => {
  test.each(['csv', 'md', 'html'])('a summary as %s holds what was noted', async (format) => {
    const out = `summary.${format}`
    expect(await desk.json(...sessions, '--format', format, '--out', out, '--redact', 'none')).toEqual({
      files: [desk.path(out)],
      format,
      sessions: 2,
      redaction: 'none',
    })
    const text = desk.read(out).toString()
    expect(text).toContain('Keep the bees calm.')
    expect(text).toContain('shall know of wasps')
  })

  test.each(['docx', 'xlsx'])('a summary as %s is a package of its kind', async (format) => {
    await desk.done(...sessions, '--format', format, '--out', `summary.${format}`)
    expect(desk.read(`summary.${format}`).subarray(0, 2).toString()).toBe('PK')
  })

  test('private notes stay in the file unless somebody says otherwise, and that is said', async () => {
    const ran = await desk.run(...sessions, '--format', 'md', '--out', 's.md')
    expect(ran).toMatchObject({ code: 0, out: `2 sessions in ${desk.path('s.md')}\n` })
    expect(ran.err).toContain('--redact none')
    expect(desk.read('s.md').toString()).not.toContain('wasps')
    await desk.done(...sessions, '--format', 'md', '--out', 's.md', '--redact', 'figures')
    expect(desk.read('s.md').toString()).not.toMatch(/bees|Abel/)
  })

  test('only the sessions of a member and a period', async () => {
    const as = ['--format', 'csv', '--out', 's.csv', '--redact', 'none']
    const count = async (...words: string[]) =>
      (await desk.json<{ sessions: number }>(...sessions, ...as, ...words)).sessions
    expect(await count('--member', 'ANA@x.example')).toBe(2)
    expect(await count('--member', 'bo baker')).toBe(1)
    expect(await count('--member', '#4', '--from', '2026-04-01', '--to', '2026-04-30')).toBe(1)
    expect(await count('--to', '2026-03-31')).toBe(1)
  })

  test.each([
    [
      'Ana Abel',
      'Several members are called “Ana Abel”: Ana Abel (#1, ana@x.example, Law); Ana Abel (#2, Sales).',
    ],
    ['Bo', 'No member is called “Bo”. Did you mean Bo Baker (#3, Sales)?'],
    ['Zorro', 'No member is called “Zorro”.'],
  ])('a member called %j is not guessed', async (member, sentence) => {
    const ran = await desk.run(...sessions, '--format', 'csv', '--out', 's2.csv', '--member', member)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(sentence)
    expect(desk.has('s2.csv')).toBe(false)
  })

  test('nothing is written where nothing can be, nor over the program file', async () => {
    const nowhere = await desk.run(...sessions, '--format', 'csv', '--out', 'none/s.csv')
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('does not exist') })
    const over = await desk.run(...sessions, '--format', 'csv', '--out', 'a.coppice')
    expect(over).toMatchObject({ code: 1, err: expect.stringContaining('the place of the program file') })
    expect(await desk.json('check', 'a.coppice')).toMatchObject({ ok: true })
  })

  test('Ctrl+C leaves nothing of a summary behind', async () => {
    await desk.done('sample', 'big.coppice', '--members', '300', '--sessions', '4000', '--interactions', '0')
    const before = readdirSync(desk.folder)
    const words = ['export', 'sessions', '--file', 'big.coppice', '--format', 'csv', '--out', 's.csv']
    const child = desk.start(words)
    await expect
      .poll(() => readdirSync(desk.folder).some((name) => name.endsWith('.tmp')), {
        interval: 2,
        timeout: 20_000,
      })
      .toBe(true)
    child.kill('SIGINT')
    expect(await ended(child)).toMatchObject({ code: 1, out: '' })
    expect(readdirSync(desk.folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before)
  })

  test('without Electron a PDF is refused in words', async () => {
    const ran = await desk.run(...sessions, '--format', 'pdf', '--out', 's.pdf')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Use npm run coppice') })
    expect(desk.has('s.pdf')).toBe(false)
  })
})

const noElectron = 'there is no Electron on this machine yet: npm start prepares one'

describe.skipIf(electron === null)(`with Electron (skipped where ${noElectron})`, () => {
  const environment = electron ? runtimeEnvironment(electron) : {}
  const noDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }

  test('a PDF holds what was noted, from a machine without a display', async () => {
    const words = [...sessions, '--format', 'pdf', '--out', 's.pdf', '--json']
    const ran = await ended(desk.start(words, { ...environment, ...noDisplay }))
    expect(ran.code, ran.err).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ format: 'pdf', sessions: 2, redaction: 'private' })
    const text = await textOfPdf(new Uint8Array(desk.read('s.pdf')))
    expect(text).toContain('Keep the bees calm.')
    expect(text).not.toContain('wasps')
  })

  test('a PDF of more sessions than Chromium prints in good time is refused in words', async () => {
    await desk.done('sample', 'big.coppice', '--members', '300', '--sessions', '2001', '--interactions', '0')
    const words = ['export', 'sessions', '--file', 'big.coppice', '--format', 'pdf', '--out', 's.pdf']
    const ran = await ended(desk.start(words, environment))
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain('A PDF holds 2,000 sessions at most, and these are 2,001.')
  })

  test('the app itself takes the same commands, without a display', async () => {
    const app = (...words: string[]) =>
      collect(electron?.executable ?? '', [checkout, ...electronFlags({ virtual: true }), ...words], {
        cwd: desk.folder,
        env: { ...process.env, ...environment, ...noDisplay },
      })
    expect(await app('new', 'b.coppice')).toMatchObject({
      code: 0,
      output: expect.stringContaining('is ready'),
    })
    desk.write('m.csv', 'Name\nBo Baker\n')
    expect(await app('import', 'members', 'm.csv', '--file', 'b.coppice')).toMatchObject({ code: 0 })
    const listed = await app('list', 'members', '--file', 'b.coppice', '--json')
    expect(listed.output).toContain('"name":"Bo Baker"')
    expect(await app('new', 'b.coppice')).toMatchObject({
      code: 1,
      output: expect.stringContaining('already'),
    })
    expect((await app('new', '--folder')).code).toBe(1)
    expect(await app('b.coppice')).toMatchObject({ code: 1, output: expect.stringContaining('no display') })
  })
})
