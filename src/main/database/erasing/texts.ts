import { isNaming, replaceNames } from '@shared/domain/replaceNames'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { writtenColumns, writtenRecords } from '../queries/privacy/writtenColumns'
import { templatesAbout } from '../queries/reports/reportTemplates'
import { draftSession, isDraftAbout, textsIn } from '../queries/sessions/drafting'
import type { Belongings } from './belongings'
import type { Subjects } from './subjects'

/** Tables that are gone through by other means. */
export const apart: ReadonlySet<string> = new Set([
  'drafts',
  'saved_views',
  'interactions',
  'commands',
  'changes',
])

/** Another member of the same name keeps it: these say who somebody is, not what was written. */
const identity = new Set(['name', 'sort_name', 'email', 'phone', 'external_id'])

export function isIdentity(table: string, column: string): boolean {
  return (table === 'members' || table === 'member_identities') && identity.has(column)
}

/** How far the reading is: records read of how many. */
export type Reading = (done: number, total: number) => void

/** Takes the members' names, addresses and mentions out of everything that was written elsewhere. */
export function eraseTexts(
  writer: Writer,
  subjects: Subjects,
  belongings: Belongings,
  reading: Reading,
): void {
  eraseViews(writer, subjects)
  eraseTemplates(writer, subjects)
  eraseDrafts(writer, subjects, belongings)
  eraseKinds(writer, subjects)
  const tables = Object.keys(writtenColumns).filter((table) => !apart.has(table))
  const total = tables.reduce((sum, table) => sum + countOf(writer, table), 0)
  let done = 0
  for (const table of tables) {
    for (const { id, texts } of writtenRecords(writer, table)) {
      if (done++ % 1000 === 0) reading(done, total)
      const named = Object.entries(texts).flatMap(([column, text]): [string, string][] => {
        if (isIdentity(table, column)) return []
        const without = replaceNames(text, subjects.replacing)
        return without === text ? [] : [[column, without]]
      })
      if (named.length > 0) writer.update(table, id, unique(writer, table, id, Object.fromEntries(named)))
    }
  }
  eraseSummaries(writer, subjects)
}

function countOf(db: Reader, table: string): number {
  return db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0
}

/** Topics and communities are told apart by their names. */
function unique(
  db: Reader,
  table: string,
  id: number,
  columns: Record<string, string>,
): Record<string, string> {
  const { name } = columns
  if (name === undefined || (table !== 'topics' && table !== 'communities')) return columns
  const taken = (text: string) =>
    db.value(`SELECT 1 FROM ${table} WHERE name = ? COLLATE NOCASE AND id <> ?`, text, id) !== undefined
  let free = name
  for (let number = 2; taken(free); number++) free = `${name} (${number})`
  return { ...columns, name: free }
}

/** A saved view is a question; one that is about the member makes no sense any more. */
function eraseViews(writer: Writer, { replacing }: Subjects): void {
  for (const { id, texts } of [...writtenRecords(writer, 'saved_views')]) {
    const state: unknown = JSON.parse(texts.state ?? 'null')
    if ([texts.name ?? '', ...textsIn(state)].some((text) => isNaming(text, replacing)))
      writer.remove('saved_views', id)
  }
}

/** A report about somebody in particular cannot be made again without them. */
function eraseTemplates(writer: Writer, { ids }: Subjects): void {
  const about = [...ids].flatMap((id) => templatesAbout(writer, id).map((template) => template.id))
  for (const id of new Set(about)) writer.remove('report_templates', id)
}

function eraseDrafts(writer: Writer, { ids, replacing }: Subjects, { sessions }: Belongings): void {
  for (const { key, body } of writer.all<{ key: string; body: string }>('SELECT key, body FROM drafts')) {
    const about = [...ids].some((id) => key === `member:${id}` || isDraftAbout(body, id, replacing))
    const session = draftSession(key)
    if (about || (session !== null && sessions.has(session)))
      writer.derive('DELETE FROM drafts WHERE key = ?', key)
  }
}

/** There may be millions of contacts, but few kinds of them. */
function eraseKinds(writer: Writer, { replacing }: Subjects): void {
  for (const kind of writer.column<string>('SELECT DISTINCT kind FROM interactions')) {
    const without = replaceNames(kind, replacing)
    if (without === kind) continue
    for (const id of writer.column<number>('SELECT id FROM interactions WHERE kind = ?', kind))
      writer.update('interactions', id, { kind: without })
  }
}

/** What the history says that was done, and why. */
function eraseSummaries(writer: Writer, { replacing }: Subjects): void {
  for (const { id, texts } of writtenRecords(writer, 'commands')) {
    for (const [column, text] of Object.entries(texts)) {
      const without = replaceNames(text, replacing)
      if (without !== text) writer.derive(`UPDATE commands SET ${column} = ? WHERE id = ?`, without, id)
    }
  }
}
