import type { Row } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { later, Side, type Stamp } from './side'
import { sequences } from './tables'

/** Brings what follows from several rows into the one state that every copy comes to. */
export function settleFollowing(writer: Writer, written: ReadonlyMap<string, ReadonlySet<number>>): void {
  for (const [table, parent] of Object.entries(sequences)) {
    for (const id of parentsOf(writer, table, parent, written)) putInOrder(writer, table, parent, id)
  }
  const enrolments = new Set([
    ...(written.get('enrolments') ?? []),
    ...parentsOf(writer, 'enrolment_moves', 'enrolment_id', written),
  ])
  for (const id of enrolments) settleStep(writer, id)
  const communities = new Set([
    ...(written.get('communities') ?? []),
    ...parentsOf(writer, 'community_stages', 'community_id', written),
  ])
  for (const id of communities) settleStage(writer, id)
  for (const id of parentsOf(writer, 'consents', 'member_id', written)) settleConsents(writer, id)
  for (const id of parentsOf(writer, 'knowledge_versions', 'item_id', written)) settleVersions(writer, id)
}

function parentsOf(
  writer: Writer,
  table: string,
  column: string,
  written: ReadonlyMap<string, ReadonlySet<number>>,
): Set<number> {
  const rows = JSON.stringify([...(written.get(table) ?? [])])
  return new Set(
    writer.column<number>(
      `SELECT DISTINCT "${column}" FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
      rows,
    ),
  )
}

interface Line {
  id: number
  made: Stamp
}

/** The rows of a table that belong to one record, in the order in which they were made, in whichever copy. */
function linesOf(writer: Writer, table: string, column: string, id: number): Line[] {
  const side = new Side(writer)
  const lines = writer
    .column<number>(`SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY id`, id)
    .map(
      (row): Line => ({ id: row, made: side.stampsOf(table, row, ['id']).get('id') ?? { uid: '', at: '' } }),
    )
  return lines.sort((a, b) =>
    a.made.uid === b.made.uid ? a.id - b.id : later(a.made, b.made) === b.made ? -1 : 1,
  )
}

/** Their numbers say their order, so lines that came in between get new ones. */
function putInOrder(writer: Writer, table: string, column: string, id: number): void {
  const lines = linesOf(writer, table, column, id)
  const firstAstray = lines.findIndex((line, index) => line.id < (lines[index - 1]?.id ?? 0))
  if (firstAstray === -1) return
  // Whatever stands behind a line with a higher number gets a number of its own anew.
  const moved = lines.slice(firstAstray)
  for (const { id: old } of moved) renumber(writer, table, old)
}

function renumber(writer: Writer, table: string, old: number): void {
  const row = writer.get<Row>(`SELECT * FROM "${table}" WHERE id = ?`, old)
  if (!row) return
  const side = new Side(writer)
  const uids = side.uidsOf(table, old)
  const made = side.stampsOf(table, old, ['id']).get('id') ?? { uid: '', at: '' }
  const { id: _, ...values } = row
  writer.remove(table, old)
  const id = writer.insert(table, values)
  for (const cell of writer.column<number>(
    'SELECT id FROM merged_cells WHERE table_name = ? AND row_id = ?',
    table,
    old,
  ))
    writer.remove('merged_cells', cell)
  for (const uid of uids) {
    const known = writer.value<number>('SELECT id FROM merged_rows WHERE uid = ?', uid)
    if (known === undefined) writer.insert('merged_rows', { table_name: table, row_id: id, uid })
    else writer.update('merged_rows', known, { row_id: id })
  }
  writer.insert('merged_cells', {
    ...{ table_name: table, row_id: id, column_name: '*' },
    ...{ uid: made.uid, at: made.at, command_id: writer.commandId },
  })
}

function settleStep(writer: Writer, id: number): void {
  const last = writer.get<{ step: string; since: string }>(
    `SELECT to_step AS step, on_day AS since FROM enrolment_moves WHERE enrolment_id = ? ORDER BY id DESC LIMIT 1`,
    id,
  )
  if (!last || writer.value('SELECT 1 FROM enrolments WHERE id = ?', id) === undefined) return
  const left = last.step === 'closed' ? {} : { left_reason: null }
  writer.update('enrolments', id, { step: last.step, step_since: last.since, ...left })
}

function settleStage(writer: Writer, id: number): void {
  const stage = writer.value<string>(
    'SELECT stage FROM community_stages WHERE community_id = ? ORDER BY since_on DESC, id DESC LIMIT 1',
    id,
  )
  if (stage === undefined || writer.value('SELECT 1 FROM communities WHERE id = ?', id) === undefined) return
  writer.update('communities', id, { stage })
}

/** The last answer for each purpose is the one that holds. */
function settleConsents(writer: Writer, member: number): void {
  const last = new Map<string, number>()
  for (const { id } of linesOf(writer, 'consents', 'member_id', member)) {
    const purpose = writer.value<string>('SELECT purpose FROM consents WHERE id = ?', id) ?? ''
    last.set(purpose, id)
  }
  const current = new Set(last.values())
  const rows = writer.column<number>('SELECT id FROM consents WHERE member_id = ?', member)
  for (const id of rows) if (!current.has(id)) writer.update('consents', id, { is_current: 0 })
  for (const id of current) writer.update('consents', id, { is_current: 1 })
}

function settleVersions(writer: Writer, item: number): void {
  const lines = linesOf(writer, 'knowledge_versions', 'item_id', item)
  const astray = lines.filter(
    ({ id }, index) => writer.value('SELECT number FROM knowledge_versions WHERE id = ?', id) !== index + 1,
  )
  for (const { id } of astray) writer.update('knowledge_versions', id, { number: 2_000_000 + id })
  for (const [index, { id }] of lines.entries())
    writer.update('knowledge_versions', id, { number: index + 1 })
}
