import { operations, type WriteName } from '@shared/contract'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectFiguresAsNew, expectForgotten, expectSearchAsNew, records } from './sequenceChecks'
import { exempt, rawSteps, steps } from './sequenceSteps'
import type { Story } from './sequenceStory'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

/** `COPPICE_LONG=1` runs ten times as many sequences. */
const times = process.env.COPPICE_LONG === '1' ? 10 : 1

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type StepName = WriteName | keyof typeof rawSteps

/** What is worth more turns than the rest. */
const frequent = [
  'members.save',
  'sessions.save',
  'sessions.save',
  'sessions.remove',
  'history.undo',
  'history.undo',
  'history.undo',
  'history.redo',
  'history.redo',
  'trash.restore',
  'trash.restore',
] as const
const everyStep = [...Object.keys(steps), ...Object.keys(rawSteps), ...frequent] as StepName[]

const sequence = fc.array(
  fc.record({
    name: fc.constantFrom(...everyStep),
    numbers: fc.array(fc.nat(200), { minLength: 6, maxLength: 14 }),
  }),
  // As long as they may be: short ones never get to the interesting places.
  { minLength: 12, maxLength: 30, size: 'max' },
)

test('every write of the contract takes part in the sequences, or says why not', () => {
  const writes = Object.entries(operations)
    .filter(([, { kind, runs }]) => kind === 'write' && runs === 'database')
    .map(([name]) => name)
  expect([...Object.keys(steps), ...Object.keys(exempt)].sort()).toEqual(writes.sort())
})

test(
  'after any sequence of commands, undo and redo: records, search and figures are what they should be',
  async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (all) => {
        file.close()
        file = openTestFile()
        const model = await Model.begin(file)
        for (const { name, numbers } of all) {
          await model.take(name, numbers)
          expectSearchAsNew(file)
          await expectFiguresAsNew(file)
          expect((await file.call('programFile.check', {})).problems).toEqual([])
        }
        await model.walkBack()
      }),
      // To shorten a sequence takes longer than anybody waits, and the seed tells the long one as well.
      { numRuns: 14 * times, endOnFailure: true },
    )
  },
  240_000 * times,
)

/** What a file has to be, told without looking into its history: every state that undo can go back to. */
class Model implements Story {
  private states: string[]
  private at = 0
  private marks = 0
  /** The words that only the notes of a session have had, by session. */
  private readonly marksOf = new Map<number, Set<string>>()

  private constructor(readonly file: TestFile) {
    this.states = [records(file)]
  }

  /** With a few people and sessions, some of them in the trash; all of it beyond the reach of undo. */
  static async begin(file: TestFile): Promise<Model> {
    const people = ['Ana Abel', 'Bo Baker', 'Cy Cole']
    for (const name of people) await addMember(file, { name, location: 'Porto' })
    const actionItems = [{ id: null, text: 'Call Rui', ownerId: 1, dueOn: null, doneOn: null }]
    await addSession(file, { attendeeIds: [1, 2], notes: 'mark0x', topics: ['Bees'], actionItems })
    await addSession(file, { attendeeIds: [2, 3], heldOn: '2026-01-05' })
    for (const attendeeIds of [[1, 2, 3], [3]]) {
      const id = await addSession(file, {
        attendeeIds,
        notes: `mark${attendeeIds.length}old`,
        topics: ['Wax'],
      })
      await file.call('sessions.remove', { id })
    }
    for (const startedOn of ['2026-01-05', null])
      await addMatch(file, { program: 'Pathways', mentor: 1, mentee: 2, startedOn })
    await file.command((writer) => writer.insert('settings', { key: 'begun', value: '' }), 'test', {
      final: true,
    })
    return new Model(file)
  }

  mark(): string {
    return `mark${++this.marks}x`
  }

  async take(name: StepName, numbers: readonly number[]): Promise<void> {
    if (name === 'history.undo') return this.step(this.at - 1, 'history.undo')
    if (name === 'history.redo') return this.step(this.at + 1, 'history.redo')
    const inTrash = this.sessionsInTrash()
    const make = name in rawSteps ? rawSteps[name as keyof typeof rawSteps] : steps[name as WriteName]
    const refused = await this.refusal(() => make?.(this, numbers))
    const now = records(this.file)
    if (refused) expect(now, refused.message).toBe(this.states[this.at])
    this.noteMarks()
    if (now === this.states[this.at]) return
    if (name === 'trash.purge' || name === 'members.eraseRecords') {
      this.states = [now]
      this.at = 0
      const left = new Set(this.sessionsInTrash())
      for (const id of inTrash)
        if (!left.has(id)) expectForgotten(this.file, [...(this.marksOf.get(id) ?? [])])
    } else this.states.splice(++this.at, this.states.length, now)
  }

