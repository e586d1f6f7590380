import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { projectNode } from '../../scripts/support/paths.mjs'
import { memberInput } from '../integration/support'
import { bundled } from './support/bundled'
import { Desk } from './support/desk'

/** Permissions do not stop root, so the desk is run by somebody else then. */
const nobody = 65_534
const root = process.getuid?.() === 0
const wrapper = root ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : []

let program: string
let folder: string
let file: string
let desk: Desk

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/desk.ts'))
  chmodSync(dirname(program), 0o755)
})
afterAll(() => rmSync(dirname(program), { recursive: true }))

beforeEach(async (context) => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-read-only-'))
  if (root) chownSync(folder, nobody, nobody)
  if (!canRun()) return context.skip('Nobody else can run the program here.')
  file = join(folder, 'Spring.coppice')
  desk = new Desk(program, {}, wrapper)
  await desk.do('create', file)
})

/** Whether whoever runs the desk can read all it takes, and write into the folder. */
function canRun(): boolean {
  if (process.platform === 'win32') return false
  const script = 'fs.accessSync(process.argv[1]); fs.accessSync(process.argv[2], fs.constants.W_OK)'
  const [command = projectNode, ...words] = [...wrapper, projectNode, '-e', script, program, folder]
  return spawnSync(command, words).status === 0
}

afterEach(async () => {
  await desk?.kill()
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

const save = (name: string) => desk.ask('members.save', { id: null, member: memberInput({ name }) })
const names = async () =>
  (await desk.ask('members.find', { query: '', limit: 50 })).map(({ name }) => name).toSorted()

test('a folder that becomes read-only while the file is open keeps nothing from being saved', async () => {
  await save('Mira Okafor')
  chmodSync(folder, 0o555)
  await save('Rui Silva')
  for (const [deed, sentence] of [
    [() => desk.do('backUp'), /^There is no backup, as nothing may be written into/],
    [
      () => desk.do('encrypt'),
      /^Nothing may be written into “coppice-read-only-\w+”, so nothing was changed/,
    ],
    [() => desk.do('goOnInCopy', join(folder, 'Copy.coppice')), /^Nothing may be written into/],
  ] as const) {
    await expect(deed()).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringMatching(sentence),
    })
    expect((await desk.do('state')).path).toBe(file)
  }
  await save('Kim Park')
  // SQLite cannot take its log away, nor Coppice its lock: they are of no harm to the next opening.
  await desk.do('close')
  await expect(desk.do('open', file)).rejects.toMatchObject({
    code: 'read-only',
    message: expect.stringContaining('The folder of this program file cannot be written to.'),
  })
  chmodSync(folder, 0o755)
  await desk.do('open', file)
  expect(await names()).toEqual(['Kim Park', 'Mira Okafor', 'Rui Silva'])
  expect(await desk.ask('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
  await desk.do('backUp')
  await desk.do('close')
  expect(readdirSync(folder)).toEqual(['Spring backups', 'Spring.coppice'])
})

test('a file that becomes read-only while it is open is saved on, and said at the next opening', async () => {
  chmodSync(file, 0o444)
  await save('Mira Okafor')
  await desk.do('backUp')
  await desk.do('close')
  await expect(desk.do('open', file)).rejects.toMatchObject({
    code: 'read-only',
    message: expect.stringContaining('This program file is read-only.'),
  })
  chmodSync(file, 0o644)
  await desk.do('open', file)
  expect(await names()).toEqual(['Mira Okafor'])
})
