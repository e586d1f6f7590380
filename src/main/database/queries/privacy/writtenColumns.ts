import { valueCycles } from '@shared/domain/vocabulary'
import type { Reader, SqlValue } from '../../engine/reader'

/**
 * The columns that hold what people write, and so may name somebody. A test sees that every text column of the schema
 * is either here or among those that hold dates, closed lists and the like.
 */
export const writtenColumns: Readonly<Record<string, readonly string[]>> = {
  settings: ['value'],
  members: [
    'name',
    'sort_name',
    'email',
    'phone',
    'job_title',
    'organisation',
    'location',
    'department',
    'external_id',
    'about',
    'hours',
    'languages',
    'keep_because',
  ],
  member_identities: ['name', 'email', 'external_id', 'organisation', 'location', 'department'],
  topics: ['name'],
  programs: ['name', 'purpose', 'roles', 'eligibility'],
  program_checks: ['text'],
  enrolments: ['goals', 'note', 'left_reason', 'traits'],
  enrolment_moves: ['reason'],
  pair_rules: ['reason'],
  match_runs: ['name', 'run'],
  matches: ['reasons'],
  survey_templates: ['name', 'purpose', 'scale'],
  check_ins: ['notes'],
  snoozes: ['reason'],
  flag_snoozes: ['reason'],
  match_moves: ['reason'],
  goals: ['text'],
  milestones: ['text'],
  closures: ['reason', 'contact_rule', 'reopened_because'],
  closure_steps: ['notes'],
  sessions: ['title', 'agenda', 'notes'],
  action_items: ['text'],
  communities: ['name', 'domain', 'purpose', 'public_spaces', 'private_spaces'],
  community_stages: ['note'],
  community_members: ['role'],
  gatherings: ['title', 'place', 'notes'],
  asks: ['text'],
  ask_answers: ['note'],
  invitations: ['name', 'email', 'note'],
  readiness_checks: ['idea', 'who', 'note'],
  knowledge_items: ['title', 'body'],
  knowledge_versions: ['title', 'body'],
  knowledge_files: ['name'],
  knowledge_reuses: [...valueCycles],
  interactions: ['kind'],
  imports: ['file_name'],
  saved_views: ['name', 'state'],
  report_templates: ['name', 'title', 'opening', 'closing'],
  drafts: ['body'],
  consents: ['how'],
  commands: ['summary', 'reason'],
  changes: ['before'],
}

/** A record with the texts that are in it. */
export interface Written {
  table: string
  id: number
  texts: Record<string, string>
}

/** So many records are read at once; the notes of as many fit into memory many times over. */
const chunk = 500

/** What is written in the records of a table, by id; records without any text are left out. */
export function* writtenRecords(db: Reader, table: string): Generator<Written> {
  const columns = writtenColumns[table] ?? []
  const sql = `SELECT id, ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table}
    WHERE id > ? ORDER BY id LIMIT ${chunk}`
  for (let after = 0; ; ) {
    const rows = db.arrays<[number, ...SqlValue[]]>(sql, after)
    for (const [id, ...values] of rows) {
      const texts = Object.fromEntries(
        columns.flatMap((column, at) => {
          const value = values[at]
          return typeof value === 'string' && value !== '' ? [[column, value]] : []
        }),
      )
      if (Object.keys(texts).length > 0) yield { table, id, texts }
    }
    const last = rows.at(-1)
    if (!last || rows.length < chunk) return
    after = last[0]
  }
}
