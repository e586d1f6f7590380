import { dayNumber } from '@shared/domain/calendar'
import { pairsOf } from '@shared/domain/pairs'
import type { Writer } from '../../engine/writer'

/** What an interaction of a session is: the two met, on the session's date, at no known time. */
export const sessionInteraction = { directed: 0, kind: 'session' } as const

/** Brings the interactions of a session in line with who met and when. @returns whether anything differed. */
export function saveInteractions(
  writer: Writer,
  session: { id: number; heldOn: string; attendeeIds: readonly number[] },
): boolean {
  const { id, heldOn, attendeeIds } = session
  const existing = new Map(
    writer
      .all<{ id: number; from: number; to: number }>(
        'SELECT id, from_id AS "from", to_id AS "to" FROM interactions WHERE session_id = ?',
        id,
      )
      .map(({ id: interaction, from, to }) => [`${from} ${to}`, interaction]),
  )
  const when = { day: dayNumber(heldOn), at: heldOn }
  let changed = false
  for (const [from, to] of pairsOf([...new Set(attendeeIds)].sort((a, b) => a - b))) {
    const pair = `${from} ${to}`
    const known = existing.get(pair)
    existing.delete(pair)
    if (known !== undefined) changed = writer.update('interactions', known, when) || changed
    else {
      writer.insert('interactions', {
        from_id: from,
        to_id: to,
        session_id: id,
        ...sessionInteraction,
        ...when,
      })
      changed = true
    }
  }
  for (const gone of existing.values()) writer.remove('interactions', gone)
  return changed || existing.size > 0
}
