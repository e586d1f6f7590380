import type { RecordPerson } from '@shared/domain/memberRecord'
import { NameFinder } from '@shared/domain/nameFinder'
import type { Replacing } from '@shared/domain/replaceNames'
import { isUnspaced } from '@shared/domain/spelling'
import type { MatchSide, MentoringRole } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { memberSpellings } from '../members/spellings'

export type People = (id: number) => RecordPerson

/** Others by their ids: what they are to the member in a match, else what they are in the program. */
export function peopleAround(db: Reader, id: number): People {
  const sides = new Map(
    db
      .all<{ id: number; side: MatchSide }>(
        `SELECT other.member_id AS id, other.side FROM match_members own
          JOIN match_members other ON other.match_id = own.match_id AND other.member_id <> own.member_id
          WHERE own.member_id = ? ORDER BY own.match_id`,
        id,
      )
      .map((match) => [match.id, match.side]),
  )
  return (other) => {
    const row = db.get<{ name: string; role: MentoringRole }>(
      'SELECT name, role FROM members WHERE id = ?',
      other,
    )
    const role = row?.role === 'mentor' || row?.role === 'mentee' ? row.role : 'member'
    return { id: other, name: row?.name ?? 'somebody', as: sides.get(other) ?? role }
  }
}

/**
 * Finds everybody but the member in texts, and says what they are instead. Those who had to do with the member are
 * found by all they can be written as; all others by their names, if these are of more than one word.
 */
export function replacingOthers(db: Reader, id: number): Replacing {
  const near = othersNear(db, id)
  const people = peopleAround(db, id)
  const strangers = db
    .all<{ id: number; name: string }>(
      `SELECT id, name FROM members WHERE id <> ? AND id NOT IN ${listed} AND name LIKE '% %'`,
      id,
      list(near),
    )
    .filter(({ name }) => !isUnspaced(name))
  const finder = new NameFinder([
    ...memberSpellings(db, [id, ...near]),
    ...strangers.map((other) => ({ key: other.id, kind: 'name' as const, text: other.name })),
  ])
  return { finder, instead: (other) => (other === id ? null : `a ${people(other).as}`) }
}

function othersNear(db: Reader, id: number): number[] {
  return db
    .column<number>(
      `SELECT DISTINCT other.member_id FROM session_attendees own
          JOIN session_attendees other ON other.session_id = own.session_id WHERE own.member_id = @id
        UNION SELECT other.member_id FROM match_members own
          JOIN match_members other ON other.match_id = own.match_id WHERE own.member_id = @id
        UNION SELECT invited_by FROM members WHERE id = @id AND invited_by IS NOT NULL
        UNION SELECT id FROM members WHERE invited_by = @id
        UNION SELECT to_id FROM interactions WHERE from_id = @id
        UNION SELECT from_id FROM interactions WHERE to_id = @id`,
      { id },
    )
    .filter((other) => other !== id)
}
