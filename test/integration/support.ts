import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivations } from '@main/database/derived'
import { runCommand, runUntracked } from '@main/database/engine/command'
import { migrate } from '@main/database/engine/migrate'
import { openConnection } from '@main/database/engine/open'
import { Reader } from '@main/database/engine/reader'
import type { Writer } from '@main/database/engine/writer'
import type { Task } from '@main/database/handler'
import { migrations } from '@main/database/migrations'
import { createHandlers, planCommand } from '@main/database/queries'
import { type InputOf, type OperationName, type OutputOf, operations } from '@shared/contract'
import type Database from 'better-sqlite3-multiple-ciphers'

const newestVersion = migrations.at(-1)?.number ?? 0

/** A program file in a folder of its own, asked and written to as the database worker does it. */
export interface TestFile {
  readonly path: string
  /** The writer's connection, to look behind the operations. */
  readonly connection: Database.Database
  /** Any operation of the contract: its input is checked, and so is its output. */
  call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** The same on a connection that may only read. */
  read<T>(query: (db: Reader) => T): T
  /** A command of its own, with history and derivations. @returns what `run` gave. */
  command<T>(
    run: (writer: Writer) => T | Promise<T>,
    operation?: string,
    more?: { reason?: string; final?: boolean },
  ): Promise<T>
  close(): void
}

/** What a worker gives to a handler that works on this file: nobody looks at its progress, nobody stops it. */
export function taskOn(file: string): Task {
  return {
    progress: () => undefined,
    cancelled: () => false,
    setup: { file, mode: 'write', nativeBinding: undefined, secret: null, descriptor: null },
  }
}

/** Makes an empty program file; `close` removes it with its folder. */
export function openTestFile(): TestFile {
  const folder = mkdtempSync(join(tmpdir(), 'coppice-test-'))
  const path = join(folder, 'test.coppice')
  const connection = openConnection({ file: path, mode: 'create', newestVersion })
  migrate(connection, migrations)
  const reading = openConnection({ file: path, mode: 'read', newestVersion })
  const handlers = createHandlers()
  const task = taskOn(path)

  async function answer(name: OperationName, input: unknown): Promise<unknown> {
    const { kind, untracked } = operations[name]
    if (kind === 'read') return handlers.read(name)(new Reader(reading), input, task)
    const run = async (writer: Writer) => handlers.write(name)(writer, input, task)
    const result = untracked
      ? await runUntracked(connection, derivations(), run)
      : await runCommand(connection, derivations(), planCommand(new Reader(connection), name), run)
    return result.value
  }

  return {
    path,
    connection,
    async call(name, input) {
      const { input: accepts, output } = operations[name]
      const value: unknown = JSON.parse(JSON.stringify(await answer(name, accepts.parse(input))))
      const checked: unknown = output.parse(value)
      return checked as OutputOf<typeof name>
    },
    read: (query) => query(new Reader(reading)),
    async command(run, operation = 'test', more = {}) {
      const record = { operation, kind: 'do', reverses: null } as const
      const { value } = await runCommand(connection, derivations(), record, async (writer) => ({
        value: await run(writer),
        summary: operation,
        ...more,
      }))
      return value
    },
    close() {
      reading.close()
      connection.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What the form of a new member gives, with what a test is about. */
export function memberInput(
  member: Partial<InputOf<'members.save'>['member']> & { name: string },
): InputOf<'members.save'>['member'] {
  return {
    sortName: '',
    email: null,
    phone: null,
    status: 'active',
    role: 'neither',
    jobTitle: null,
    organisation: null,
    location: null,
    department: null,
    capacity: null,
    joinedOn: null,
    externalId: null,
    about: null,
    skillsOffered: [],
    skillsWanted: [],
    invitedBy: null,
    ...member,
  }
}

/** @returns the new member's id. */
export async function addMember(
  file: TestFile,
  member: Partial<InputOf<'members.save'>['member']> & { name: string },
): Promise<number> {
  return (await file.call('members.save', { id: null, member: memberInput(member) })).id
}

/** What the form of a new session gives, with what a test is about. */
export function sessionInput(
  session: Partial<InputOf<'sessions.save'>['session']> & { attendeeIds: number[] },
): InputOf<'sessions.save'>['session'] {
  return {
    matchId: null,
    heldOn: '2026-11-20',
    minutes: null,
    medium: null,
    title: null,
    agenda: null,
    notes: '',
    topics: [],
    actionItems: [],
    confidentiality: 'pair',
    rating: null,
    ...session,
  }
}

/** @returns the new session's id. */
export async function addSession(
  file: TestFile,
  session: Partial<InputOf<'sessions.save'>['session']> & { attendeeIds: number[] },
): Promise<number> {
  return (await file.call('sessions.save', { id: null, session: sessionInput(session) })).id
}

/** A match in a program of that name, which is made when it is not there. @returns the match's id. */
export function addMatch(
  file: TestFile,
  match: {
    program: string
    mentor: number
    mentee: number
    status?: string
    startedOn?: string | null
    cadenceDays?: number | null
  },
): Promise<number> {
  return file.command((writer) => {
    const program =
      writer.value<number>('SELECT id FROM programs WHERE name = ?', match.program) ??
      writer.insert('programs', {
        name: match.program,
        purpose: '',
        starts_on: '2026-01-01',
        ends_on: null,
        cadence_days: null,
      })
    const id = writer.insert('matches', {
      program_id: program,
      status: match.status ?? 'active',
      started_on: match.startedOn ?? null,
      ended_on: null,
      cadence_days: match.cadenceDays ?? null,
    })
    writer.insert('match_members', { match_id: id, member_id: match.mentor, side: 'mentor' })
    writer.insert('match_members', { match_id: id, member_id: match.mentee, side: 'mentee' })
    return id
  })
}

/** Contacts that are no sessions: who reached out to whom, on which day since 1970-01-01. */
export function addContacts(
  file: TestFile,
  contacts: readonly (readonly [from: number, to: number, day: number, kind?: string])[],
): Promise<void> {
  return file.command((writer) => {
    const at = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
    const rows = writer.bulk('interactions', ['from_id', 'to_id', 'directed', 'day', 'at', 'kind'])
    for (const [from, to, day, kind = 'message'] of contacts) rows.add([from, to, 1, day, at(day), kind])
    rows.end()
  })
}