  /** Everything can be taken back, to the beginning or to what became final, and done again. */
  async walkBack(): Promise<void> {
    const last = this.at
    while (this.at > 0) await this.step(this.at - 1, 'history.undo')
    await this.step(-1, 'history.undo')
    while (this.at < last) await this.step(this.at + 1, 'history.redo')
    expectSearchAsNew(this.file)
    await expectFiguresAsNew(this.file)
  }

  private async step(next: number, operation: 'history.undo' | 'history.redo'): Promise<void> {
    const wanted = this.states[next]
    const goes = this.file.call(operation, {})
    if (wanted === undefined) {
      await expect(goes).rejects.toMatchObject({ code: 'not-found' })
      return
    }
    await goes
    this.at = next
    expect(records(this.file)).toBe(wanted)
  }

  /** A command may be refused in words; whatever else is thrown is a mistake. */
  private async refusal(run: () => Promise<unknown> | undefined): Promise<Error | null> {
    try {
      await run()
      return null
    } catch (error) {
      // The contract's own schema refuses as well, such as a session that nobody attended.
      if (error instanceof AppError || (error instanceof Error && error.name === 'ZodError')) return error
      throw error
    }
  }

  private sessionsInTrash(): number[] {
    return this.file.read((db) => db.column<number>("SELECT row_id FROM trash WHERE table_name = 'sessions'"))
  }

  private noteMarks(): void {
    const notes = this.file.read((db) =>
      db.arrays<[number, string]>("SELECT id, notes FROM sessions WHERE notes LIKE '%mark%'"),
    )
    for (const [id, text] of notes) {
      const known = this.marksOf.get(id) ?? new Set()
      this.marksOf.set(id, known)
      for (const mark of text.match(/mark\d+x/g) ?? []) known.add(mark)
    }
  }
}

test('a large import is found, and its undo leaves nothing to be found', async () => {
  await addMember(file, { name: 'Ana', skillsOffered: ['Bees'] })
  await addSession(file, { attendeeIds: [1], notes: 'bees before' })
  await importMany(1200)
  const config = () => file.read((db) => db.column('SELECT v FROM session_search_config ORDER BY k'))
  const settings = config()
  const imported = records(file)
  expect(hits('session_search', 'imported')).toBe(1200)
  expect(hits('session_search', 'bees')).toBe(1201)
  expectSearchAsNew(file)
  await file.call('history.undo', {})
  expect(hits('session_search', 'bees')).toBe(1)
  expect(hits('member_search', 'bees')).toBe(1)
  expectSearchAsNew(file)
  await file.call('history.redo', {})
  expect(hits('session_search', 'bees')).toBe(1201)
  expect(hits('member_search', 'bees')).toBe(1201)
  expect(records(file)).toBe(imported)
  expectSearchAsNew(file)
  await expectFiguresAsNew(file)
  // Put back together, it is a line for each table again.
  const lines = () =>
    file.read((db) =>
      db.value<number>('SELECT count(*) FROM changes WHERE command_id = (SELECT max(id) FROM commands)'),
    )
  expect(lines()).toBeLessThan(10)
  await file.call('history.undo', {})
  expect(hits('session_search', 'bees')).toBe(1)
  expectSearchAsNew(file)
  expect(config()).toEqual(settings)
})

/** Many rows at a time, as an import brings them. */
function importMany(count: number): Promise<void> {
  return file.command((writer) => {
    const { now } = writer
    const topic = writer.value<number>("SELECT id FROM topics WHERE name = 'Bees'") ?? 0
    const rows = writer.bulk('members', ['name', 'sort_name', 'status', 'role', 'created_at', 'updated_at'])
    const skills = writer.bulk('member_skills', ['member_id', 'topic_id', 'side'])
    const held = writer.bulk('sessions', ['held_on', 'notes', 'confidentiality', 'created_at', 'updated_at'])
    for (let index = 0; index < count; index++) {
      const id = rows.add([`Guest ${index}`, `Guest ${index}`, 'active', 'neither', now, now])
      skills.add([id, topic, 'offered'])
      held.add([index % 2 === 0 ? '2026-03-01' : '2025-03-01', 'bees imported', 'pair', now, now])
    }
    for (const bulk of [rows, skills, held]) bulk.end()
  })
}

function hits(table: 'session_search' | 'member_search', word: string): number | undefined {
  return file.read((db) => db.value<number>(`SELECT count(*) FROM ${table} WHERE ${table} MATCH ?`, word))
}
