import type { InputOf, OutputOf } from '@shared/contract'
import type { TrashRow } from '@shared/contract/trash'
import { excerptOf } from '@shared/domain/excerpt'
import { valueCycles } from '@shared/domain/vocabulary'
import type { Reader, SqlValue } from '../engine/reader'
import { Names } from '../history/names'
import { namesInWords } from '../queries/references'
import { outlineOf, pageOfItems, type Remains, type TrashItem } from './items'

export function listTrash(db: Reader, { page }: InputOf<'trash.list'>): OutputOf<'trash.list'> {
  return {
    total: db.value<number>('SELECT count(*) FROM trash') ?? 0,
    rows: trashRows(db, pageOfItems(db, page)),
  }
}

export function trashRows(db: Reader, items: readonly TrashItem[]): TrashRow[] {
  const names = new Names(db)
  return items.map((item) => rowOf(db, item, names))
}

function rowOf(db: Reader, item: TrashItem, names: Names): TrashRow {
  const remains = outlineOf(db, item)
  const parts: Record<string, number> = {}
  for (const { table } of remains.parts) {
    // Contacts are drawn from the attendees, who are counted already.
    if (table !== 'interactions') parts[table] = (parts[table] ?? 0) + 1
  }
  return {
    id: item.id,
    table: item.table,
    deletedAt: db.value<string>('SELECT at FROM commands WHERE id = ?', item.command) ?? '',
    name: nameOf(item, remains, names),
    heldOn: text(remains.root.held_on),
    detail: detailOf(item, remains, names),
    parts,
  }
}

/** What it was called: a session by who was there. */
export function nameOf({ table, row }: TrashItem, { root, parts }: Remains, names: Names): string {
  if (table === 'members' || table === 'programs' || table === 'survey_templates' || table === 'communities')
    return text(root.name) ?? names.of(table, row)
  if (table === 'enrolments') return `Enrolment of ${names.ownOf(table, root, row)}`
  if (table === 'survey_responses') return `Answers of ${names.ownOf(table, root, row)}`
  if (table === 'goals') return text(root.text) ?? 'Goal'
  if (table === 'asks') return excerptOf(text(root.text) ?? 'Ask', 80)
  if (table === 'invitations') return `Invitation of ${names.ownOf(table, root, row)}`
  if (table === 'check_ins' || table === 'gatherings') return names.ownOf(table, root, row)
  if (table === 'knowledge_items' || table === 'knowledge_reuses') return names.ownOf(table, root, row)
  const people = parts.flatMap((part) =>
    part.table === 'session_attendees' ? [names.of('members', Number(part.row.member_id))] : [],
  )
  return people.length === 0 ? 'Session' : `Session with ${namesInWords(people)}`
}

function detailOf({ table }: TrashItem, { root }: Remains, names: Names): string {
  const shown = {
    members: () => [root.job_title, root.department, root.location, root.email],
    sessions: () => [root.title, excerptOf(text(root.notes) ?? '')],
    programs: () => [root.purpose],
    survey_templates: () => [root.purpose],
    survey_responses: () => [
      typeof root.template_id === 'number' ? names.of('survey_templates', root.template_id) : null,
      root.answered_on,
    ],
    enrolments: () => [
      root.role,
      typeof root.program_id === 'number' ? names.of('programs', root.program_id) : null,
      root.step,
    ],
    check_ins: () => [excerptOf(text(root.notes) ?? '')],
    communities: () => [root.domain, root.purpose],
    gatherings: () => [
      typeof root.community_id === 'number' ? names.of('communities', root.community_id) : null,
      excerptOf(text(root.notes) ?? ''),
    ],
    asks: () => [
      typeof root.asker_id === 'number' ? names.of('members', root.asker_id) : null,
      typeof root.community_id === 'number' ? names.of('communities', root.community_id) : null,
      root.asked_on,
    ],
    invitations: () => [
      typeof root.community_id === 'number' ? names.of('communities', root.community_id) : null,
      excerptOf(text(root.note) ?? ''),
    ],
    knowledge_items: () => [root.kind, excerptOf(text(root.body) ?? '')],
    knowledge_reuses: () => [
      typeof root.item_id === 'number' ? names.of('knowledge_items', root.item_id) : null,
      ...valueCycles.map((cycle) => root[cycle]),
    ],
    goals: () => [typeof root.match_id === 'number' ? names.of('matches', root.match_id) : null],
  }[table]()
  return shown
    .map((value) => text(value))
    .filter((value) => value !== null)
    .join(table === 'members' || table === 'enrolments' ? ', ' : ' · ')
}

function text(value: SqlValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
