import { type Circle, circleOf } from '../../analytics/circle'
import { joinedBy, populationOf, stillThere } from '../../analytics/population'
import { communityNumber, dayOf, filterOf } from '../../analytics/scope'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import { communityById } from '../communities/communityRecord'

interface Scope {
  from: string | null
  to: string | null
  communityId: number | null
}

/**
 * A community's members, or all active ones, by the end of a period, and whoever was in contact with them in it.
 *
 * @throws AppError `not-found` for the community, `invalid-input` for the dates.
 */
export function networkCircle(db: Reader, columns: Columns, { from, to, communityId }: Scope): Circle {
  if (communityId !== null) communityById(db, communityId)
  const community = communityId === null ? null : communityNumber(columns, communityId)
  const filter = filterOf(columns, { from, to, communityId, location: null, department: null })
  const members = populationOf(columns, community)
  return circleOf(columns, to === null ? stillThere(members) : joinedBy(members, dayOf(to)), filter, false)
}
