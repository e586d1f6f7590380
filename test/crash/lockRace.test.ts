import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundled } from './support/bundled'
import { LineProcess } from './support/lineProcess'

const rounds = process.env.COPPICE_LONG === '1' ? 500 : 50

let program: string
let folder: string
let racers: LineProcess[]

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/racer.ts'))
  folder = mkdtempSync(join(tmpdir(), 'coppice-race-'))
  racers = Array.from({ length: 3 }, () => new LineProcess(program))
})

afterAll(async () => {
  for (const racer of racers) await racer.kill()
  rmSync(folder, { recursive: true })
  rmSync(dirname(program), { recursive: true })
})

/** What a crashed run leaves behind: a lock of a process that is no more. */
function leaveLock(file: string, round: number): void {
  const texts = [
    null,
    JSON.stringify({ pid: 4_000_000 + round, host: hostname(), token: `${round}` }),
    JSON.stringify({ pid: 4_000_000, host: hostname() }),
    `{"pid":${round},"ho`,
  ]
  const text = texts[round % texts.length]
  if (text != null) writeFileSync(`${file}-lock`, text)
}

test(`of three processes that reach for a file at once, exactly one gets it, ${rounds} times`, async () => {
  const file = join(folder, 'program.coppice')
  writeFileSync(file, '')
  for (let round = 0; round < rounds; round++) {
    leaveLock(file, round)
    const answers = await Promise.all(racers.map((racer) => racer.ask(`take\t${file}`)))
    expect(answers.toSorted(), `round ${round}`).toEqual(['file-in-use', 'file-in-use', 'taken'])
    for (const racer of racers) expect(await racer.ask('give')).toBe('given')
  }
  expect(readdirSync(folder)).toEqual(['program.coppice'])
})
