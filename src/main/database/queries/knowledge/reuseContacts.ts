import { dayNumber } from '@shared/domain/calendar'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'

/** What the use of somebody's knowledge is as an interaction: the author reached out to whoever used it. */
export const reuseInteraction = { directed: 1, kind: 'reuse' } as const

/** SQL for the contacts that follow from reuses `r` of items `k`: from each author to whoever used it. */
export const reuseContacts = `
  SELECT a.member_id AS from_id, r.member_id AS to_id, ${reuseInteraction.directed} AS directed,
    CAST(julianday(r.used_on) - 2440587.5 AS INTEGER) AS day, r.used_on AS at, '${reuseInteraction.kind}' AS kind,
    k.community_id, r.id AS reuse_id
  FROM knowledge_reuses r JOIN knowledge_items k ON k.id = r.item_id
  JOIN knowledge_authors a ON a.item_id = k.id AND a.member_id <> r.member_id`

/** Brings the contacts of all reuses of an item in line with who wrote it. @returns whether anything differed. */
export function saveItemContacts(writer: Writer, itemId: number): boolean {
  const reuses = writer.column<number>(
    'SELECT id FROM knowledge_reuses WHERE item_id = ? ORDER BY id',
    itemId,
  )
  return reuses.map((id) => saveReuseContacts(writer, id)).includes(true)
}

/** Brings the contacts of one reuse in line with it. @returns whether anything differed. */
export function saveReuseContacts(writer: Writer, id: number): boolean {
  const existing = new Map(
    writer
      .all<{ row: number; from: number; to: number }>(
        'SELECT id AS row, from_id AS "from", to_id AS "to" FROM interactions WHERE reuse_id = ?',
        id,
      )
      .map(({ row, from, to }) => [`${from} ${to}`, row]),
  )
  let changed = false
  for (const { usedOn, userId, communityId, authorId } of factsOf(writer, id)) {
    const pair = `${authorId} ${userId}`
    const known = existing.get(pair)
    existing.delete(pair)
    const when = { community_id: communityId, day: dayNumber(usedOn), at: usedOn }
    if (known !== undefined) changed = writer.update('interactions', known, when) || changed
    else {
      const row = { from_id: authorId, to_id: userId, reuse_id: id, ...reuseInteraction, ...when }
      writer.insert('interactions', row)
      changed = true
    }
  }
  for (const gone of existing.values()) writer.remove('interactions', gone)
  return changed || existing.size > 0
}

function factsOf(db: Reader, id: number) {
  return db.all<{ usedOn: string; userId: number; communityId: number | null; authorId: number }>(
    `SELECT r.used_on AS usedOn, r.member_id AS userId, k.community_id AS communityId, a.member_id AS authorId
      FROM knowledge_reuses r JOIN knowledge_items k ON k.id = r.item_id
      JOIN knowledge_authors a ON a.item_id = k.id AND a.member_id <> r.member_id
      WHERE r.id = ? ORDER BY a.member_id`,
    id,
  )
}
