import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseClient } from '@main/database/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { memberInput } from './support'

/** The worker as it is built: `npm test` builds before it runs this. */
const real = pathToFileURL(join(import.meta.dirname, '../../out/main/worker.js')).href

let folder: string
let client: DatabaseClient
/** While this file is there, the writer dies as soon as it tells how far it is: in the middle of a transaction. */
let deadly: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-death-'))
  deadly = join(folder, 'deadly')
  const workerPath = join(folder, 'mortal.mjs')
  writeFileSync(
    workerPath,
    `import { existsSync } from 'node:fs'
    import { parentPort } from 'node:worker_threads'
    const post = parentPort.postMessage.bind(parentPort)
    parentPort.postMessage = (message) => {
      if (message.type === 'progress' && existsSync(${JSON.stringify(deadly)})) process.exit(1)
      post(message)
    }
    await import(${JSON.stringify(real)})`,
  )
  client = await DatabaseClient.open({ file: join(folder, 'program.coppice'), mode: 'create', workerPath })
})

afterEach(async () => {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
})

const save = (name: string) => client.ask('members.save', { id: null, member: memberInput({ name }) })
const fill = () =>
  client.ask('program.fillSample', {
    today: '2026-11-23',
    seed: 1,
    members: 3000,
    sessions: 3000,
    interactions: 3000,
  })

test('when the writer dies in the middle, all who wait are told, and nothing of it is left', async () => {
  await save('Mira Okafor')
  writeFileSync(deadly, '')
  const answers = await Promise.allSettled([fill(), save('Rui Silva'), save('Hana Ito')])
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'database-restarting' } })
  }
  rmSync(deadly)

  expect(await client.ask('program.overview', {})).toMatchObject({ members: 1, sessions: 0 })
  await save('Kim Park')
  const names = (await client.ask('members.find', { query: '', limit: 10 })).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Kim Park', 'Mira Okafor'])
  expect(await client.ask('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
})

test('it may die again and again: the next call always has a file to go on with', async () => {
  for (let round = 1; round <= 4; round++) {
    writeFileSync(deadly, '')
    await expect(fill()).rejects.toMatchObject({ code: 'database-restarting' })
    rmSync(deadly)
    await save(`Member ${round}`)
    expect(await client.ask('program.overview', {})).toMatchObject({ members: round })
  }
  await client.close()
  expect(existsSync(join(folder, 'program.coppice-wal'))).toBe(false)
  expect(existsSync(join(folder, 'program.coppice-lock'))).toBe(false)
})

test('readers go on while the writer is gone', async () => {
  await save('Mira Okafor')
  writeFileSync(deadly, '')
  const [filled, ...read] = await Promise.allSettled([
    fill(),
    ...Array.from({ length: 20 }, () => client.ask('members.find', { query: 'mira', limit: 5 })),
  ])
  expect(filled.status).toBe('rejected')
  for (const answer of read) expect(answer).toMatchObject({ value: [{ name: 'Mira Okafor' }] })
})
