import { mostWithTies } from '@shared/domain/pairs'
import { derivations } from '../derived'
import type { Writer } from '../engine/writer'
import { enrolmentsAstray } from '../queries/programFile/check'
import { sessionInteraction } from '../queries/sessions/sessionInteractions'
import { mendDrawn } from './mendDrawn'
import type { Table } from './tables'

/** What had to be done so that the records that were found make a whole again. */
export interface Mended {
  /** Rows that were left out because what they belong to is lost. */
  dropped: number
  /** References to lost records that were taken out of rows that mean something without. */
  loosened: number
}

/** @param tables those first that others refer to, so that nothing dropped leaves anything behind */
export function mendReferences(writer: Writer, tables: readonly Table[]): Mended {
  const mended = { dropped: 0, loosened: 0 }
  for (const { name, references } of tables) {
    for (const { column, parent, required } of references) {
      const broken = `"${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p.id = "${name}"."${column}")`
      if (required) mended.dropped += changed(writer, `DELETE FROM "${name}" WHERE ${broken}`)
      else {
        mended.loosened += changed(
          writer,
          `UPDATE OR IGNORE "${name}" SET "${column}" = NULL WHERE ${broken}`,
        )
        // Some rows mean something with one of two references only.
        mended.dropped += changed(writer, `DELETE FROM "${name}" WHERE ${broken}`)
      }
    }
  }
  // What is in the trash is in the history; without that there is nothing to be taken out again.
  mended.dropped += changed(
    writer,
    `DELETE FROM trash WHERE NOT EXISTS (
      SELECT 1 FROM changes c WHERE c.table_name = trash.table_name AND c.first_row = trash.row_id
        AND c.command_id = trash.command_id AND c.kind = 'delete'
    )`,
  )
  return mended
}

/** The contacts between each two of a session, as they follow from who was there. */
const contacts = `
  SELECT a.member_id AS from_id, b.member_id AS to_id, ${sessionInteraction.directed} AS directed,
    CAST(julianday(s.held_on) - 2440587.5 AS INTEGER) AS day, s.held_on AS at, '${sessionInteraction.kind}' AS kind,
    s.id AS session_id
  FROM (SELECT session_id AS id FROM session_attendees GROUP BY session_id HAVING count(*) <= ${mostWithTies}) AS round
  CROSS JOIN sessions s ON s.id = round.id
  CROSS JOIN session_attendees a ON a.session_id = s.id
  CROSS JOIN session_attendees b ON b.session_id = s.id AND b.member_id > a.member_id`

const columns = ['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'session_id']

export function mendContacts(writer: Writer): void {
  mendDrawn(writer, 'session_id', contacts, columns)
}

/** Where somebody is in a program stands in their enrolment; where its last move is lost, it is made anew. */
export function mendMoves(writer: Writer): void {
  writer.derive(
    `INSERT INTO enrolment_moves (enrolment_id, from_step, to_step, on_day)
      SELECT e.id, mo.to_step, e.step, e.step_since ${enrolmentsAstray}`,
  )
}

/** Fills the search indexes, and the tables of figures. */
export function buildDerived(writer: Writer): void {
  for (const derivation of derivations()) {
    for (const table of derivation.tables) {
      const [first, last] =
        writer.arrays<[number | null, number]>(`SELECT min(id), max(id) FROM ${table}`)[0] ?? []
      if (first != null && last !== undefined) derivation.inserted(writer, table, first, last)
    }
    derivation.settle(writer)
  }
}

function changed(writer: Writer, sql: string): number {
  writer.derive(sql)
  return writer.value<number>('SELECT changes()') ?? 0
}
