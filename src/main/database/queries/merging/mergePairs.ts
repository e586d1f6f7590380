import { plural } from '@shared/domain/summaryWords'
import type { Row } from '../../engine/reader'
import { type Couple, differing, type Relation } from './couple'
import type { Plan } from './plan'

/** The rows of a table that name one of the two on either side, as they would be, in the order of their numbers. */
function sides(plan: Plan, table: string, [one, two]: readonly [string, string], couple: Couple) {
  const { keep, other } = couple
  const ids = [other, keep].flatMap((member) => [
    ...plan.ids(table, one, member),
    ...plan.ids(table, two, member),
  ])
  const become = (value: Row[string] | undefined) => (value === other ? keep : (value ?? null))
  return [...new Set(ids)]
    .sort((a, b) => a - b)
    .flatMap((id) => {
      const row = plan.row(table, id)
      return row ? [{ id, row, first: become(row[one]), second: become(row[two]) }] : []
    })
}

/** A rule about the two goes; of two that say the same of a pair one stays, and of a pair kept apart that one. */
export const becomePairRules: Relation = (plan, couple) => {
  const { keepName, otherName } = couple
  const known = new Map<string, { id: number; kind: Row[string] | undefined }>()
  for (const { id, row, first, second } of sides(plan, 'pair_rules', ['first_id', 'second_id'], couple)) {
    if (first === second) {
      plan.remove('pair_rules', id)
      plan.notes.push(`The rule about ${keepName} and ${otherName} as a pair goes.`)
      continue
    }
    const key = `${row.program_id} ${[first, second]
      .map(Number)
      .sort((a, b) => a - b)
      .join(' ')}`
    const twin = known.get(key)
    if (twin && (twin.kind === row.kind || twin.kind === 'apart')) {
      plan.remove('pair_rules', id)
      if (twin.kind !== row.kind) plan.notes.push(apartWins(keepName))
      continue
    }
    if (twin) {
      plan.remove('pair_rules', twin.id)
      plan.notes.push(apartWins(keepName))
    }
    known.set(key, { id, kind: row.kind })
    plan.update('pair_rules', id, differing(row, { first_id: first, second_id: second }))
  }
}

const apartWins = (name: string) =>
  `One rule kept ${name} apart from somebody and another made them a pair: they are kept apart.`

/** A step that brought the two together was none. */
export const becomeSteps: Relation = (plan, couple) => {
  const gone = sides(plan, 'community_steps', ['member_id', 'other_id'], couple).filter(
    ({ id, row, first, second }) => {
      if (first !== second) {
        plan.update('community_steps', id, differing(row, { member_id: first, other_id: second }))
        return false
      }
      plan.remove('community_steps', id)
      return true
    },
  )
  if (gone.length > 0)
    plan.notes.push(
      `${plural(gone.length, 'step')} for a community that brought the two together ${gone.length === 1 ? 'goes' : 'go'}.`,
    )
}

/** Who was not the same person as one of them is not the same as both. */
export const becomeDistinct: Relation = (plan, couple) => {
  const known = new Set<string>()
  const rows = sides(plan, 'distinct_members', ['first_id', 'second_id'], couple)
  // What stays as it is comes first: no pair may be there twice, not even for a moment.
  const named = rows.map((one) => ({
    ...one,
    stays: one.row.first_id === one.first && one.row.second_id === one.second,
  }))
  for (const { id, row, first, second } of named.sort((a, b) => Number(b.stays) - Number(a.stays))) {
    const [smaller = 0, larger = 0] = [Number(first), Number(second)].sort((a, b) => a - b)
    const key = `${smaller} ${larger}`
    if (smaller === larger || known.has(key)) {
      plan.remove('distinct_members', id)
      continue
    }
    known.add(key)
    plan.update('distinct_members', id, differing(row, { first_id: smaller, second_id: larger }))
  }
}
