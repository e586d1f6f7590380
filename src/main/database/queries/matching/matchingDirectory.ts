import type { Style } from '@shared/domain/matching/style'
import type { Trait } from '@shared/domain/matching/traits'
import type { MatchSide, MentoringRole } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { hasMatch, menteesHeld } from './matchingTies'

/** Somebody on one side of a matching. */
export interface Candidate {
  id: number
  name: string
  side: MatchSide
  /** How many more mentees a mentor takes, and how many they have. */
  room: number
  held: number
  /** What they said for this program; null without an enrolment. */
  enrolment: { id: number; goals: string | null; style: Style; traits: readonly Trait[] } | null
  /** Why they take no part; null where they do. */
  setAside: string | null
}

/** Who has not said how many mentees they take takes one. */
export const usualCapacity = 1

interface Stored {
  id: number
  name: string
  role: MentoringRole
  capacity: number | null
  held: number
  hasMatch: number
}

/** The active members of the directory, by what they are in mentoring. */
export function directoryCandidates(db: Reader, programId: number): Candidate[] {
  const stored = db.all<Stored>(
    `SELECT m.id, m.name, m.role, m.capacity, ifnull(mentoring.held, 0) AS held, ${hasMatch('m.id')} AS hasMatch
      FROM members m LEFT JOIN (${menteesHeld()}) AS mentoring ON mentoring.member_id = m.id
      WHERE m.archived_at IS NULL AND m.status = 'active' AND m.role <> 'neither'
      ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    programId,
  )
  return stored.flatMap((person): Candidate[] => {
    const { id, name, role, capacity, held } = person
    const room = (capacity ?? usualCapacity) - held
    const common = { id, name, held, enrolment: null }
    const mentor = { ...common, side: 'mentor' as const, room, setAside: room > 0 ? null : fullWords(person) }
    const mentee = {
      ...common,
      side: 'mentee' as const,
      room: 0,
      setAside: person.hasMatch === 1 ? 'Has a match in this program.' : null,
    }
    return [...(role === 'mentee' ? [] : [mentor]), ...(role === 'mentor' ? [] : [mentee])]
  })
}

/** The same where everybody is a peer. */
export function directoryPeers(db: Reader, programId: number): Candidate[] {
  return db
    .all<{ id: number; name: string; hasMatch: number }>(
      `SELECT id, name, ${hasMatch('id')} AS hasMatch FROM members
        WHERE archived_at IS NULL AND status = 'active' AND role <> 'neither'
        ORDER BY sort_name COLLATE NOCASE, id`,
      programId,
    )
    .map(({ id, name, hasMatch: isTaken }) => ({
      ...{ id, name, side: 'peer' as const, room: 0, held: 0, enrolment: null },
      setAside: isTaken === 1 ? 'Has a match in this program.' : null,
    }))
}

export function fullWords({ capacity, held }: { capacity: number | null; held: number }): string {
  const mentees = held === 1 ? '1 mentee' : `${held} mentees`
  if (capacity === 0) return 'Takes no mentees.'
  if (capacity === null) return `Has ${mentees}, and has not said that they take more.`
  return `Has ${mentees}, and takes ${capacity} at most.`
}
