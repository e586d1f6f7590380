import type { SearchFilter } from '@shared/contract/search'
import type { Reader } from '../../engine/reader'
import { type Condition, condition, list, listed } from '../conditions'
import { keysBetween } from '../sessions/sessionKeys'
import { topicsWithin } from '../topics'

/** What the search is narrowed down to. A kind that knows nothing of a filter has no record that fits it. */
export interface Scope {
  from: string | null
  to: string | null
  /** The topics, with those below them; null for all. */
  topics: number[] | null
  communityId: number | null
  programId: number | null
}

export function scopeOf(db: Reader, { from, to, topicIds, communityId, programId }: SearchFilter): Scope {
  return {
    from,
    to,
    topics: topicIds.length === 0 ? null : topicsWithin(db, topicIds),
    communityId,
    programId,
  }
}

/** Where a table says what the filters ask for; a filter that is not named leaves no record of it. */
interface Places {
  /** The column of its day. */
  day?: string
  /** SQL that is true where it has one of the topics of a JSON parameter. */
  topics?: string
  community?: string
  program?: string
}

/** @returns null when nothing of this kind can fit. */
export function narrowed(scope: Scope, { day, topics, community, program }: Places): Condition[] | null {
  const conditions: Condition[] = []
  const add = (sql: string | undefined, ...parameters: (string | number)[]) => {
    if (sql === undefined) return false
    conditions.push(condition(sql, ...parameters))
    return true
  }
  if (scope.from !== null && !add(day && `${day} >= ?`, scope.from)) return null
  if (scope.to !== null && !add(day && `${day} <= ?`, scope.to)) return null
  if (scope.topics !== null && !add(topics, list(scope.topics))) return null
  if (scope.communityId !== null && !add(community, scope.communityId)) return null
  if (scope.programId !== null && !add(program, scope.programId)) return null
  return conditions
}

const tied = (table: string, column: string, of: string) =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${of} AND topic_id IN ${listed})`

/** Of each table, with its records as `r`. */
export const places = {
  members: {
    topics: tied('member_skills', 'member_id', 'r.id'),
    community:
      'EXISTS (SELECT 1 FROM community_members WHERE community_id = ? AND member_id = r.id AND left_on IS NULL)',
    program: 'EXISTS (SELECT 1 FROM enrolments WHERE program_id = ? AND member_id = r.id)',
  },
  programs: { program: 'r.id = ?' },
  communities: { community: 'r.id = ?' },
  knowledge_items: {
    day: 'substr(r.written_at, 1, 10)',
    topics: tied('knowledge_topics', 'item_id', 'r.id'),
    community: 'r.community_id = ?',
    program:
      'EXISTS (SELECT 1 FROM sessions s JOIN matches m ON m.id = s.match_id WHERE s.id = r.session_id AND m.program_id = ?)',
  },
  gatherings: { day: 'r.held_on', community: 'r.community_id = ?' },
  sessions: {
    topics: tied('session_topics', 'session_id', 'r.id'),
    program: 'EXISTS (SELECT 1 FROM matches m WHERE m.id = r.match_id AND m.program_id = ?)',
  },
  asks: { day: 'r.asked_on', topics: `r.topic_id IN ${listed}`, community: 'r.community_id = ?' },
  action_items: {
    day: '(SELECT held_on FROM sessions WHERE id = r.session_id)',
    topics: tied('session_topics', 'session_id', 'r.session_id'),
    program:
      'EXISTS (SELECT 1 FROM sessions s JOIN matches m ON m.id = s.match_id WHERE s.id = r.session_id AND m.program_id = ?)',
  },
} satisfies Record<string, Places>

/** The keys of sessions of the period. */
export function sessionKeysOf({ from, to }: Scope): { lowest: number; highest: number } {
  return keysBetween(from, to)
}
