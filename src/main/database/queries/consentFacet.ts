import type { OutputOf } from '@shared/contract'
import type { MemberFilter } from '@shared/contract/members'
import { type ConsentStanding, consentPurposes, consentStates } from '@shared/domain/vocabulary'
import type { Reader } from '../engine/reader'
import { allOf, condition } from './conditions'
import { selectionWithoutConsents } from './memberFilters'
import { countMembers, source } from './memberIds'

/** How many members stand how to each purpose, by purpose; nothing where nobody was ever asked. */
export function consentFacet(db: Reader, filter: MemberFilter): OutputOf<'members.facets'>['consents'] {
  if (db.value('SELECT 1 FROM consents LIMIT 1') === undefined) return []
  const selection = selectionWithoutConsents(filter)
  const { from, where, parameters } = source(db, selection, null)
  const answered = new Map(
    db
      .all<{ standing: ConsentStanding; count: number }>(
        `SELECT purpose || ':' || answer AS standing, count(*) AS count FROM consents
          WHERE is_current = 1 AND member_id IN (SELECT members.id FROM ${from} WHERE ${where})
          GROUP BY purpose, answer`,
        ...parameters,
      )
      .map(({ standing, count }) => [standing, count]),
  )
  const erased = countMembers(db, {
    ...selection,
    where: allOf([selection.where, condition(`+members.id IN (${erasedMembers})`)]),
  })
  const asked = countMembers(db, selection) - erased
  return consentPurposes.flatMap((purpose) => {
    const counts = consentStates.map((state) => answered.get(`${purpose}:${state}`) ?? 0)
    const missing = asked - counts.reduce((sum, count) => sum + count, 0)
    return consentStates
      .map((state, at) => ({
        value: `${purpose}:${state}` as const,
        count: state === 'missing' ? missing : (counts[at] ?? 0),
      }))
      .filter(({ value, count }) => count > 0 || filter.consents.includes(value))
  })
}

const erasedMembers = 'SELECT id FROM members WHERE erased_at IS NOT NULL'
