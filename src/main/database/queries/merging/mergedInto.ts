import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader, SqlValue } from '../../engine/reader'
import { list, listed } from '../conditions'

/** The numbers of the records that were merged into these members, at any time. */
export function mergedInto(db: Reader, ids: readonly number[]): number[] {
  return db.column<number>(
    `SELECT gone_id FROM member_merges WHERE member_id IN ${listed} ORDER BY id`,
    list(ids),
  )
}

/** The numbers that these members have or had: their own, and those of the records that were merged into theirs. */
export function everyNumber(db: Reader, ids: readonly number[]): number[] {
  return [...ids, ...mergedInto(db, ids)]
}

/** The number by which a member is there today: that of whom they were merged into, or their own. */
export function nowCalled<Id extends SqlValue | undefined>(db: Reader, id: Id): Id | number {
  return db.value<number>('SELECT member_id FROM member_merges WHERE gone_id = ?', id ?? null) ?? id
}

/** How a member was known before another record became theirs. */
export function identitiesOf(db: Reader, id: number): MemberRecord['knownAs'] {
  return db.all(
    `SELECT name, email, external_id AS externalId, organisation, location, department
      FROM member_identities WHERE member_id = ? ORDER BY id`,
    id,
  )
}
