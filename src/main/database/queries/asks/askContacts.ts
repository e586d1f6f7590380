import { dayNumber } from '@shared/domain/calendar'
import type { Writer } from '../../engine/writer'

/** What an interaction of an ask is: who helped has reached out to who asked. */
const askInteraction = { directed: 1, helped: 'help', otherwise: 'answer' } as const

/** SQL for the contacts that follow from asks `a` and their answers `n`: one for each who helped, and day. */
export const contactsOfAsks = `
  SELECT n.member_id AS from_id, a.asker_id AS to_id, ${askInteraction.directed} AS directed,
    CAST(julianday(n.answered_on) - 2440587.5 AS INTEGER) AS day, n.answered_on AS at,
    iif(max(n.helped IN ('yes', 'partly')), '${askInteraction.helped}', '${askInteraction.otherwise}') AS kind,
    a.community_id, a.id AS ask_id
  FROM asks a JOIN ask_answers n ON n.ask_id = a.id AND n.member_id <> a.asker_id
  GROUP BY a.id, n.member_id, n.answered_on`

interface Contact {
  from: number
  at: string
  kind: string
}

/**
 * Brings the contacts of an ask in line with its answers. The asker's own word is none.
 *
 * @returns whether anything differed.
 */
export function saveAskContacts(writer: Writer, id: number): boolean {
  const wanted = writer.all<Contact & { to: number; communityId: number }>(
    `SELECT from_id AS "from", to_id AS "to", at, kind, community_id AS communityId
      FROM (${contactsOfAsks}) WHERE ask_id = ? ORDER BY at, from_id`,
    id,
  )
  const existing = new Map(
    writer
      .all<Contact & { id: number }>(
        'SELECT id, from_id AS "from", at, kind FROM interactions WHERE ask_id = ?',
        id,
      )
      .map(({ id: interaction, from, at }) => [`${from} ${at}`, interaction]),
  )
  let changed = false
  for (const { from, to, at, kind, communityId } of wanted) {
    const key = `${from} ${at}`
    const row = { to_id: to, community_id: communityId, kind }
    const known = existing.get(key)
    existing.delete(key)
    if (known !== undefined) changed = writer.update('interactions', known, row) || changed
    else {
      const { directed } = askInteraction
      writer.insert('interactions', { ...row, from_id: from, directed, day: dayNumber(at), at, ask_id: id })
      changed = true
    }
  }
  for (const gone of existing.values()) writer.remove('interactions', gone)
  return changed || existing.size > 0
}
