import type { InputOf, OutputOf } from '@shared/contract'
import type { FixedPair } from '@shared/domain/matching/input'
import type { MatchSide } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { moveEnrolments } from '../enrolments/enrolmentMoves'
import { nameOfProgram } from '../programs/programRecord'
import { memberName } from '../references'
import { insertRun, shownRun } from './matchingKept'
import { Reasons } from './matchingReasons'
import type { Run } from './matchingSolve'

type Accept = InputOf<'matching.accept'>

/**
 * Makes matches of pairs of a proposal as it was shown. In a program for groups a mentor's mentees are one match, to
 * which others may be added.
 *
 * @throws AppError `conflict` where the proposal is another one by now, or a pair is none of it.
 */
export function acceptPairs(writer: Writer, input: Accept): Done<OutputOf<'matching.accept'>> {
  const { programId, accepted, status, startsOn, keepAs } = input
  const program = nameOfProgram(writer, programId)
  const run = shownRun(writer, input)
  for (const pair of accepted) assertProposed(input, pair)
  const sides = sidesOf(run)
  const reasons = new Reasons(writer, run)
  const groups = new Groups(writer, programId)
  const matchIds = accepted.map((pair) => {
    const why = reasons.of(pair)
    const group = groups.of(pair.mentorId)
    const match =
      group ??
      writer.insert('matches', {
        program_id: programId,
        status,
        started_on: status === 'active' ? startsOn : null,
        ended_on: null,
        cadence_days: null,
        // What is said of one of several mentees is not why the group is as it is.
        reasons: groups.areUsual ? null : JSON.stringify(why),
      })
    const mentee = { match_id: match, member_id: pair.menteeId, side: sides.mentee }
    const mentor = { match_id: match, member_id: pair.mentorId, side: sides.mentor }
    // Peers stand in a match as they stood in the proposal; elsewhere the mentor comes first.
    const both = sides.mentor === 'peer' ? [mentee, mentor] : [mentor, mentee]
    for (const one of group === null ? both : [mentee]) writer.insert('match_members', one)
    if (group === null) groups.set(pair.mentorId, match)
    return match
  })
  moveOn(writer, input, sides)
  if (keepAs !== null) insertRun(writer, run, input, { name: keepAs, accepted: true })
  const [only] = accepted
  const who =
    accepted.length === 1 && only
      ? `${memberName(writer, only.menteeId)} with ${memberName(writer, only.mentorId)}`
      : `${accepted.length.toLocaleString('en')} pairs`
  return { value: { matchIds: [...new Set(matchIds)] }, summary: `Matched ${who} in ${program}` }
}

/** What the two of a pair are in their match. */
type Sides = Record<'mentor' | 'mentee', MatchSide>

function sidesOf({ input }: Run): Sides {
  return input.peers === undefined
    ? { mentor: 'mentor', mentee: 'mentee' }
    : { mentor: 'peer', mentee: 'peer' }
}

function assertProposed({ pairs }: Accept, { mentorId, menteeId }: FixedPair): void {
  if (pairs.some((pair) => pair.mentorId === mentorId && pair.menteeId === menteeId)) return
  throw new AppError('conflict', 'One of these pairs is not in the proposal. Look at it again.')
}

/** Enrolled people are matched from this day; who was matched already, with other mentees, stays so. */
function moveOn(writer: Writer, { programId, accepted, onDay }: Accept, sides: Sides): void {
  const ids = accepted.flatMap(({ mentorId, menteeId }) =>
    [
      [mentorId, sides.mentor],
      [menteeId, sides.mentee],
    ].flatMap(
      ([member, role]) =>
        writer.value<number>(
          "SELECT id FROM enrolments WHERE program_id = ? AND member_id = ? AND role = ? AND step <> 'matched'",
          programId,
          member,
          role,
        ) ?? [],
    ),
  )
  if (ids.length > 0) moveEnrolments(writer, { ids, step: 'matched', onDay, reason: null })
}

/** The matches that mentors have already, where a program is one of groups. */
class Groups {
  readonly areUsual: boolean
  private readonly byMentor = new Map<number, number>()

  constructor(writer: Writer, programId: number) {
    this.areUsual = writer.value("SELECT 1 FROM programs WHERE id = ? AND format = 'group'", programId) === 1
    if (!this.areUsual) return
    const running = writer.all<{ mentor: number; match: number }>(
      `SELECT mm.member_id AS mentor, ma.id AS match FROM matches ma JOIN match_members mm ON mm.match_id = ma.id
        WHERE ma.program_id = ? AND ma.status IN ('proposed', 'active', 'paused') AND mm.side = 'mentor'
        ORDER BY ma.id`,
      programId,
    )
    for (const { mentor, match } of running) this.byMentor.set(mentor, match)
  }

  of(mentor: number): number | null {
    return this.byMentor.get(mentor) ?? null
  }

  set(mentor: number, match: number): void {
    if (this.areUsual) this.byMentor.set(mentor, match)
  }
}
