import { listWords, plural } from '@shared/domain/summaryWords'
import { memberPointers, tieWords } from '../members/memberTies'
import type { Plan } from './plan'
import type { Merge } from './split'

/** Tables whose rows are no news: they follow from others, or are kept for Coppice itself. */
const untold: ReadonlySet<string> = new Set([
  'interactions',
  'member_merges',
  'member_identities',
  'distinct_members',
])

/** What goes back to the one who was gone, in sentences. */
export function returning(plan: Plan, { gone, goneName }: Merge): string[] {
  const counts = countsBy((table, column) => {
    return new Set(
      plan.steps.flatMap((step) => {
        if (step.table !== table || step.does === 'remove') return []
        const written = step.does === 'update' ? step.columns : step.row
        return written[column] === gone && step.id !== gone ? [step.id ?? step] : []
      }),
    ).size
  }, plan)
  const with_ = counts.length === 0 ? '' : ` with ${listWords(counts)}`
  return [`${goneName} comes back as a member of their own${with_}.`]
}

/** What was added since for the one who is there: nobody can know whose of the two it is. */
export function addedSince(plan: Plan, { kept, keptName, command }: Merge): string[] {
  const counts = countsBy(
    (table, column) =>
      plan.db.value<number>(
        `SELECT count(*) FROM ${table} t WHERE t.${column} = ? AND EXISTS (
          SELECT 1 FROM changes c WHERE c.table_name = ? AND c.kind = 'insert' AND c.command_id > ?
            AND c.first_row <= t.id AND c.last_row >= t.id)`,
        kept,
        table,
        command,
      ) ?? 0,
    plan,
  )
  return counts.length === 0
    ? []
    : [
        `${listWords(counts)} that came since ${counts.length === 1 && counts[0]?.startsWith('1 ') ? 'stays' : 'stay'} with ${keptName}.`,
      ]
}

/** In words such as "12 sessions", the tables told first that were made first. */
function countsBy(count: (table: string, column: string) => number, { db }: Plan): string[] {
  const sums = new Map<string, { one: string; many: string; count: number }>()
  for (const { table, column } of memberPointers(db).reverse()) {
    if (untold.has(table)) continue
    const rows = count(table, column)
    if (rows === 0) continue
    const words = tieWords(table, column)
    const known = sums.get(words.many)
    if (known) known.count += rows
    else sums.set(words.many, { ...words, count: rows })
  }
  return [...sums.values()].map(({ one, many, count: sum }) => plural(sum, one, many))
}
