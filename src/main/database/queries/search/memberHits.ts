import type { DirectoryView } from '../../directory/view'
import type { Reader } from '../../engine/reader'
import { allOf, list } from '../conditions'
import { beginning, matchWords } from '../fullText'
import { type Asked, byNearness, type Hit, type HitsOfKind, nearness, nearnessOf, noHits } from './hits'
import { narrowed, places } from './scope'

/** Members by name; who was archived or erased is not among them, as in every list of the directory. */
export function memberHits(
  db: Reader,
  view: DirectoryView,
  { words, question, scope, limit }: Asked,
): HitsOfKind {
  const conditions = narrowed(scope, places.members)
  if (conditions === null) return noHits
  const { sql, parameters } = allOf(conditions)
  const allowed =
    conditions.length === 0
      ? null
      : new Set(db.column<number>(`SELECT r.id FROM members r WHERE ${sql}`, ...parameters))
  const { id, archived, erased } = view.members
  const everywhere = view.hits(db, question.of.member_search)
  const named = view.hits(db, `name : (${matchWords([...words])})`)
  const [first = '', ...others] = words.map(beginning)
  const begins = view.hits(db, `name : (${[`^ ${first}`, ...others].join(' AND ')})`)
  const found: Hit[] = []
  const room: number[] = [0, limit, limit, limit]
  let total = 0
  for (const row of view.rowsByName()) {
    const member = id[row] ?? 0
    if (everywhere[row] !== 1 || archived[row] === 1 || erased[row] === 1) continue
    if (allowed && !allowed.has(member)) continue
    total += 1
    const near = begins[row] === 1 ? nearness.begins : named[row] === 1 ? nearness.named : nearness.holds
    if (room[near] === 0) continue
    room[near] = (room[near] ?? 0) - 1
    found.push({ kind: 'member', id: member, nearness: near })
  }
  const best = byNearness(found).slice(0, limit)
  return { hits: byNearness(sameFirst(db, best, words)), total }
}

/** Who is called just as it was typed comes before who is called longer. */
function sameFirst(db: Reader, hits: readonly Hit[], words: readonly string[]): Hit[] {
  const begin = hits.filter((hit) => hit.nearness === nearness.begins).map(({ id }) => id)
  const names = new Map(
    db
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM members WHERE id IN (SELECT value FROM json_each(?))',
        list(begin),
      )
      .map(({ id, name }) => [id, name]),
  )
  return hits.map((hit) => {
    const name = names.get(hit.id)
    return name !== undefined && nearnessOf(name, words) === nearness.same
      ? { ...hit, nearness: nearness.same }
      : hit
  })
}
