import type { Reader } from '../../engine/reader'

/** A table whose texts are Markdown, in which members are mentioned. */
interface MentionPlace {
  table: string
  columns: readonly string[]
  /** An earlier version of a text stands nowhere any more, and may come back. */
  isEarlier?: true
}

/** Wherever a mention of a member can stand. */
export const mentionPlaces: readonly MentionPlace[] = [
  { table: 'sessions', columns: ['agenda', 'notes'] },
  { table: 'members', columns: ['about'] },
  { table: 'knowledge_items', columns: ['body'] },
  { table: 'knowledge_versions', columns: ['body'], isEarlier: true },
]

/** The Markdown columns of a table; of most there are none. */
export function mentionColumns(table: string): readonly string[] {
  return mentionPlaces.find((place) => place.table === table)?.columns ?? []
}

/** The numbers of the rows whose texts hold a link to a member, in their order. */
export function rowsMentioning(
  db: Reader,
  { table, columns }: MentionPlace,
  member: number,
  most = -1,
): number[] {
  const links = columns.map(() => `](coppice:member/${member})`)
  const holds = columns.map((column) => `instr(t."${column}", ?) > 0`).join(' OR ')
  // The notes of many sessions are long; their index knows the link as three words in a row.
  return table === 'sessions'
    ? db.column<number>(
        `SELECT t.id FROM session_search f JOIN sessions t ON t.search_key = f.rowid
          WHERE session_search MATCH ? AND (${holds}) ORDER BY t.id LIMIT ?`,
        `"coppice member ${member}"`,
        ...links,
        most,
      )
    : db.column<number>(`SELECT t.id FROM ${table} t WHERE ${holds} ORDER BY t.id LIMIT ?`, ...links, most)
}
