import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { planImport } from '@main/importing/plan'
import type { InputOf, OutputOf } from '@shared/contract'
import type { DateOrder, ImportKind } from '@shared/domain/imports'
import type { TestFile } from './support'

interface Said {
  onDuplicate?: 'merge' | 'skip'
  decisions?: { name: string; is: number | 'new' | 'skip' }[]
  addUnknown?: boolean
  dateOrder?: DateOrder
  enrol?: InputOf<'imports.run'>['enrol']
}

/** What the import screen asks for after somebody chose a file with this text and said what has to be said. */
export async function requestFor(
  file: TestFile,
  kind: ImportKind,
  text: string,
  { onDuplicate = 'merge', decisions = [], addUnknown = true, dateOrder, enrol = null }: Said = {},
): Promise<InputOf<'imports.run'>> {
  const path = join(dirname(file.path), `${kind}.csv`)
  writeFileSync(path, text)
  const found = await file.call('imports.inspect', {
    file: path,
    kind,
    encoding: null,
    delimiter: null,
    headerLine: null,
    mapping: null,
  })
  const plan = planImport(found, dateOrder === undefined ? {} : { dateOrder })
  return { file: path, plan, onDuplicate, decisions, addUnknown, today: '2026-11-23', enrol }
}

/** Looks at what an import would do, then does it: both have to say the same. @returns what was done. */
export async function importText(
  file: TestFile,
  kind: ImportKind,
  text: string,
  said: Said = {},
): Promise<OutputOf<'imports.run'>> {
  const request = await requestFor(file, kind, text, said)
  const { ambiguous: _, sample: __, ...foreseen } = await file.call('imports.preview', request)
  const { importId, ...done } = await file.call('imports.run', request)
  if (JSON.stringify(foreseen) !== JSON.stringify(done)) {
    throw new Error(`Foreseen ${JSON.stringify(foreseen)}, done ${JSON.stringify(done)}`)
  }
  return { ...done, importId }
}

/** The names that the preview of an import asks about, with the candidates' ids. */
export async function questions(file: TestFile, kind: ImportKind, text: string, said: Said = {}) {
  const { ambiguous } = await file.call('imports.preview', await requestFor(file, kind, text, said))
  return ambiguous.map(({ name, rows, candidates }) => ({ name, rows, ids: candidates.map(({ id }) => id) }))
}

const recordTables = [
  'members',
  'topics',
  'member_skills',
  'programs',
  'matches',
  'match_members',
  'sessions',
  'session_attendees',
  'session_topics',
  'action_items',
  'communities',
  'community_members',
  'interactions',
  'imports',
  'settings',
] as const
type RecordTable = (typeof recordTables)[number]

/** Every record of a program file, row by row. */
export function dump(file: TestFile): Record<RecordTable, unknown[]> {
  const rows = (table: RecordTable) => file.connection.prepare(`SELECT * FROM ${table} ORDER BY id`).all()
  return Object.fromEntries(recordTables.map((table) => [table, rows(table)])) as Record<
    RecordTable,
    unknown[]
  >
}

/** A file that was exported from some other program, as the import meets it. */
export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/imports', `${name}.csv`), 'utf8')
}
