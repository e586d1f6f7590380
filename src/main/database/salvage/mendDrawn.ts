import type { Writer } from '../engine/writer'

/**
 * Contacts that follow from records of one kind and were found keep their numbers; others are made anew, and those that
 * are none go.
 *
 * @param source the column of a contact that says which record it follows from
 * @param following SQL of all contacts as they should be, with `columns`
 */
export function mendDrawn(
  writer: Writer,
  source: string,
  following: string,
  columns: readonly string[] = ['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id', source],
): void {
  const names = columns.join(', ')
  const same = columns.map((column) => `i.${column} IS c.${column}`).join(' AND ')
  writer.derive(`CREATE TABLE temp.following AS ${following}`)
  writer.derive(`CREATE INDEX temp.following_from ON following (${source}, from_id, to_id)`)
  writer.derive(
    `DELETE FROM interactions WHERE ${source} IS NOT NULL AND id NOT IN (
      SELECT min(i.id) FROM interactions i JOIN temp.following c ON ${same}
      GROUP BY i.${source}, i.from_id, i.to_id, i.day
    )`,
  )
  writer.derive(
    `INSERT INTO interactions (${names}) SELECT ${names} FROM temp.following c
      WHERE NOT EXISTS (SELECT 1 FROM interactions i WHERE ${same})`,
  )
  writer.derive('DROP TABLE temp.following')
}
