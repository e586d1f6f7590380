import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runtimeEnvironment } from '../../scripts/runtime/resolve.mjs'
import { Desk, electron, ended, textOfPdf } from './cliSupport'

let desk: Desk
let name: string
beforeAll(async () => {
  desk = new Desk()
  await desk.done('sample', 'a.coppice', '--members', '60', '--sessions', '120', '--interactions', '0')
  const words = [
    'export',
    'program',
    '--file',
    'a.coppice',
    '--program',
    '#1',
    '--format',
    'csv',
    '--out',
    'a.csv',
  ]
  const answer = await desk.json<{ program: string }>(...words)
  expect(answer).toMatchObject({ file: desk.path('a.csv'), format: 'csv', redaction: 'figures' })
  name = answer.program
})
afterAll(() => desk.remove())

const as = (...words: string[]) => ['export', 'program', '--file', 'a.coppice', '--program', name, ...words]

/** How many came to a match, as the CSV has it. */
function matched(): string {
  const line = /^How far people came,Matched,People,(\d+),/m.exec(desk.read('a.csv').toString())
  return line?.[1] ?? ''
}

describe('export program', () => {
  test('writes figures alone unless it is told otherwise', async () => {
    expect(Number(matched())).toBeGreaterThan(0)
    expect(desk.read('a.csv').toString()).not.toMatch(/^Matches,/m)
    await desk.done(...as('--format', 'md', '--out', 'a.md', '--redact', 'private'))
    const text = desk.read('a.md').toString()
    expect(text).toContain(`# ${name}`)
    expect(text).toContain('## Matches')
    expect(text).toMatch(new RegExp(`\\| Matched \\| ${matched()} \\|`))
  })

  test('says what is wrong, and writes nothing then', async () => {
    const unknown = await desk.run(
      'export',
      'program',
      '--file',
      'a.coppice',
      '--program',
      'Zorro',
      '--format',
      'md',
      '--out',
      'z.md',
    )
    expect(unknown).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('No program is called “Zorro”.'),
    })
    const over = await desk.run(...as('--format', 'md', '--out', 'a.coppice'))
    expect(over).toMatchObject({ code: 1, err: expect.stringContaining('the place of the program file') })
    expect(desk.has('z.md')).toBe(false)
  })

  test.skipIf(electron === null)(
    'prints a PDF with the same figures, where there is an Electron',
    async () => {
      const environment = electron ? runtimeEnvironment(electron) : {}
      const noDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
      const ran = await ended(
        desk.start(as('--format', 'pdf', '--out', 'a.pdf'), { ...environment, ...noDisplay }),
      )
      expect(ran.code, ran.err).toBe(0)
      const text = await textOfPdf(new Uint8Array(desk.read('a.pdf')))
      expect(text).toContain(name)
      expect(text).toMatch(new RegExp(`Matched ${matched()} `))
    },
  )
})
