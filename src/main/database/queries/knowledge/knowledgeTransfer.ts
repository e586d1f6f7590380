import type { InputOf, OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import { valueCycles } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { grouped } from '../references'
import { topicsOfItems } from './knowledgeRecord'
import { figuresOf, reusesWhere } from './knowledgeReuses'

type Transfer = OutputOf<'knowledge.transfer'>

const mostPairs = 50
const mostStories = 50

/** Who teaches whom what: of a community, or of all. */
export function knowledgeTransfer(db: Reader, { communityId }: InputOf<'knowledge.transfer'>): Transfer {
  const within = communityId === null ? 'true' : 'k.community_id = @communityId'
  const reuses = reusesWhere(db, within, { communityId })
  const told = (cycle: (typeof valueCycles)[number]) =>
    reuses.filter(({ story }) => story[cycle] !== null).length
  const stories = reuses.filter(({ story }) => valueCycles.some((cycle) => story[cycle] !== null))
  return {
    figures: figuresOf(reuses),
    pairs: pairsOf(db, within, communityId),
    departments: db.all(
      `SELECT a_m.department AS "from", m.department AS "to", count(*) AS uses ${taught(within)}
        GROUP BY a_m.department, m.department ORDER BY uses DESC, "from", "to"`,
      { communityId },
    ),
    cycles: {
      immediate: told('immediate'),
      potential: told('potential'),
      applied: told('applied'),
      realised: told('realised'),
      reframing: told('reframing'),
    },
    untold: reuses.length - stories.length,
    stories: stories.slice(0, mostStories),
  }
}

/** SQL for each use `r` of an item `k` with one of its authors `a_m` and whoever used it `m`. */
function taught(within: string): string {
  return `FROM knowledge_reuses r JOIN knowledge_items k ON k.id = r.item_id
    JOIN knowledge_authors a ON a.item_id = k.id AND a.member_id <> r.member_id
    JOIN members a_m ON a_m.id = a.member_id JOIN members m ON m.id = r.member_id WHERE ${within}`
}

interface Pair {
  fromId: number
  fromName: string
  toId: number
  toName: string
  uses: number
  items: string
}

function pairsOf(db: Reader, within: string, communityId: number | null): Transfer['pairs'] {
  const pairs = db.all<Pair>(
    `SELECT a_m.id AS fromId, a_m.name AS fromName, m.id AS toId, m.name AS toName, count(*) AS uses,
        json_group_array(DISTINCT k.id) AS items ${taught(within)}
      GROUP BY a_m.id, m.id ORDER BY uses DESC, a_m.sort_name COLLATE NOCASE, m.sort_name COLLATE NOCASE
      LIMIT ${mostPairs}`,
    { communityId },
  )
  const itemsOf = pairs.map(({ items }) => JSON.parse(items) as number[])
  const ids = [...new Set(itemsOf.flat())]
  const titles = grouped(
    db.all<Reference>(`SELECT id, title AS name FROM knowledge_items WHERE id IN ${listed}`, list(ids)),
    ({ id }) => id,
    (item) => item,
  )
  const topics = topicsOfItems(db, ids)
  return pairs.map(({ fromId, fromName, toId, toName, uses }, at) => {
    const items = itemsOf[at] ?? []
    return {
      from: { id: fromId, name: fromName },
      to: { id: toId, name: toName },
      uses,
      items: items.flatMap((id) => titles.get(id) ?? []),
      topics: [...new Set(items.flatMap((id) => topics.get(id) ?? []))],
    }
  })
}
