import type { MatchReasons } from '@shared/contract/matchingProposal'
import { type FixedPair, usualSettings } from '@shared/domain/matching/input'
import { Scoring } from '@shared/domain/matching/scoring'
import type { Style } from '@shared/domain/matching/style'
import type { Writer } from '../../engine/writer'
import { Facts } from '../matching/matchingPeople'
import { reasonsFor } from '../matching/matchingReasons'
import { styleColumns } from '../matching/matchingWishes'

/** So many pairs are looked at together: each is compared with all, and a larger sample has thousands. */
const together = 100

/** Why each of these pairs of a program fits, as matching would have said it; in their order. */
export function sampleReasons(db: Writer, programId: number, pairs: readonly FixedPair[]): MatchReasons[] {
  const reasons: MatchReasons[] = []
  for (let at = 0; at < pairs.length; at += together)
    reasons.push(...reasonsOf(db, programId, pairs.slice(at, at + together)))
  return reasons
}

function reasonsOf(db: Writer, programId: number, pairs: readonly FixedPair[]): MatchReasons[] {
  const side = (role: 'mentor' | 'mentee', ids: readonly number[]) =>
    [...new Set(ids)].map((id) => ({ id, enrolment: enrolmentOf(db, programId, id, role) }))
  const mentees = side(
    'mentee',
    pairs.map(({ menteeId }) => menteeId),
  )
  const mentors = side(
    'mentor',
    pairs.map(({ mentorId }) => mentorId),
  )
  const facts = new Facts(db, [...mentees, ...mentors])
  const scoring = new Scoring({
    mentees: mentees.map((one) => facts.of(one)),
    mentors: mentors.map((one) => ({ ...facts.of(one), room: 1, held: 0 })),
    settings: usualSettings,
  })
  const at = (people: readonly { id: number }[], id: number) => people.findIndex((one) => one.id === id)
  return pairs.map(({ menteeId, mentorId }) =>
    reasonsFor(scoring, at(mentees, menteeId), at(mentors, mentorId)),
  )
}

function enrolmentOf(db: Writer, programId: number, memberId: number, role: 'mentor' | 'mentee') {
  const stored = db.get<Style & { id: number; goals: string | null }>(
    `SELECT id, goals, ${styleColumns} FROM enrolments WHERE program_id = ? AND member_id = ? AND role = ?`,
    programId,
    memberId,
    role,
  )
  if (!stored) return null
  const { id, goals, ...style } = stored
  return { id, goals, style, traits: [] }
}
