import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { notedForOneself, type SupportTable } from './supportTraces'

type Entry = MemberRecord['support'][number]

/** For each table: SQL for the day, a few facts, the text, and whether it is private by itself. */
const told: Readonly<
  Record<SupportTable, { kind: string; on: string; facts: string; text: string; of: string }>
> = {
  check_ins: {
    kind: 'check-in',
    on: 'x.made_on',
    facts: "concat_ws(', ', CASE x.depth WHEN 'in depth' THEN x.depth END, x.means, x.minutes || ' min')",
    text: 'x.notes',
    of: 'x.match_id',
  },
  snoozes: {
    kind: 'check-in put off',
    on: 'x.made_on',
    facts: "'until ' || x.until_on",
    text: 'x.reason',
    of: 'x.match_id',
  },
  flag_snoozes: {
    kind: 'sign of trouble set aside',
    on: 'x.made_on',
    facts: "x.kind || ', until ' || x.until_on",
    text: 'x.reason',
    of: 'x.match_id',
  },
  match_moves: {
    kind: 'change of the match',
    on: 'x.on_day',
    facts: "x.from_status || ' to ' || x.to_status",
    text: "coalesce(x.reason, '')",
    of: 'x.match_id',
  },
  goals: {
    kind: 'goal',
    on: 'substr(x.created_at, 1, 10)',
    facts: "concat_ws(', ', 'by ' || x.due_on, 'reached ' || x.reached_on, 'dropped ' || x.dropped_on)",
    text: 'x.text',
    of: 'x.match_id',
  },
  milestones: {
    kind: 'milestone',
    on: 'coalesce(x.done_on, x.due_on)',
    facts: "CASE WHEN x.done_on IS NULL THEN 'open' ELSE 'done' END",
    text: 'x.text',
    of: '(SELECT match_id FROM goals WHERE id = x.goal_id)',
  },
  closures: {
    kind: 'end of the match',
    on: 'coalesce(x.closed_on, x.ends_on)',
    facts: "concat_ws(', ', x.contact_rule, 'reopened ' || x.reopened_on, x.reopened_because)",
    text: 'x.reason',
    of: 'x.match_id',
  },
  closure_steps: {
    kind: 'last talk',
    on: 'x.done_on',
    facts: "coalesce('wants: ' || x.afterwards, '')",
    text: 'x.notes',
    of: '(SELECT match_id FROM closures WHERE id = x.closure_id)',
  },
}

/** How a member was accompanied in their matches, by day; what the coordinator noted for themselves is private. */
export function supportRecord(db: Reader, rows: Readonly<Record<SupportTable, number[]>>): Entry[] {
  return (Object.keys(told) as SupportTable[])
    .flatMap((table) => {
      const { kind, on, facts, text, of } = told[table]
      const isPrivate =
        table === 'check_ins' ? "x.confidentiality = 'private'" : notedForOneself.has(table) ? '1' : '0'
      return db
        .all<Omit<Entry, 'isPrivate'> & { isPrivate: number }>(
          `SELECT '${kind}' AS kind, p.name AS program, ${on} AS "on", ${facts} AS facts, ${text} AS text,
              ${isPrivate} AS isPrivate
            FROM ${table} x JOIN matches ma ON ma.id = ${of} JOIN programs p ON p.id = ma.program_id
            WHERE x.id IN ${listed} ORDER BY x.id`,
          list(rows[table]),
        )
        .map((entry) => ({ ...entry, isPrivate: entry.isPrivate === 1 }))
    })
    .sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1))
}
