import { tableWords } from '@shared/domain/historyWords'
import type { Reader } from '../../engine/reader'
import { mentionPlaces, rowsMentioning } from './mentionPlaces'

/** A column that points at members. */
export interface MemberPointer {
  table: string
  column: string
}

/** Every column of the file that points at members, whichever table it is in. */
export function memberPointers(db: Reader): MemberPointer[] {
  return db.all<MemberPointer>(
    `SELECT t.name AS "table", f."from" AS "column"
      FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
      WHERE t.type = 'table' AND f."table" = 'members' ORDER BY t.rowid DESC`,
  )
}

/** Counting stops here: that much is enough to say no. */
const most = 1000

/** What refers to a member, in words such as "12 sessions"; what stands in the tables of `apart` does not count. */
export function tiesOf(db: Reader, id: number, apart: readonly string[]): string[] {
  const ties = memberPointers(db)
    .filter(({ table }) => !apart.includes(table) && table !== 'distinct_members')
    .flatMap(({ table, column }): [words: Words, count: number][] => {
      const count = counted(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`, id)
      return count === 0 ? [] : [[tieWords(table, column), count]]
    })
  const mentions = mentionsOf(db, id)
  if (mentions > 0) ties.push([{ one: 'text that mentions them', many: 'texts that mention them' }, mentions])
  const sums = new Map<string, { words: Words; count: number }>()
  for (const [words, count] of ties) {
    const known = sums.get(words.many)
    if (known) known.count += count
    else sums.set(words.many, { words, count })
  }
  // Contacts that come from sessions are said with the sessions.
  if (sums.has('sessions')) sums.delete('contacts')
  return [...sums.values()].map(({ words, count }) => {
    const number = count >= most ? `${most.toLocaleString('en')} or more` : String(count)
    return `${number} ${count === 1 ? words.one : words.many}`
  })
}

type Words = Pick<ReturnType<typeof tableWords>, 'one' | 'many'>

/** What a row is that points at a member by this column. */
export function tieWords(table: string, column: string): Words {
  if (table === 'members' && column === 'invited_by') {
    return { one: 'member brought in by them', many: 'members brought in by them' }
  }
  if (table === 'members' && column === 'manager_id') {
    return { one: 'member who reports to them', many: 'members who report to them' }
  }
  const whole: Record<string, string> = {
    session_attendees: 'sessions',
    match_members: 'matches',
    community_members: 'communities',
    gathering_attendees: 'gatherings',
    knowledge_authors: 'knowledge_items',
  }
  return tableWords(whole[table] ?? table)
}

/** Texts that mention a member as they stand now. */
function mentionsOf(db: Reader, id: number): number {
  const places = mentionPlaces.filter(({ isEarlier }) => !isEarlier)
  return places.reduce((sum, place) => sum + rowsMentioning(db, place, id, most).length, 0)
}

function counted(db: Reader, sql: string, ...parameters: (string | number)[]): number {
  return db.value<number>(`SELECT count(*) FROM (${sql} LIMIT ${most})`, ...parameters) ?? 0
}
