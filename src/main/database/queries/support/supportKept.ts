import { type KeptLine, keptOf, type LoggedContact } from '@shared/domain/support/kept'
import { type MatchMove, pausesOf } from '@shared/domain/support/pauses'
import type { Reader } from '../../engine/reader'
import { grouped } from '../references'
import type { SupportedMatch } from './supportFacts'

export interface KeptPerson {
  name: string
  lines: KeptLine[]
}

/** What was kept of the plan with each person of a match; null without a plan or a start. */
export function keptOfMatch(db: Reader, match: SupportedMatch, today: string): KeptPerson[] | null {
  const { id, plan, startedOn, endedOn, people } = match
  if (plan === null || startedOn === null) return null
  const contacts = grouped(
    db.all<LoggedContact & { member: number }>(
      `SELECT member_id AS member, made_on AS "on", depth, due_on AS dueOn, preset
        FROM check_ins WHERE match_id = ? ORDER BY made_on`,
      id,
    ),
    ({ member }) => member,
    ({ member: _, ...contact }): LoggedContact => contact,
  )
  const pauses = pausesOf(
    db.all<MatchMove>(
      `SELECT from_status AS "from", to_status AS "to", on_day AS "on" FROM match_moves
        WHERE match_id = ? ORDER BY on_day, id`,
      id,
    ),
  )
  return people.map(({ id: member, name }) => ({
    name,
    lines: keptOf({ plan, startedOn, endedOn, pauses, contacts: contacts.get(member) ?? [], today }),
  }))
}
