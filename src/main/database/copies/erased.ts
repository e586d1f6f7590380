import type { Entry, Pairing } from './pairing'
import type { Side } from './side'

/** Members who are erased in one copy alone. */
export type ErasedInOne = Record<'here' | 'there', Entry[]>

export function erasedInOne(pairing: Pairing): ErasedInOne {
  const idsOf = (side: Side) => side.db.column<number>('SELECT id FROM members WHERE erased_at IS NOT NULL')
  const [ours, theirs] = [idsOf(pairing.ours), idsOf(pairing.theirs)]
  const isEntry = (entry: Entry | null) => entry !== null
  return {
    here: ours
      .map((id) => pairing.ofOurs('members', id))
      .filter(isEntry)
      .filter((entry) => entry.theirs !== null && !theirs.includes(entry.theirs)),
    there: theirs
      .map((id) => pairing.ofTheirs('members', id))
      .filter(isEntry)
      .filter((entry) => entry.ours !== null && !ours.includes(entry.ours)),
  }
}
