import type { InputOf, OutputOf } from '@shared/contract'
import type { MergeTally } from '@shared/contract/merging'
import { plural } from '@shared/domain/summaryWords'
import type { Reader } from '../../engine/reader'
import { memberPointers, tieWords } from '../members/memberTies'
import { memberGone } from '../references'
import type { Couple } from './couple'
import { sidesOf } from './duplicates'
import { coupleOf, planMerge, refusalOf } from './merge'
import { fieldsOf, profileOf } from './mergeProfile'

/** The two side by side, and what a merge would carry over. Nothing is written. @throws AppError `not-found`. */
export function previewMerge(
  db: Reader,
  input: InputOf<'members.mergePreview'>,
): OutputOf<'members.mergePreview'> {
  const couple = coupleOf(db, input)
  const sides = sidesOf(db, [couple.keep, couple.other])
  const [keep, other] = [sides.get(couple.keep), sides.get(couple.other)]
  const rows = [couple.keep, couple.other].map((id) => db.get('SELECT * FROM members WHERE id = ?', id))
  const [row, otherRow] = rows
  if (!keep || !other || !row || !otherRow) throw memberGone()
  const refusal = refusalOf(db, couple)
  const plan = refusal === null ? planMerge(db, couple, {}, String(row.updated_at)) : null
  const mentions = plan ? plan.changed('sessions') : 0
  return {
    keep,
    other,
    fields: fieldsOf(db, profileOf(row), profileOf(otherRow)),
    tallies: talliesOf(db, couple),
    notes: [
      ...(plan?.notes ?? []),
      ...(mentions > 0
        ? [`Mentions in the notes of ${plural(mentions, 'session')} mean ${keep.name} from then on.`]
        : []),
    ],
    refusal,
  }
}

/** Kept for Coppice itself. */
const untold: ReadonlySet<string> = new Set(['member_merges', 'member_identities', 'distinct_members'])

/** What each of the two has, where one of them has any. */
function talliesOf(db: Reader, { keep, other }: Couple): MergeTally[] {
  const sums = new Map<string, MergeTally>()
  for (const { table, column } of memberPointers(db).reverse()) {
    if (untold.has(table)) continue
    const what = tieWords(table, column).many
    const known = sums.get(what) ?? { what, keep: 0, other: 0 }
    sums.set(what, {
      what,
      keep: known.keep + countOf(db, table, column, keep),
      other: known.other + countOf(db, table, column, other),
    })
  }
  return [...sums.values()].filter((tally) => tally.keep + tally.other > 0)
}

function countOf(db: Reader, table: string, column: string, id: number): number {
  return db.value<number>(`SELECT count(*) FROM ${table} WHERE ${column} = ?`, id) ?? 0
}
