import type { z } from 'zod'
import type { BackupReason } from '../domain/backups'

/** The tables that open views can depend on. */
export const tableNames = [
  'settings',
  'members',
  'member_merges',
  'member_identities',
  'distinct_members',
  'topics',
  'member_skills',
  'programs',
  'program_checks',
  'enrolments',
  'enrolment_moves',
  'enrolment_checks',
  'wishes',
  'pair_rules',
  'match_runs',
  'survey_templates',
  'survey_responses',
  'survey_answers',
  'matches',
  'match_members',
  'match_moves',
  'check_ins',
  'snoozes',
  'flag_snoozes',
  'goals',
  'milestones',
  'closures',
  'closure_steps',
  'sessions',
  'session_attendees',
  'session_topics',
  'action_items',
  'communities',
  'community_members',
  'community_stages',
  'gatherings',
  'gathering_series',
  'gathering_attendees',
  'community_steps',
  'asks',
  'ask_answers',
  'invitations',
  'readiness_checks',
  'knowledge_items',
  'knowledge_authors',
  'knowledge_topics',
  'knowledge_versions',
  'knowledge_files',
  'knowledge_reuses',
  'interactions',
  'imports',
  'saved_views',
  'report_templates',
  'consents',
  'merged_commands',
  'merged_rows',
  'merged_cells',
  'commands',
  'trash',
] as const
export type TableName = (typeof tableNames)[number]

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** A write in the database is a command: one transaction, recorded, undoable. */
  kind: 'read' | 'write'
  /** `database` runs in a worker thread; `main` needs Electron (dialogs, printing, the file itself). */
  runs: 'database' | 'main'
  input: I
  output: O
  /** The tables that a read's answer depends on; a write to one of them makes the answer stale. */
  reads: readonly TableName[]
  /** A write that keeps no history and cannot be undone, such as a draft. */
  untracked: boolean
  /** May take seconds: it gets a connection of its own, so that the window's reads never wait behind it. */
  long: boolean
  /** For the main process and the command line alone: it names a file to write, which no window may. */
  internal: boolean
  /** The file is backed up before this is done, for this reason. */
  backsUpFirst: BackupReason | null
}

interface Declared<I extends z.ZodType, O extends z.ZodType> {
  input: I
  output: O
  internal?: boolean
}

export function read<I extends z.ZodType, O extends z.ZodType>(
  declared: Declared<I, O> & { of: readonly TableName[]; long?: boolean },
) {
  const { input, output, of: reads, long = false, internal = false } = declared
  return {
    input,
    output,
    reads,
    long,
    internal,
    backsUpFirst: null,
    kind: 'read',
    runs: 'database',
    untracked: false,
  } as const
}

export function write<I extends z.ZodType, O extends z.ZodType>(
  declared: Declared<I, O> & { backsUpFirst?: BackupReason },
) {
  const { backsUpFirst = null } = declared
  return { ...written(declared), backsUpFirst, kind: 'write', runs: 'database', untracked: false } as const
}

/** A write outside the history: what is typed and not saved yet. */
export function jot<I extends z.ZodType, O extends z.ZodType>(declared: Declared<I, O>) {
  return { ...written(declared), kind: 'write', runs: 'database', untracked: true } as const
}

/** An operation of the main process: a dialog, a file, the printer. */
export function main<I extends z.ZodType, O extends z.ZodType>(declared: Declared<I, O>) {
  return { ...written(declared), kind: 'write', runs: 'main', untracked: true } as const
}

function written<I extends z.ZodType, O extends z.ZodType>({
  input,
  output,
  internal = false,
}: Declared<I, O>) {
  return {
    input,
    output,
    internal,
    long: false,
    backsUpFirst: null as BackupReason | null,
    reads: [] as readonly TableName[],
  }
}
