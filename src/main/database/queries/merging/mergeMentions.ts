import { mentionsMoved } from '@shared/domain/mentions'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { writtenColumns } from '../privacy/writtenColumns'
import type { Couple } from './couple'
import type { Plan } from './plan'

/** What is no text of a record: the history says how things were, and drafts are gone through by other means. */
const apart: ReadonlySet<string> = new Set(['drafts', 'saved_views', 'settings', 'commands', 'changes'])

/** Plans that every mention of the one who goes is one of the one who stays. */
export function carryMentions(plan: Plan, { keep, other }: Couple): void {
  for (const [table, columns] of Object.entries(writtenColumns)) {
    if (apart.has(table)) continue
    for (const id of mentioning(plan.db, table, columns, other)) {
      const row = plan.row(table, id)
      if (!row || (table === 'members' && id === other)) continue
      const moved = columns.flatMap((column): [string, string][] => {
        const text = row[column]
        if (typeof text !== 'string') return []
        const next = mentionsMoved(text, other, keep)
        return next === text ? [] : [[column, next]]
      })
      plan.update(table, id, Object.fromEntries(moved))
    }
  }
}

function mentioning(db: Reader, table: string, columns: readonly string[], member: number): number[] {
  const link = `(coppice:member/${member})`
  const holds = columns.map((column) => `instr("${column}", ?) > 0`).join(' OR ')
  const links = columns.map(() => link)
  // The notes of many sessions are long; their index knows the link as three words in a row.
  if (table === 'sessions')
    return db.column<number>(
      `SELECT id FROM session_search f JOIN sessions s ON s.search_key = f.rowid
        WHERE session_search MATCH ? AND (${columns.map((column) => `instr(s."${column}", ?) > 0`).join(' OR ')})`,
      `"coppice member ${member}"`,
      ...links,
    )
  return db.column<number>(`SELECT id FROM ${table} WHERE ${holds} ORDER BY id`, ...links)
}

/** Drafts keep no history: what is being written about the one who goes is about the one who stays from now on. */
export function carryDrafts(writer: Writer, { keep, other, keepName }: Couple): void {
  writer.derive('DELETE FROM drafts WHERE key = ?', `member:${other}`)
  for (const { key, body } of writer.all<{ key: string; body: string }>('SELECT key, body FROM drafts')) {
    const next = draftMoved(body, { id: keep, name: keepName }, other)
    if (next !== body) writer.derive('UPDATE drafts SET body = ? WHERE key = ?', next, key)
  }
}

function draftMoved(body: string, keep: { id: number; name: string }, other: number): string {
  try {
    return JSON.stringify(moved(JSON.parse(body), null))
  } catch {
    return body
  }

  function moved(value: unknown, key: string | null): unknown {
    if (typeof value === 'string') return mentionsMoved(value, other, keep.id)
    if (value === other && key !== null && memberKeys.has(key)) return keep.id
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => moved(item, key))
      return key === 'attendees' || key === 'memberIds' ? once(items) : items
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const isOther = key !== null && people.has(key) && 'id' in value && value.id === other
    return isOther
      ? { ...value, ...keep }
      : Object.fromEntries(entries.map(([name, one]) => [name, moved(one, name)]))
  }
}

/** Where a draft holds a member by number, or by number and name. */
const memberKeys: ReadonlySet<string> = new Set([
  'memberIds',
  'memberId',
  'ownerId',
  'hostId',
  'invitedBy',
  'manager',
])
const people: ReadonlySet<string> = new Set(['attendees', 'owner', 'member', 'host', 'invitedBy', 'manager'])

/** Nobody is there twice. */
function once(items: readonly unknown[]): unknown[] {
  const known = new Map(items.map((item) => [JSON.stringify(idOf(item)), item] as const))
  return [...known.values()]
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : item
}
