import type { Circle } from './circle'
import { scanInteractions } from './scan'
import { type Columns, neverLeft } from './shape'

/**
 * The community that each row of the members belongs to, by its number; 0 is none. Of several it is the one in which
 * they had most contacts in the days of the circle, and of those alike the first.
 */
export function mainCommunities(columns: Columns, { contacts }: Circle): Int32Array {
  const main = new Int32Array(columns.members.rows)
  /** Of those who belong to several, how often they were in contact in each of them. */
  const several = new Map<number, Map<number, number>>()
  const { rows, community, member, left } = columns.communityMembers
  for (let row = 1; row < rows; row++) {
    const [own, who] = [community[row] ?? 0, member[row] ?? 0]
    if (own === 0 || left[row] !== neverLeft) continue
    if (main[who] === 0) main[who] = own
    else {
      const counts = several.get(who) ?? new Map([[main[who] ?? 0, 0]])
      several.set(who, counts.set(own, 0))
    }
  }
  if (several.size === 0 || contacts.length === 0) return main
  const { community: there, from, to } = columns.interactions
  const count = (who: number, own: number) => {
    const counts = several.get(who)
    const known = counts?.get(own)
    if (known !== undefined) counts?.set(own, known + 1)
  }
  const [first = 0, last = 0] = [contacts.day[0], contacts.day[contacts.length - 1]]
  scanInteractions(columns, { first, last, community: null, members: null }, (found, length) => {
    for (let at = 0; at < length; at++) {
      const row = found[at] ?? 0
      const own = there[row] ?? 0
      if (own === 0) continue
      count(from[row] ?? 0, own)
      count(to[row] ?? 0, own)
    }
  })
  for (const [who, counts] of several) {
    const [best] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])
    if (best) main[who] = best[0]
  }
  return main
}
