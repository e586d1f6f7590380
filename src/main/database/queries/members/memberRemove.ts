import type { InputOf } from '@shared/contract'
import type { Deletion } from '@shared/contract/trash'
import { tableWords } from '@shared/domain/historyWords'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash, trashKinds } from '../../trash/kinds'
import { memberName } from '../references'

/**
 * Deletes members that nothing refers to: those who were added by mistake.
 *
 * @throws AppError `conflict` with what refers to whom, `not-found`.
 */
export function removeMembers(writer: Writer, { ids }: InputOf<'members.remove'>): Done<Deletion> {
  const members = [...new Set(ids)].map((id) => ({ id, name: memberName(writer, id) }))
  const held = members.flatMap(({ id, name }) => {
    const ties = tiesOf(writer, id)
    return ties.length === 0 ? [] : [{ name, ties }]
  })
  if (held.length > 0) throw inUse(held, members.length)
  const trash = members.map(({ id }) => moveToTrash(writer, 'members', id))
  const [only] = members
  const whom = members.length === 1 && only ? only.name : `${members.length} members`
  return { value: { command: commandOf(writer), trash }, summary: `Deleted ${whom}` }
}

function inUse(held: readonly { name: string; ties: string[] }[], asked: number): AppError {
  const [first] = held
  const part = first ? `${first.name} is part of ${enumerated(first.ties)}` : ''
  return new AppError(
    'conflict',
    asked === 1
      ? `${part}, so deleting would tear a hole there. Archive them instead: whoever is archived stays in what they are part of, and out of lists and pickers.`
      : `${held.length} of these ${asked} members cannot be deleted; ${part}. Nobody was deleted. Archive them instead, or choose only those that nothing refers to.`,
  )
}

function enumerated(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

interface Pointer {
  table: string
  column: string
}

/** Counting stops here: that much is enough to say no. */
const most = 1000

/** What refers to a member, in words such as "12 sessions"; what would be deleted with them does not count. */
function tiesOf(db: Reader, id: number): string[] {
  const ties = pointersToMembers(db).flatMap(({ table, column }): [words: Words, count: number][] => {
    const count = counted(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`, id)
    return count === 0 ? [] : [[wordsFor(table, column), count]]
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

function wordsFor(table: string, column: string): Words {
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

function pointersToMembers(db: Reader): Pointer[] {
  const own = trashKinds.members.parts
  return db
    .all<Pointer>(
      `SELECT t.name AS "table", f."from" AS "column"
        FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' AND f."table" = 'members' ORDER BY t.rowid DESC`,
    )
    .filter(({ table }) => !own.includes(table))
}

/** A mention is a link with the member's number in it, which the search index holds as three words in a row. */
function mentionsOf(db: Reader, id: number): number {
  const link = `%](coppice:member/${id})%`
  return (
    counted(
      db,
      `SELECT 1 FROM session_search f JOIN sessions s ON s.search_key = f.rowid
        WHERE session_search MATCH ? AND (s.notes LIKE ? OR s.agenda LIKE ?)`,
      `"coppice member ${id}"`,
      link,
      link,
    ) +
    counted(db, 'SELECT 1 FROM members WHERE about LIKE ?', link) +
    counted(db, 'SELECT 1 FROM knowledge_items WHERE body LIKE ?', link)
  )
}

function counted(db: Reader, sql: string, ...parameters: (string | number)[]): number {
  return db.value<number>(`SELECT count(*) FROM (${sql} LIMIT ${most})`, ...parameters) ?? 0
}
