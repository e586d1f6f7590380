import type { trashTables } from '@shared/contract/trash'
import type { Writer } from '../engine/writer'

export type TrashTable = (typeof trashTables)[number]

/** What goes with a record when it is deleted, in this order, and comes back with it. */
interface TrashKind {
  parent: string
  parts: readonly string[]
}

export const trashKinds: Readonly<Record<TrashTable, TrashKind>> = {
  sessions: {
    parent: 'session_id',
    parts: ['interactions', 'action_items', 'session_topics', 'session_attendees'],
  },
  members: {
    parent: 'member_id',
    parts: ['member_skills', 'consents', 'member_merges', 'member_identities'],
  },
  programs: { parent: 'program_id', parts: ['program_checks'] },
  enrolments: { parent: 'enrolment_id', parts: ['wishes', 'enrolment_checks', 'enrolment_moves'] },
  survey_templates: { parent: 'template_id', parts: [] },
  survey_responses: { parent: 'response_id', parts: ['survey_answers'] },
  check_ins: { parent: 'id', parts: [] },
  goals: { parent: 'goal_id', parts: ['milestones'] },
  communities: {
    parent: 'community_id',
    parts: ['gathering_series', 'community_stages', 'community_members', 'readiness_checks'],
  },
  gatherings: { parent: 'gathering_id', parts: ['interactions', 'gathering_attendees'] },
  asks: { parent: 'ask_id', parts: ['interactions', 'ask_answers'] },
  invitations: { parent: 'invitation_id', parts: ['interactions'] },
  knowledge_items: {
    parent: 'item_id',
    parts: [
      'community_steps',
      'knowledge_reuses',
      'knowledge_files',
      'knowledge_versions',
      'knowledge_topics',
      'knowledge_authors',
    ],
  },
  knowledge_reuses: { parent: 'reuse_id', parts: ['interactions'] },
}

/** Deletes a record with its parts, which lie in the trash then. @returns the number of its line there. */
export function moveToTrash(writer: Writer, table: TrashTable, id: number): number {
  const { parent, parts } = trashKinds[table]
  for (const part of parts) {
    for (const row of writer.column<number>(`SELECT id FROM ${part} WHERE ${parent} = ?`, id)) {
      writer.remove(part, row)
    }
  }
  writer.remove(table, id)
  return writer.insert('trash', { table_name: table, row_id: id, command_id: commandOf(writer) })
}

/** The command that is running: what goes into the trash needs one to come back from. */
export function commandOf(writer: Writer): number {
  if (writer.commandId === null) throw new Error('A deletion is always a command.')
  return writer.commandId
}
