import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader } from '../../engine/reader'
import type { People } from '../privacy/recordPeople'

type Entry = MemberRecord['growth'][number]
type Stored = Omit<Entry, 'other' | 'isPrivate'> & { other: number | null; isPrivate: number }

/**
 * What a member asked and answered, and how they were invited or have invited, by day. Of what somebody else asked they
 * get to read when it was; what the coordinator noted about inviting them is the coordinator's own.
 */
export function growthRecord(db: Reader, id: number, people: People): Entry[] {
  return db
    .all<Stored>(
      `SELECT 'asked' AS kind, c.name AS community, a.asked_on AS "on", NULL AS other,
          concat_ws(', ', t.name, iif(a.is_private, 'in confidence', NULL), 'closed ' || a.closed_on) AS facts,
          a.text, 0 AS isPrivate
        FROM asks a JOIN communities c ON c.id = a.community_id LEFT JOIN topics t ON t.id = a.topic_id
        WHERE a.asker_id = @id
      UNION ALL SELECT iif(n.member_id = @id, 'answered', 'was answered by'), c.name, n.answered_on,
          iif(n.member_id = @id, a.asker_id, n.member_id),
          concat_ws(', ', n.means, 'helped: ' || n.helped), coalesce(n.note, ''), 0
        FROM ask_answers n JOIN asks a ON a.id = n.ask_id JOIN communities c ON c.id = a.community_id
        WHERE n.member_id = @id OR a.asker_id = @id
      UNION ALL SELECT iif(v.member_id = @id, 'was invited', 'invited'), c.name, v.invited_on,
          iif(v.member_id = @id, v.invited_by, v.member_id),
          concat_ws(', ', v.answer, 'answered ' || v.answered_on), '', 0
        FROM invitations v JOIN communities c ON c.id = v.community_id
        WHERE v.member_id = @id OR v.invited_by = @id
      UNION ALL SELECT 'note on inviting them', c.name, v.invited_on, NULL, '', v.note, 1
        FROM invitations v JOIN communities c ON c.id = v.community_id
        WHERE v.member_id = @id AND v.note IS NOT NULL
      ORDER BY "on"`,
      { id },
    )
    .map(({ other, isPrivate, ...entry }) => ({
      ...entry,
      other: other === null ? null : people(other),
      isPrivate: isPrivate === 1,
    }))
}
