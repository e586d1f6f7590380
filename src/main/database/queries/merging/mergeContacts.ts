import { plural } from '@shared/domain/summaryWords'
import { contactSourceColumns, sourcesOfMember } from './contactSources'
import type { Relation } from './couple'

/**
 * Contacts that were noted or imported become theirs; those between the two go, since nobody is in contact with
 * themselves. What follows from sessions, gatherings and the like is drawn anew from them.
 */
export const becomeContacts: Relation = (plan, { keep, other, keepName, otherName }) => {
  plan.draw(sourcesOfMember(plan.db, other))
  const own = contactSourceColumns.map((column) => `${column} IS NULL`).join(' AND ')
  const rows = plan.db.all<{ id: number; from: number; to: number }>(
    `SELECT id, from_id AS "from", to_id AS "to" FROM interactions
      WHERE id IN (SELECT id FROM interactions WHERE from_id = @other UNION SELECT id FROM interactions WHERE to_id = @other)
        AND ${own} ORDER BY id`,
    { other },
  )
  let between = 0
  for (const { id, from, to } of rows) {
    if (from === keep || to === keep) {
      between++
      plan.remove('interactions', id)
    } else plan.update('interactions', id, from === other ? { from_id: keep } : { to_id: keep })
  }
  if (between === 0) return
  plan.notes.push(
    `${plural(between, 'contact')} between ${keepName} and ${otherName} ${between === 1 ? 'goes' : 'go'}: nobody is in contact with themselves.`,
  )
}
