import type { Sample } from '@main/sample/sample'
import type { SampleMatch } from '@main/sample/types'
import type { MatchReasons } from '@shared/contract/matchingProposal'
import type { FixedPair } from '@shared/domain/matching/input'
import type { Writer } from '../../engine/writer'
import { sampleReasons } from './sampleReasons'

/** Of so many matches it is kept why they are; a larger sample would be filled with little else. */
const mostReasons = 2000

/** The sample's matches, those of one mentor with one mentee with why they are, as if they had been proposed. */
export function fillMatches(
  db: Writer,
  { matches }: Pick<Sample, 'matches'>,
  { programs, firstMember }: { programs: readonly number[]; firstMember: number },
): void {
  const reasons = reasonsOf(db, matches.slice(0, mostReasons), programs, firstMember)
  const rows = db.bulk('matches', [
    'program_id',
    'status',
    'started_on',
    'ended_on',
    'cadence_days',
    'reasons',
  ])
  const sides = db.bulk('match_members', ['match_id', 'member_id', 'side'])
  for (const match of matches) {
    const { program, status, startedOn, endedOn, cadenceDays, members } = match
    const why = reasons.get(match)
    const id = rows.add([
      programs[program] ?? null,
      status,
      startedOn,
      endedOn,
      cadenceDays,
      why === undefined ? null : JSON.stringify(why),
    ])
    for (const { member, side } of members) sides.add([id, firstMember + member, side])
  }
  rows.end()
  sides.end()
}

function reasonsOf(
  db: Writer,
  matches: readonly SampleMatch[],
  programs: readonly number[],
  firstMember: number,
): Map<SampleMatch, MatchReasons> {
  const reasons = new Map<SampleMatch, MatchReasons>()
  for (const [number, ofProgram] of Map.groupBy(matches, ({ program }) => program)) {
    const paired = ofProgram.flatMap((match) => {
      const pair = pairOf(match, firstMember)
      return pair === null ? [] : [{ match, pair }]
    })
    const told = sampleReasons(
      db,
      programs[number] ?? 0,
      paired.map(({ pair }) => pair),
    )
    for (const [at, why] of told.entries()) {
      const match = paired[at]?.match
      if (match) reasons.set(match, why)
    }
  }
  return reasons
}

/** Null for peers, and for a mentor with several. */
function pairOf({ members }: SampleMatch, firstMember: number): FixedPair | null {
  const [mentor, mentee, another] = members
  if (mentor?.side !== 'mentor' || mentee?.side !== 'mentee' || another !== undefined) return null
  return { mentorId: firstMember + mentor.member, menteeId: firstMember + mentee.member }
}
