import { as, type ColumnWords, stamps, type TableWords, text } from './historyColumns'
import { communityTables } from './historyCommunities'
import { copyTables } from './historyCopies'
import { growthTables } from './historyGrowth'
import { knowledgeTables } from './historyKnowledge'
import { mentoringTables } from './historyMentoring'
import { mergingTables } from './historyMerging'
import { supportTables } from './historySupport'

/** How the history calls tables and their columns. What is not named here is named by its own words. */

const tables: Readonly<Record<string, TableWords>> = {
  members: {
    one: 'member',
    many: 'members',
    columns: {
      name: text('Name'),
      sort_name: text('Sorted as'),
      email: text('E-mail'),
      phone: text('Phone'),
      status: text('Status'),
      role: text('Role'),
      job_title: text('Position'),
      organisation: text('Organisation'),
      location: text('Location'),
      department: text('Department'),
      capacity: text('Mentees at most'),
      joined_on: as('date', 'Joined on'),
      external_id: text('Identifier elsewhere'),
      about: as('long', 'About'),
      invited_by: as('members', 'Brought in by'),
      time_zone: text('Time zone'),
      hours: text('Has time'),
      seniority: text('Seniority'),
      manager_id: as('members', 'Manager'),
      languages: text('Languages'),
      import_id: as('imports', 'Import'),
      archived_at: as('yes', 'Archived'),
      erased_at: as('yes', 'Erased'),
      keep_because: text('Kept because'),
      keep_since: as('date', 'Kept since'),
    },
    hidden: stamps,
  },
  sessions: {
    one: 'session',
    many: 'sessions',
    columns: {
      match_id: as('matches', 'Match'),
      held_on: as('date', 'Date'),
      minutes: as('minutes', 'Length'),
      medium: text('Medium'),
      title: text('Title'),
      agenda: as('long', 'Agenda'),
      notes: as('long', 'Notes'),
      confidentiality: text('Confidentiality'),
      rating: as('rating', 'Rating'),
      notes_erased_at: as('yes', 'Notes erased'),
      import_id: as('imports', 'Import'),
    },
    hidden: [...stamps, 'search_key'],
  },
  session_attendees: {
    one: 'attendee',
    many: 'attendees',
    columns: { session_id: as('sessions', 'Session'), member_id: as('members', 'Attendee') },
    hidden: ['id'],
  },
  session_topics: {
    one: 'topic',
    many: 'topics',
    columns: { session_id: as('sessions', 'Session'), topic_id: as('topics', 'Topic') },
    hidden: ['id'],
  },
  action_items: {
    one: 'action item',
    many: 'action items',
    columns: {
      session_id: as('sessions', 'Session'),
      owner_id: as('members', 'Owner'),
      text: text('Text'),
      due_on: as('date', 'Due on'),
      done_on: as('date', 'Done on'),
      goal_id: as('goals', 'Goal'),
    },
    hidden: ['id'],
  },
  member_skills: {
    one: 'skill',
    many: 'skills',
    columns: {
      member_id: as('members', 'Member'),
      topic_id: as('topics', 'Skill'),
      side: text('Offered or wanted'),
      level: text('Level'),
    },
    hidden: ['id'],
  },
  consents: {
    one: 'answer about consent',
    many: 'answers about consent',
    columns: {
      member_id: as('members', 'Member'),
      purpose: text('For'),
      answer: text('Answer'),
      answered_on: as('date', 'Answered on'),
      how: text('How'),
      is_current: as('yes', 'The last answer'),
    },
    hidden: ['id', 'recorded_at'],
  },
  topics: {
    one: 'topic',
    many: 'topics',
    columns: { name: text('Name'), parent_id: as('topics', 'Under') },
    hidden: ['id'],
  },
  ...mergingTables,
  ...copyTables,
  ...mentoringTables,
  ...supportTables,
  ...communityTables,
  ...growthTables,
  ...knowledgeTables,
  interactions: {
    one: 'contact',
    many: 'contacts',
    columns: {
      from_id: as('members', 'From'),
      to_id: as('members', 'To'),
      day: as('day', 'Day'),
      at: as('moment', 'At'),
      kind: text('Kind'),
      community_id: as('communities', 'Community'),
      session_id: as('sessions', 'Session'),
      gathering_id: as('gatherings', 'Gathering'),
      ask_id: as('asks', 'Ask'),
      invitation_id: as('invitations', 'Invitation'),
      reuse_id: as('knowledge_reuses', 'Use of knowledge'),
      import_id: as('imports', 'Import'),
    },
    hidden: ['id', 'directed', 'logged_by'],
  },
  imports: {
    one: 'import',
    many: 'imports',
    columns: {
      kind: text('Of'),
      file_name: text('File'),
      added: text('Added'),
      merged: text('Merged'),
      skipped: text('Skipped'),
      rejected: text('Not taken'),
    },
    hidden: ['id', 'at'],
  },
  saved_views: {
    one: 'saved view',
    many: 'saved views',
    columns: { screen: text('Screen'), name: text('Name') },
    hidden: ['id', 'state'],
  },
  report_templates: {
    one: 'report template',
    many: 'report templates',
    columns: {
      name: text('Name'),
      title: text('Title'),
      opening: text('Opening words'),
      closing: text('Closing words'),
    },
    hidden: ['id', 'settings', 'logo', 'created_at', 'updated_at'],
  },
  settings: {
    one: 'setting',
    many: 'settings',
    columns: { key: text('Setting'), value: text('Value') },
    hidden: ['id'],
  },
  trash: {
    one: 'thing in the trash',
    many: 'things in the trash',
    columns: {},
    hidden: ['id', 'table_name', 'row_id', 'command_id'],
  },
}

