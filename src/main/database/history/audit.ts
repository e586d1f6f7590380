import type { InputOf, OutputOf } from '@shared/contract'
import type { CommandKind, HistoryCommand, HistoryFilter } from '@shared/contract/history'
import { addDays } from '@shared/domain/calendar'
import { historyAreas } from '@shared/domain/historyWords'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import { allOf, type Condition, condition } from '../queries/conditions'

interface Stored {
  id: number
  at: string
  kind: CommandKind
  operation: string
  summary: string
  reason: string | null
  takenBack: number
  final: number
  counts: string
}

export interface Place {
  at: string
  id: number
}

const columns = `id, at, kind, operation, summary, reason, reversed_by IS NOT NULL AS takenBack,
  is_final AS final, counts`

const ascii = /^[\x20-\x7e]*$/

/** So many commands are looked through for words before the answer goes back: some milliseconds of work. */
const atOnce = 20_000

/** Commands by the moment at which they were done, the newest first, from one place on. */
export function listCommands(
  db: Reader,
  { filter, after, limit }: InputOf<'history.list'>,
): OutputOf<'history.list'> {
  const words = wordsOf(filter.query)
  if (words.length === 0) {
    const rows = page(db, filter, after, limit)
    return { rows: rows.map(commandOf), next: rows.length < limit ? null : placeOf(rows.at(-1)) }
  }
  return searched(db, filter, words, after, limit)
}

/** Texts are compared here: SQLite knows the case of ASCII letters alone, and no accents. */
function searched(
  db: Reader,
  filter: HistoryFilter,
  words: readonly string[],
  after: Place | null,
  limit: number,
): OutputOf<'history.list'> {
  const found: HistoryCommand[] = []
  let place = after
  for (let seen = 0; seen < atOnce; ) {
    const rows = page(db, filter, place, searchedAtATime)
    for (const row of rows) {
      place = placeOf(row)
      const text = folded(`${row.summary} ${row.reason ?? ''}`)
      if (!words.every((word) => text.includes(word))) continue
      found.push(commandOf(row))
      if (found.length === limit) return { rows: found, next: place }
    }
    if (rows.length < searchedAtATime) return { rows: found, next: null }
    seen += rows.length
  }
  return { rows: found, next: place }
}

const searchedAtATime = 2000

function page(db: Reader, filter: HistoryFilter, after: Place | null, limit: number): Stored[] {
  const shared = [...periodOf(filter), ...(after ? [condition('(at, id) < (?, ?)', after.at, after.id)] : [])]
  // An index leads through each source in the order of time; what they give is merged, a page of it.
  const parts = sourcesOf(filter).map(({ index, conditions }) => ({
    index,
    where: allOf([...conditions, ...shared]),
  }))
  const selects = parts.map(
    ({ index, where }) =>
      `SELECT * FROM (SELECT ${columns} FROM commands INDEXED BY ${index}
        WHERE ${where.sql} ORDER BY at DESC, id DESC LIMIT ${limit})`,
  )
  return db.all<Stored>(
    `${selects.join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ${limit}`,
    ...parts.flatMap(({ where }) => where.parameters),
  )
}

interface Source {
  index: string
  conditions: Condition[]
}

/** The filter as alternatives that exclude each other, each with the index that it is best looked up in. */
function sourcesOf({ areas, kinds }: HistoryFilter): Source[] {
  const prefixes = areas.flatMap((area): readonly string[] => historyAreas[area])
  const byArea: Source[] =
    prefixes.length === 0
      ? [{ index: 'commands_by_time', conditions: [] }]
      : prefixes.map((prefix) => ({ index: 'commands_by_area', conditions: [condition('area = ?', prefix)] }))
  if (kinds.length === 0) return byArea
  return byArea.flatMap(({ index, conditions }) =>
    kinds.map((kind) =>
      kind === 'do'
        ? { index, conditions: [...conditions, condition("kind = 'do'")] }
        : // What was taken back is rare, so this index is short; its own condition has to be there word for word.
          {
            index: 'commands_taken_back',
            conditions: [...conditions, condition("kind <> 'do'"), condition('kind = ?', kind)],
          },
    ),
  )
}

/** Days begin where this computer is: the moments are shown in its time as well. */
function periodOf({ from, to }: HistoryFilter): Condition[] {
  return [
    ...(from === null ? [] : [condition('at >= ?', localMidnight(from))]),
    ...(to === null ? [] : [condition('at < ?', localMidnight(addDays(to, 1)))]),
  ]
}

function localMidnight(date: string): string {
  return new Date(`${date}T00:00:00`).toISOString()
}

function placeOf(row: Stored | undefined): Place | null {
  return row ? { at: row.at, id: row.id } : null
}

function commandOf({ takenBack, final, counts, ...row }: Stored): HistoryCommand {
  return {
    ...row,
    takenBack: takenBack === 1,
    final: final === 1,
    counts: JSON.parse(counts) as Record<string, number>,
  }
}

/** @throws AppError `not-found`. */
export function commandById(db: Reader, id: number): HistoryCommand {
  const row = db.get<Stored>(`SELECT ${columns} FROM commands WHERE id = ?`, id)
  if (!row) throw new AppError('not-found', 'This line is no longer in the history.')
  return commandOf(row)
}

export function overview(db: Reader): OutputOf<'history.overview'> {
  return {
    commands: db.value<number>('SELECT count(*) FROM commands') ?? 0,
    firstAt: db.value<string>('SELECT at FROM commands ORDER BY id LIMIT 1') ?? null,
  }
}

function wordsOf(query: string): string[] {
  return folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Without case and accents; most texts have none, and a million may have to be looked through. */
function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
