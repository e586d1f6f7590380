import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runtimeEnvironment } from '../../scripts/runtime/resolve.mjs'
import { unzipTexts } from '../unit/exporting/packages'
import { Desk, electron, ended, structureOfPdf, textOfPdf } from './cliSupport'

/** The sample program has templates; their periods are those of today. */
let desk: Desk
beforeAll(async () => {
  desk = new Desk()
  await desk.done('sample', 'a.coppice', '--members', '60', '--sessions', '150', '--interactions', '0')
})
afterAll(() => desk.remove())

const report = (...words: string[]) => ['report', ...words, '--file', 'a.coppice']

describe('report', () => {
  test('tells which templates there are', async () => {
    const list = await desk.json<{ name: string; report: string; period: string }[]>(...report('--list'))
    expect(list.map(({ name, report: kind, period }) => [name, kind, period])).toEqual([
      ['How the community is', 'community', 'last 90 days'],
      ['Letter to the sponsor', 'program', 'last quarter'],
      ['Record of each pair', 'sessions', 'last 12 months'],
    ])
    expect(await desk.done(...report('--list'))).toMatch(/^#\d+ {2}How the community is/)
  })

  test('makes one again, by its name or number, with other days and in another format', async () => {
    const made = await desk.json<{ files: string[]; template: string; redaction: string }>(
      ...report('letter to the SPONSOR', '--out', 'letter.md', '--format', 'md', '--from', '2000-01-01'),
    )
    expect(made).toMatchObject({
      files: [desk.path('letter.md')],
      template: 'Letter to the sponsor',
      redaction: 'figures',
    })
    const text = desk.read('letter.md').toString()
    expect(text).toContain('**Thank you** for making it possible.')
    expect(text.indexOf('## What took place')).toBeLessThan(text.indexOf('## How far people came'))
    expect(text).not.toContain('## Each match')
    const dated = report(
      'Letter to the sponsor',
      '--out',
      'dated.html',
      '--format',
      'html',
      '--from',
      '2020-01-01',
      '--to',
      '2020-01-31',
    )
    await desk.done(...dated)
    expect(desk.read('dated.html').toString()).toContain('1 January to 31 January 2020')
  })

  test('makes a file for each in one archive, the same each time', async () => {
    const batch = (name: string) =>
      desk.json<{ reports: number }>(
        ...report('Record of each pair', '--out', name, '--format', 'md', '--batch'),
      )
    const { reports } = await batch('a.zip')
    expect(reports).toBeGreaterThan(3)
    const texts = await unzipTexts(desk.path('a.zip'))
    expect(texts.size).toBe(reports)
    const [[name, text] = ['', '']] = texts
    expect(name).toMatch(/^.+ and .+\.md$/)
    for (const person of name.replace('.md', '').split(' and ')) expect(text).toContain(person)
    await batch('b.zip')
    expect(desk.read('b.zip').equals(desk.read('a.zip'))).toBe(true)
  })

  test('says what is wrong, and writes nothing then', async () => {
    for (const [words, sentence] of [
      [['Poem', '--out', 'x.pdf'], /No template is called “Poem”. There are “How the community is”/],
      [['--out', 'x.pdf'], /Say which template/],
      [['Letter to the sponsor'], /Say where to write/],
      [['Letter to the sponsor', '--out', 'a.coppice'], /take the place of the program file/],
      [['Letter to the sponsor', '--out', 'x.zip', '--batch', 'match'], /cannot be made for each of these/],
      [
        ['Record of each pair', '--out', 'x.zip', '--batch', '--from', '2001-01-01', '--to', '2001-01-02'],
        /nothing to report/,
      ],
      [['Record of each pair', '--out', 'nowhere/x.zip', '--format', 'md', '--batch'], /does not exist/],
    ] as const) {
      const ran = await desk.run(...report(...words))
      expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(sentence) })
    }
    expect(['x.pdf', 'x.zip'].filter((name) => desk.has(name))).toEqual([])
  })
})

describe.skipIf(electron === null)('with Electron', () => {
  test('a PDF is tagged, has bookmarks, a title and a language', async () => {
    const environment = electron ? runtimeEnvironment(electron) : {}
    const ran = await ended(
      desk.start(report('Letter to the sponsor', '--out', 'l.pdf', '--from', '2000-01-01'), environment),
    )
    expect(ran.code, ran.err).toBe(0)
    const bytes = desk.read('l.pdf')
    const text = bytes.toString('latin1')
    for (const key of ['/StructTreeRoot', '/Outlines', '/Lang', '/MarkInfo']) expect(text).toContain(key)
    const structure = await structureOfPdf(new Uint8Array(bytes))
    expect(structure.isTagged).toBe(true)
    expect(structure.title).toMatch(/^.+, /)
    expect(structure.language).toBe('en-GB')
    expect(structure.tags.join()).toMatch(/H1.*H2/)
    expect(structure.bookmarks).toEqual(expect.arrayContaining(['What took place', 'Goals']))
    expect(await textOfPdf(new Uint8Array(desk.read('l.pdf')))).toContain('Thank you for making it possible.')
  })
})
