import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader } from '../../engine/reader'
import type { People } from '../privacy/recordPeople'

/** The steps that were taken for communities, or dismissed, with a member in them. */
export function stepsAbout(db: Reader, id: number, people: People): MemberRecord['communitySteps'] {
  return db
    .all<Omit<MemberRecord['communitySteps'][number], 'others'> & { other: number | null }>(
      `SELECT c.name AS community, s.kind, s.taken_on AS takenOn, s.dismissed_as AS dismissedAs,
          iif(s.member_id = @id, s.other_id, s.member_id) AS other
        FROM community_steps s JOIN communities c ON c.id = s.community_id
        WHERE s.member_id = @id OR s.other_id = @id ORDER BY s.taken_on, s.id`,
      { id },
    )
    .map(({ other, ...step }) => ({ ...step, others: other === null ? [] : [people(other)] }))
}
