import type { Reference } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import { list, listed } from './conditions'

/** @throws AppError `not-found`. */
export function memberName(db: Reader, id: number): string {
  const name = db.value<string>('SELECT name FROM members WHERE id = ?', id)
  if (name === undefined) throw memberGone()
  return name
}

export function memberGone(): AppError {
  return new AppError(
    'not-found',
    'This member is no longer in the program file; they may have been removed meanwhile.',
  )
}

/** Members by their ids, in that order; who is not there is left out. */
export function memberReferences(db: Reader, ids: readonly number[]): Reference[] {
  const names = memberNames(db, ids)
  return ids.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name }]
  })
}

export function memberNames(db: Reader, ids: readonly number[]): Map<number, string> {
  const rows = db.all<Reference>(
    `SELECT id, name FROM members WHERE id IN ${listed}`,
    list([...new Set(ids)]),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who was there, by session, in the order of their sort names. */
export function attendeesOf(db: Reader, sessionIds: readonly number[]): Map<number, Reference[]> {
  const rows = db.all<Reference & { session: number }>(
    `SELECT a.session_id AS session, m.id, m.name
      FROM session_attendees a CROSS JOIN members m ON m.id = a.member_id
      WHERE a.session_id IN ${listed} ORDER BY a.session_id, m.sort_name COLLATE NOCASE, m.id`,
    list(sessionIds),
  )
  return grouped(
    rows,
    ({ session }) => session,
    ({ id, name }) => ({ id, name }),
  )
}

/** The values of rows by a key, both in the order of the rows. */
export function grouped<Item, Key, Value>(
  rows: readonly Item[],
  key: (row: Item) => Key,
  value: (row: Item) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}

/** Names as a sentence goes on: "Mira", "Mira and Rui", "Mira, Rui and 4 others". */
export function namesInWords(names: readonly string[]): string {
  const [first, second, ...others] = names
  if (first === undefined) return 'nobody'
  if (second === undefined) return first
  if (others.length === 0) return `${first} and ${second}`
  if (others.length === 1) return `${first}, ${second} and ${others[0]}`
  return `${first}, ${second} and ${others.length} others`
}
