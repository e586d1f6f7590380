import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupKeeper } from '@main/backupKeeper'
import { listBackups } from '@main/database/programBackups'
import { ProgramFiles } from '@main/programFiles'
import { usualSchedule } from '@shared/domain/backupSchedule'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput } from './support'

const workerPath = join(checkout, 'out', 'main', 'worker.js')
const minute = 60_000
const hour = 60 * minute

let folder: string
let file: string
let files: ProgramFiles
let keeper: BackupKeeper
let told: string[]
let clock: number
let plan: { automatic: boolean; everyHours: number; secondPlace: string | null }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-keeper-'))
  file = join(folder, 'Guild.coppice')
  told = []
  clock = 0
  plan = { ...usualSchedule, secondPlace: null }
  keeper = new BackupKeeper({
    planOf: () => plan,
    onTold: (message) => told.push(message),
    onChange: () => undefined,
    now: () => Date.now() + clock,
  })
  files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    backups: keeper,
    onTouched: () => keeper.touched(),
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  await files.create(file, async () => undefined)
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

async function save(name: string): Promise<void> {
  await (await files.use()).ask('members.save', { id: null, member: memberInput({ name }) })
}

const reasons = async () => (await listBackups(file)).map(({ reason }) => reason)
const standing = async () => keeper.standing(await files.use())

async function later(by: number): Promise<void> {
  clock += by
  await keeper.lookAgain()
}

describe('by the schedule', () => {
  test('there is one when something was done, then every hour at most, and only when something was done', async () => {
    await later(minute)
    expect(await reasons()).toEqual([])
    await save('Ana Abel')
    await later(minute)
    expect(await reasons()).toEqual(['scheduled'])
    await save('Bo Baker')
    await later(30 * minute)
    expect(await reasons()).toHaveLength(1)
    expect(await standing()).toMatchObject({ changedSince: true, problems: [] })
    await later(30 * minute)
    expect(await reasons()).toHaveLength(2)
    expect(await standing()).toMatchObject({ changedSince: false, problems: [] })
    await later(5 * hour)
    expect(await reasons()).toHaveLength(2)
  })

  test('what was taken back is something that was done', async () => {
    await save('Ana Abel')
    await later(minute)
    await (await files.use()).ask('history.undo', {})
    await later(hour)
    expect(await reasons()).toHaveLength(2)
  })

  test('it may be seldom, and switched off; then it is said when that goes on for long', async () => {
    plan.everyHours = 24
    await save('Ana Abel')
    await later(minute)
    await save('Bo Baker')
    await later(5 * hour)
    expect(await reasons()).toHaveLength(1)
    plan.automatic = false
    await later(72 * hour)
    expect(await reasons()).toHaveLength(1)
    expect((await standing()).problems).toEqual([
      'What you have done for 3 days is in no backup. Backups are switched off.',
    ])
  })

  test('saves go on while one is made', async () => {
    await (await files.use()).ask('program.fillSample', {
      today: '2026-11-23',
      seed: 1,
      members: 2000,
      sessions: 4000,
      interactions: 0,
    })
    await save('Before')
    let making = true
    const made = keeper.make(await files.use()).finally(() => {
      making = false
    })
    let saved = 0
    while (making) await save(`Meanwhile ${saved++}`)
    expect(saved).toBeGreaterThan(3)
    expect((await made).newest?.id).toBeLessThan(saved + 1)
    expect((await listBackups(file))[0]).toMatchObject({ state: 'good', reason: 'by hand' })
    expect((await (await files.use()).ask('program.overview', {})).members).toBe(2001 + saved)
  })
})

describe('before and after', () => {
  test('there is one before an import, unless everything is in one already', async () => {
    const client = await files.use()
    await save('Ana Abel')
    const csv = join(folder, 'people.csv')
    writeFileSync(csv, 'Name\nBo Baker\nCy Cole\n')
    const inspection = await client.ask('imports.inspect', {
      file: csv,
      kind: 'members',
      encoding: null,
      delimiter: null,
      headerLine: null,
      mapping: null,
    })
    const { kind, encoding, delimiter, headerLine, columns, mapping, serialDateColumns } = inspection
    const request = {
      file: csv,
      plan: {
        kind,
        encoding,
        delimiter,
        headerLine,
        columns: columns.map(({ name }) => name),
        mapping,
        dateOrder: null,
        serialDateColumns,
        timeZone: 'UTC',
      },
      onDuplicate: 'merge' as const,
      decisions: [],
      addUnknown: true,
      today: '2026-11-25',
    }
    await client.ask('imports.preview', request)
    expect(await reasons()).toEqual([])
    await client.ask('imports.run', request)
    expect(await listBackups(file)).toMatchObject([{ reason: 'before import', counts: { members: 1 } }])
    await keeper.make(client)
    await client.ask('imports.run', request)
    expect(await reasons()).toEqual(['by hand', 'before import'])
  })

  test('when there can be none, nothing is done, and why is said', async () => {
    writeFileSync(join(folder, 'Guild backups'), 'a file where the folder should be')
    await expect(files.backUp('before erasure')).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing was done yet, as it takes a backup first\. /),
    })
  })

  test('there is one when the file is closed after something was done', async () => {
    await save('Ana Abel')
    await files.close()
    expect(await reasons()).toEqual(['at close'])
    expect(readdirSync(folder).sort()).toEqual(['Guild backups', 'Guild.coppice'])
    await files.open(file)
    await files.close()
    expect(await reasons()).toEqual(['at close'])
    plan.automatic = false
    await files.open(file)
    await save('Bo Baker')
    await files.close()
    expect(await reasons()).toEqual(['at close'])
  })

  test('a file that is opened while it is still being backed up opens after that', async () => {
    await save('Ana Abel')
    const closing = files.close()
    await files.open(file)
    await save('Bo Baker')
    await closing
    expect(await reasons()).toEqual(['at close'])
    expect((await (await files.use()).ask('program.overview', {})).members).toBe(2)
  })
})

describe('when it goes wrong', () => {
  test('it is told once, in words, and tried again later', async () => {
    const place = join(folder, 'Guild backups')
    writeFileSync(place, 'a file where the folder should be')
    await save('Ana Abel')
    await later(minute)
    await later(15 * minute)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^There is no backup.*Coppice tries again by itself, and tells no more of it\.$/)
    expect((await standing()).problems).toEqual([expect.stringMatching(/^There is no backup/)])
    rmSync(place)
    await later(minute)
    expect(await reasons()).toEqual([])
    await later(15 * minute)
    expect(await reasons()).toEqual(['scheduled'])
    expect((await standing()).problems).toEqual([])
    expect(told).toHaveLength(1)
  })

  test('a second place that is not there is told once, and the first copy is made all the same', async () => {
    plan.secondPlace = join(folder, 'stick')
    await save('Ana Abel')
    await later(minute)
    await save('Bo Baker')
    await later(hour)
    expect(await reasons()).toHaveLength(2)
    expect(told).toEqual([expect.stringContaining('Connect its disk')])
    expect((await standing()).problems).toEqual(told)
    mkdirSync(join(folder, 'stick', 'Guild backups'), { recursive: true })
    await save('Cy Cole')
    await later(hour)
    expect((await standing()).problems).toEqual([])
    expect(
      readdirSync(join(folder, 'stick', 'Guild backups')).filter((name) => name.endsWith('.coppice')),
    ).toHaveLength(1)
  })
})
