import type { Entry, Pairing } from './pairing'
import type { Side } from './side'

/** Members who are erased in one copy alone, by their numbers in the other one. */
export type ErasedInOne = Record<'here' | 'there', number[]>

/** Where changes say which members there are, whether more is said of them or not. */
export const standingMembers = 'standing_members'

/** @param part whether the other side only holds what changed there */
export function erasedInOne(pairing: Pairing, part: boolean): ErasedInOne {
  const idsOf = (side: Side) => side.db.column<number>('SELECT id FROM members WHERE erased_at IS NOT NULL')
  const [ours, theirs] = [idsOf(pairing.ours), idsOf(pairing.theirs)].map((ids) => new Set(ids))
  const standing = new Set(part ? pairing.theirs.db.column<number>(`SELECT id FROM ${standingMembers}`) : [])
  const isThere = <T>(value: T | null): value is T => value !== null
  return {
    here: [...(ours ?? [])]
      .map((id) => pairing.ofOurs('members', id))
      .filter(isThere)
      .map((entry) => entry.theirs ?? numberAmong(standing, pairing.theirs, entry))
      .filter(isThere)
      .filter((id) => !theirs?.has(id)),
    there: [...(theirs ?? [])]
      .map((id) => pairing.ofTheirs('members', id)?.ours ?? null)
      .filter(isThere)
      .filter((id) => !ours?.has(id)),
  }
}

/** The number of a member of whom changes say no more than that they are there. */
function numberAmong(standing: ReadonlySet<number>, side: Side, { table, uids }: Entry): number | null {
  for (const uid of uids) {
    const number = side.numberOf(table, uid)
    if (number !== null && standing.has(number)) return number
  }
  return null
}
