import { mentionedMembers, mentionsMoved } from '@shared/domain/mentions'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { mentionColumns, mentionPlaces, rowsMentioning } from '../members/mentionPlaces'
import { type Couple, differing } from './couple'
import { nowCalled } from './mergedInto'
import type { Plan } from './plan'

/** Plans that every mention of the one who goes is one of the one who stays. */
export function carryMentions(plan: Plan, { keep, other }: Pick<Couple, 'keep' | 'other'>): void {
  for (const place of mentionPlaces) {
    const { table, columns } = place
    for (const id of rowsMentioning(plan.db, place, other)) {
      const row = plan.row(table, id)
      if (!row || (table === 'members' && id === other)) continue
      const moved = mapTexts(row, columns, (text) => mentionsMoved(text, other, keep))
      plan.update(table, id, differing(row, moved))
    }
  }
}

/** The texts of a row as they were, with every mention of a record that was merged since as one of who it is now. */
export function mentionsToday(db: Reader, table: string, row: Row, stays: readonly number[] = []): Row {
  return mapTexts(row, mentionColumns(table), (text) =>
    mentionedMembers(text).reduce((moved, member) => {
      const now = stays.includes(member) ? member : nowCalled(db, member)
      return now === member ? moved : mentionsMoved(moved, member, now)
    }, text),
  )
}

/** These columns of a row, their texts made others. */
function mapTexts(row: Row, columns: readonly string[], become: (text: string) => string): Row {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const text = row[column]
      return typeof text === 'string' ? [[column, become(text)]] : []
    }),
  )
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
      return key !== null && sets.has(key) ? once(items) : items
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const isOther = key !== null && people.has(key) && 'id' in value && value.id === other
    return isOther
      ? { ...value, ...keep }
      : Object.fromEntries(entries.map(([name, one]) => [name, moved(one, name)]))
  }
}

/** Where a draft holds members by number, or by number and name. */
const memberKeys: ReadonlySet<string> = new Set([
  'attendeeIds',
  'authorIds',
  'memberIds',
  'memberId',
  'ownerId',
  'hostId',
  'sponsorId',
  'coordinatorId',
  'invitedBy',
  'manager',
])
const people: ReadonlySet<string> = new Set([
  'attendees',
  'authors',
  'owner',
  'member',
  'host',
  'sponsor',
  'coordinator',
  'invitedBy',
  'manager',
])

/** Lists in which everybody is there once. */
const sets: ReadonlySet<string> = new Set(['attendees', 'attendeeIds', 'authors', 'authorIds', 'memberIds'])

/** Nobody is there twice. */
function once(items: readonly unknown[]): unknown[] {
  const known = new Map(items.map((item) => [JSON.stringify(idOf(item)), item] as const))
  return [...known.values()]
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : item
}
