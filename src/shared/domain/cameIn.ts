import { type ImportKind, type ImportPlan, importFields } from './imports'
import { plural } from './summaryWords'

/** What an import of any kind has told of itself. */
export type CameIn =
  | { what: 'rows'; plan: Pick<ImportPlan, 'kind' | 'columns' | 'mapping'>; outcome: RowsOutcome }
  | { what: 'notes'; outcome: NotesOutcome }
  | { what: 'attendance'; outcome: AttendanceOutcome }

interface RowsOutcome {
  added: number
  merged: number
  skipped: number
  /** The first of them; `rejectedCount` is all. */
  rejected: readonly { line: number; reason: string }[]
  rejectedCount: number
  newMembers: number
  enrolled: number
}

interface NotesOutcome {
  added: number
  changed: number
  unchanged: number
  skipped: number
  files: number
  rejected: readonly { path: string; reason: string }[]
  remarks: readonly { path: string; reason: string }[]
}

interface AttendanceOutcome {
  taken: number
  /** Of those taken, who was noted already. */
  known: number
  guests: readonly unknown[]
  rejected: readonly { line: number; name: string; reason: string }[]
}

/** What was not taken, or is to be known, and why. */
export interface ListedReason {
  title: string
  /** What the places are: lines have numbers. */
  where: 'Line' | 'Note'
  rows: readonly (readonly [place: number | string, reason: string])[]
  /** All of them, where only the first are listed. */
  total: number
}

/** What there is to be said of an import. */
export interface CameInParts {
  /** The numbers in one sentence, without its full stop. */
  reading: string
  counts: readonly (readonly [what: string, count: number])[]
  /** Where each column went; null where the file has none to choose. */
  columns: readonly (readonly [column: string, field: string])[] | null
  lists: readonly ListedReason[]
}

/** An import by its numbers, columns and reasons. */
export function cameInParts(came: CameIn): CameInParts {
  switch (came.what) {
    case 'rows':
      return ofRows(came.plan, came.outcome)
    case 'notes':
      return ofNotes(came.outcome)
    case 'attendance':
      return ofAttendance(came.outcome)
  }
}

const rowNames: Record<ImportKind, string> = {
  members: 'member',
  sessions: 'session',
  interactions: 'interaction',
}

type Plan = Pick<ImportPlan, 'kind' | 'columns' | 'mapping'>

function ofRows(plan: Plan, outcome: RowsOutcome): CameInParts {
  const { added, merged, skipped, rejected, rejectedCount, newMembers, enrolled } = outcome
  const one = rowNames[plan.kind]
  return {
    reading: `${plural(added, `new ${one}`)}, ${figure(merged)} added to what was there, ${figure(skipped)} left as they were, ${plural(rejectedCount, 'row')} not taken`,
    counts: [
      [`New ${one}s`, added],
      ['Added to what was there', merged],
      ['There already, and left as they were', skipped],
      ['Rows not taken', rejectedCount],
      ...unlessNone('People who became members by it', newMembers),
      ...unlessNone('People who were enrolled in a program', enrolled),
    ],
    columns: plan.columns.map((column, index) => [column, fieldOf(plan, index)]),
    lists: [
      {
        title: 'Rows not taken',
        where: 'Line',
        rows: rejected.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => [line, reason]),
        total: rejectedCount,
      },
    ],
  }
}

function ofNotes({
  added,
  changed,
  unchanged,
  skipped,
  files,
  rejected,
  remarks,
}: NotesOutcome): CameInParts {
  return {
    reading: `${plural(added, 'new piece')} of knowledge, ${figure(changed)} written anew, ${figure(unchanged + skipped)} left as they were, ${plural(rejected.length, 'note')} not taken`,
    counts: [
      ['New pieces of knowledge', added],
      ['Written anew, with a version of what was there', changed],
      ['There already, just so', unchanged],
      ['There already, and left as they were', skipped],
      ['Pictures and other files that came with them', files],
      ['Notes not taken', rejected.length],
    ],
    columns: null,
    lists: [listOfNotes('Notes not taken', rejected), listOfNotes('To know', remarks)],
  }
}

function listOfNotes(title: string, told: NotesOutcome['rejected']): ListedReason {
  return { title, where: 'Note', rows: told.map(({ path, reason }) => [path, reason]), total: told.length }
}

function ofAttendance({ taken, known, guests, rejected }: AttendanceOutcome): CameInParts {
  return {
    reading: `${plural(taken, 'member')} of the directory there, ${figure(known)} of them noted already, ${plural(guests.length, 'guest')}, ${plural(rejected.length, 'line')} not taken`,
    counts: [
      ['Members who were there', taken],
      ['Of them noted already', known],
      ['Guests without a name', guests.length],
      ['Lines not taken', rejected.length],
    ],
    columns: null,
    lists: [
      {
        title: 'Lines not taken',
        where: 'Line',
        rows: rejected.map(({ line, name, reason }) => [line, `${name}: ${reason}`]),
        total: rejected.length,
      },
    ],
  }
}

function fieldOf({ kind, mapping }: Plan, index: number): string {
  const field = mapping[index] ?? null
  if (field === null) return 'left out'
  return importFields[kind].find((one) => one.field === field)?.label ?? field
}

function unlessNone(what: string, count: number): [string, number][] {
  return count > 0 ? [[what, count]] : []
}

function figure(count: number): string {
  return count.toLocaleString('en-GB')
}
