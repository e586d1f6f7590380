import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { MemberFilter } from '@shared/contract/members'
import { facetsOf } from '../../directory/facets'
import { keptOut } from '../../directory/selection'
import type { DirectoryView } from '../../directory/view'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'

type Facets = OutputOf<'members.facets'>

export function memberFacets(db: Reader, view: DirectoryView, filter: MemberFilter): Facets {
  const { topics, ...facets } = facetsOf(view, keptOut(db, view, filter), filter)
  return { ...facets, skills: named(db, topics) }
}

function named(db: Reader, topics: readonly { id: number; count: number }[]): Facets['skills'] {
  const counts = new Map(topics.map(({ id, count }) => [id, count]))
  const names = db.all<Reference>(
    `SELECT id, name FROM topics WHERE id IN ${listed}`,
    list(topics.map(({ id }) => id)),
  )
  return names
    .map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
