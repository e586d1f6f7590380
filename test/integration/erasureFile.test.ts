import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileKey } from '@main/database/fileKey'
import { eraseMembers, finishErasure } from '@main/files/erasing'
import { ProgramFiles } from '@main/programFiles'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput } from './support'

const workerPath = join(checkout, 'out', 'main', 'worker.js')

let folder: string
let file: string
let files: ProgramFiles
let mira: number
let others: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-erasure-'))
  file = join(folder, 'Guild.coppice')
  files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  await files.create(file, async (client) => {
    const add = async (name: string) =>
      (
        await client.ask('members.save', {
          id: null,
          member: memberInput({ name, email: `${name.split(' ')[0]}@riverside.example` }),
        })
      ).id
    mira = await add('Oluwaseun Adeyemi')
    others = await add('Kim Park')
    // Enough that pages are freed and used again.
    for (let at = 0; at < 60; at++) {
      await client.ask('sessions.save', {
        id: null,
        session: sessionInput({
          attendeeIds: at % 3 === 0 ? [mira, others] : [others],
          notes:
            at % 3 === 0
              ? `quetzalcoatl ${at} ${'said so '.repeat(200)}`
              : `kept ${at} ${'and so on '.repeat(200)}`,
        }),
      })
    }
    await client.ask('sessions.save', {
      id: null,
      session: sessionInput({
        attendeeIds: [others],
        notes: 'OLUWASEUN ADEYEMI, oluwaseun@riverside.example',
      }),
    })
  })
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

const traces = ['luwaseun', 'LUWASEUN', 'deyemi', 'uetzalcoatl']

/** Every file of the folder that holds a trace as it is, with the trace. */
function found(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${entry.name}: ${trace}`)
    })
}

test('no byte of the file, its log or what lies beside it holds what was erased', async () => {
  expect(found()).not.toEqual([])
  const erased = await eraseMembers(files, { ids: [mira], reason: null }, {})
  expect(erased).toBe(1)
  expect(found()).toEqual([])
  const client = await files.use()
  expect((await client.ask('program.overview', {})).members).toBe(2)
  expect((await client.ask('program.overview', {})).sessions).toBe(61)
  expect(await client.ask('erasure.state', {})).toMatchObject({ unfinished: false })
  expect((await client.ask('programFile.check', {})).problems).toEqual([])
  await files.close()
  expect(found()).toEqual([])
  expect(readdirSync(folder)).toEqual(['Guild.coppice'])
})

test('the file still holds what is about others', async () => {
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  const bytes = readFileSync(file)
  expect(bytes.includes('Kim Park')).toBe(true)
  expect(bytes.includes('kept 1 ')).toBe(true)
})

test('when the file cannot be written anew, it is said, and can be finished', async () => {
  const { rewrite } = files
  files.rewrite = (make) =>
    rewrite.call(files, (client, path, key) => make(client, join(folder, 'not there', path), key))
  await expect(eraseMembers(files, { ids: [mira], reason: null }, {})).rejects.toThrow(
    /^The records are erased, but the file could not be written anew: /,
  )
  files.rewrite = rewrite
  const client = await files.use()
  expect((await client.ask('members.get', { id: mira })).name).toBe('Erased member')
  expect(await client.ask('erasure.state', {})).toMatchObject({ unfinished: true })
  // SQLite may have overwritten every trace by now or not: only the new file is sure of it, so only the state is asked.
  await finishErasure(files, {})
  expect(found()).toEqual([])
  expect(await (await files.use()).ask('erasure.state', {})).toMatchObject({ unfinished: false })
})

test('an encrypted file is erased and stays encrypted', async () => {
  const key = FileKey.random()
  await files.rewrite(async (client, path) => {
    await client.ask('programFile.copyTo', {
      path,
      encryption: { secret: key.secret, seal: await key.sealedWith('maple ferry candle orbit') },
    })
    return key
  })
  expect(found()).toEqual([])
  await eraseMembers(files, { ids: [mira], reason: null }, {})
  expect(files.encrypted).toBe(true)
  const client = await files.use()
  expect((await client.ask('members.get', { id: mira })).name).toBe('Erased member')
  const { html } = await client.ask('exports.document', {
    scope: { memberIds: [], matchId: null, from: null, to: null },
    redaction: 'none',
    today: '2026-11-25',
  })
  expect(traces.filter((trace) => html.includes(trace))).toEqual([])
})