export function tableWords(table: string): TableWords {
  const known = Object.hasOwn(tables, table) ? tables[table] : undefined
  return known ?? { one: spaced(table), many: spaced(table), columns: {}, hidden: stamps }
}

/** Where a table stands among the others when several are told: the more important first. */
export function tableRank(table: string): number {
  const at = Object.keys(tables).indexOf(table)
  return at === -1 ? Number.MAX_SAFE_INTEGER : at
}

export function columnWords(table: string, column: string): ColumnWords {
  const { columns } = tableWords(table)
  const known = Object.hasOwn(columns, column) ? columns[column] : undefined
  return known ?? { label: capitalised(spaced(column)), kind: 'text' }
}

/** Whether somebody has thought of a word for it. */
export function hasWords(table: string, column: string): boolean {
  const known = Object.hasOwn(tables, table) ? tables[table] : undefined
  if (known === undefined) return false
  return column in known.columns || [...known.hidden, ...(known.confidential ?? [])].includes(column)
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a command was: done for the first time, or a step back or forward again. */
export const commandKindWords = { do: 'done', undo: 'undone', redo: 'redone' } as const

/** What the history is filtered by, and which operations belong to it by the beginning of their names. */
export const historyAreas = {
  members: ['members', 'consents'],
  sessions: ['sessions', 'actionItems'],
  programs: [
    'programs',
    'enrolments',
    'matching',
    'surveys',
    'support',
    'matches',
    'checkIns',
    'flags',
    'goals',
    'milestones',
    'closures',
  ],
  communities: ['communities', 'communitySteps', 'gatherings', 'asks', 'invitations', 'readiness'],
  knowledge: ['knowledge', 'topics'],
  imports: ['imports', 'copies'],
  settings: ['program', 'savedViews', 'reportTemplates', 'retention'],
  trash: ['trash'],
} as const satisfies Record<string, readonly string[]>
export type HistoryArea = keyof typeof historyAreas

export const historyAreaNames = Object.keys(historyAreas) as HistoryArea[]

/** The area that an operation belongs to by its name, such as `members.save`; null for what has none. */
export function areaOf(operation: string): HistoryArea | null {
  const prefix = operation.slice(0, Math.max(0, operation.indexOf('.')))
  return historyAreaNames.find((area) => (historyAreas[area] as readonly string[]).includes(prefix)) ?? null
}
