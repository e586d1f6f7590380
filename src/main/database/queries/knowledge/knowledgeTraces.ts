import type { MemberRecord } from '@shared/domain/memberRecord'
import { valueCycles } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { reusesWhere } from './knowledgeReuses'

/** What a member wrote for others, and what of others they used. */
export function knowledgeAbout(db: Reader, id: number): MemberRecord['knowledge'] {
  return {
    written: db.all(
      `SELECT k.title, k.kind, k.state, substr(k.created_at, 1, 10) AS "on", k.body AS text
        FROM knowledge_authors a JOIN knowledge_items k ON k.id = a.item_id WHERE a.member_id = ? ORDER BY k.id`,
      id,
    ),
    used: reusesWhere(db, 'm.id = @id', { id })
      .reverse()
      .map(({ item, usedOn, story }) => ({
        title: item.name,
        on: usedOn,
        story: valueCycles.flatMap((cycle) => {
          const text = story[cycle]
          return text === null ? [] : [{ value: cycle, text }]
        }),
      })),
  }
}
