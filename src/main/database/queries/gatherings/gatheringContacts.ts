import { dayNumber } from '@shared/domain/calendar'
import { mostWithTies, pairsOf } from '@shared/domain/pairs'
import type { Writer } from '../../engine/writer'

/** What an interaction of a gathering is: the two met. */
export const gatheringInteraction = { directed: 0, kind: 'gathering' } as const

interface Held {
  communityId: number
  heldOn: string
  status: string
  guests: number
}

/**
 * Brings the contacts of a gathering in line with who was there. One that was held by few gives a contact between each
 * two of them; one that is planned or was cancelled, or that more came to than can talk with each other, gives none.
 *
 * @returns whether anything differed.
 */
export function saveGatheringContacts(writer: Writer, id: number): boolean {
  const gathering = writer.get<Held>(
    `SELECT community_id AS communityId, held_on AS heldOn, status, guests
      FROM gatherings WHERE id = ?`,
    id,
  )
  const there = writer.column<number>(
    'SELECT member_id FROM gathering_attendees WHERE gathering_id = ? ORDER BY member_id',
    id,
  )
  const existing = new Map(
    writer
      .all<{ id: number; from: number; to: number }>(
        'SELECT id, from_id AS "from", to_id AS "to" FROM interactions WHERE gathering_id = ?',
        id,
      )
      .map(({ id: interaction, from, to }) => [`${from} ${to}`, interaction]),
  )
  let changed = false
  if (gathering && gathering.status === 'held' && there.length + gathering.guests <= mostWithTies) {
    const { communityId, heldOn } = gathering
    // The hour is by the clock of the place, which a moment in a time zone could not say.
    const when = { community_id: communityId, day: dayNumber(heldOn), at: heldOn }
    for (const [from, to] of pairsOf(there)) {
      const pair = `${from} ${to}`
      const known = existing.get(pair)
      existing.delete(pair)
      if (known !== undefined) changed = writer.update('interactions', known, when) || changed
      else {
        const row = { from_id: from, to_id: to, gathering_id: id, ...gatheringInteraction, ...when }
        writer.insert('interactions', row)
        changed = true
      }
    }
  }
  for (const gone of existing.values()) writer.remove('interactions', gone)
  return changed || existing.size > 0
}
