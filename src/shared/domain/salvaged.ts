import { tableRank, tableWords } from './historyWords'

/** What was found of one table of a damaged file. */
export interface SalvagedTable {
  table: string
  found: number
  /** How many are gone, as far as can be told; null when nobody can. */
  lost: number | null
}

/** What people call them where they stand beside all others. */
const words: Readonly<Record<string, string>> = {
  session_attendees: 'attendees of sessions',
  session_topics: 'topics of sessions',
  member_skills: 'skills of members',
  commands: 'entries of the history',
  changes: 'values kept in the history',
}

/** What was found and lost of each kind of record, the more important first; without those that there never were. */
export function salvagedKinds(tables: readonly SalvagedTable[]): (SalvagedTable & { kind: string })[] {
  return tables
    .filter(({ found, lost }) => found > 0 || lost !== 0)
    .toSorted((one, other) => tableRank(one.table) - tableRank(other.table))
    .map((one) => ({ ...one, kind: words[one.table] ?? tableWords(one.table).many }))
}
