import type { Style } from '@shared/domain/matching/style'
import type { EnrolmentStep, MatchSide } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { type Candidate, fullWords, usualCapacity } from './matchingDirectory'
import { hasMatch, menteesHeld } from './matchingTies'
import { styleColumns, traitsIn } from './matchingWishes'

/** Whether anybody is enrolled in a program: then they alone are matched. */
export function isEnrolling(db: Reader, programId: number): boolean {
  return db.value('SELECT 1 FROM enrolments WHERE program_id = ? LIMIT 1', programId) === 1
}

interface Stored extends Style {
  id: number
  enrolment: number
  name: string
  side: MatchSide
  step: EnrolmentStep
  goals: string | null
  traits: string | null
  /** Of the enrolment, or else of the program. */
  here: number | null
  /** Of the member, in all programs. */
  anywhere: number | null
  heldHere: number
  held: number
  hasMatch: number
}

/** Who is enrolled in a program and has not left it; who is not a peer where all are, or the only one, is set aside. */
export function enrolledCandidates(db: Reader, programId: number, peers: boolean): Candidate[] {
  const stored = db.all<Stored>(
    `SELECT m.id, e.id AS enrolment, m.name, e.role AS side, e.step, e.goals, e.traits, ${styleColumns},
        coalesce(e.capacity, p.mentor_capacity) AS here, m.capacity AS anywhere,
        ifnull(within.held, 0) AS heldHere, ifnull(mentoring.held, 0) AS held, ${hasMatch('m.id')} AS hasMatch
      FROM enrolments e JOIN members m ON m.id = e.member_id JOIN programs p ON p.id = e.program_id
        LEFT JOIN (${menteesHeld('ma.program_id = ?')}) AS within ON within.member_id = m.id
        LEFT JOIN (${menteesHeld()}) AS mentoring ON mentoring.member_id = m.id
      WHERE e.program_id = ? AND e.step <> 'closed'
        AND m.archived_at IS NULL AND m.erased_at IS NULL
      ORDER BY m.sort_name COLLATE NOCASE, m.id, e.id`,
    programId,
    programId,
    programId,
  )
  return stored.map(({ id, name, side, enrolment, goals, traits, plan, rhythm, advice, talk, ...facts }) => ({
    ...{ id, name, side },
    room: roomOf(facts),
    held: facts.held,
    enrolment: { id: enrolment, goals, style: { plan, rhythm, advice, talk }, traits: traitsIn(traits) },
    setAside: otherRole(side, peers) ?? (side === 'mentor' ? mentorAside(facts) : seekerAside(facts)),
  }))
}

type Place = Pick<Stored, 'step' | 'here' | 'anywhere' | 'heldHere' | 'held' | 'hasMatch'>

/** What was agreed for this program counts before what somebody takes in all of them. */
function roomOf({ here, anywhere, heldHere, held }: Place): number {
  return here === null ? (anywhere ?? usualCapacity) - held : here - heldHere
}

function otherRole(side: MatchSide, peers: boolean): string | null {
  if (peers === (side === 'peer')) return null
  return peers
    ? `Is enrolled as a ${side}, and in this program everybody is a peer.`
    : 'Is enrolled as a peer, and in this program there are mentors and mentees.'
}

function mentorAside(place: Place): string | null {
  if (place.step !== 'ready' && place.step !== 'matched') return notReady(place)
  if (roomOf(place) > 0) return null
  const { here, anywhere, heldHere, held } = place
  return here === null
    ? fullWords({ capacity: anywhere, held })
    : fullWords({ capacity: here, held: heldHere })
}

/** A mentee or a peer has one partner in a program. */
function seekerAside(place: Place): string | null {
  if (place.hasMatch === 1) return 'Has a match in this program.'
  if (place.step === 'ready') return null
  return place.step === 'matched'
    ? 'Was matched, and has no match that goes on. Move them back to ready to match them again.'
    : notReady(place)
}

function notReady({ step }: Place): string {
  return `Is not ready yet: ${step}.`
}
