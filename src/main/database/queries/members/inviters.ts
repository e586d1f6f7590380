import type { Reader } from '../../engine/reader'

/** Whether somebody is one of these people, or came into the directory through one of them: then they cannot have brought that one in. */
export function cameThrough(db: Reader, id: number, people: readonly number[]): boolean {
  return db
    .column<number>(
      `WITH RECURSIVE chain (id) AS (
         VALUES (?) UNION SELECT m.invited_by FROM chain JOIN members m ON m.id = chain.id WHERE m.invited_by IS NOT NULL
       ) SELECT id FROM chain`,
      id,
    )
    .some((one) => people.includes(one))
}
