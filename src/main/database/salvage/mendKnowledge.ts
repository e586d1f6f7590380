import type { Writer } from '../engine/writer'
import { reuseContacts } from '../queries/knowledge/reuseContacts'

const columns = ['from_id', 'to_id', 'directed', 'day', 'at', 'kind', 'community_id', 'reuse_id']

/** Contacts of uses of knowledge that were found keep their numbers; others are made anew, and those that are none go. */
export function mendReuses(writer: Writer): void {
  const same = (one: string, other: string) =>
    columns.map((column) => `${one}.${column} IS ${other}.${column}`).join(' AND ')
  writer.derive(`CREATE TABLE temp.taught AS ${reuseContacts}`)
  writer.derive('CREATE INDEX temp.taught_by_reuse ON taught (reuse_id, from_id)')
  writer.derive(
    `DELETE FROM interactions WHERE reuse_id IS NOT NULL AND id NOT IN (
      SELECT min(i.id) FROM interactions i JOIN temp.taught c ON ${same('i', 'c')}
      GROUP BY i.reuse_id, i.from_id
    )`,
  )
  writer.derive(
    `INSERT INTO interactions (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM temp.taught c
      WHERE NOT EXISTS (SELECT 1 FROM interactions i WHERE ${same('i', 'c')})`,
  )
  writer.derive('DROP TABLE temp.taught')
}
