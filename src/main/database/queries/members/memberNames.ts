import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { memberNames } from '../references'

/** Gives the members among these their names; who is no member any more is left out. */
export function withNames<T extends { id: number }>(
  db: Reader,
  members: readonly T[],
): (T & { name: string })[] {
  const names = memberNames(
    db,
    members.map(({ id }) => id),
  )
  return members.flatMap((member) => {
    const name = names.get(member.id)
    return name === undefined ? [] : [{ ...member, name }]
  })
}

/** The same in the order of names. */
export function byName<T extends { id: number }>(
  db: Reader,
  members: readonly T[],
): (T & { name: string })[] {
  const known = new Map(members.map((member) => [member.id, member]))
  return db
    .all<{ id: number; name: string }>(
      `SELECT id, name FROM members WHERE id IN ${listed}
        ORDER BY sort_name COLLATE NOCASE, id`,
      list([...known.keys()]),
    )
    .flatMap(({ id, name }) => {
      const member = known.get(id)
      return member ? [{ ...member, name }] : []
    })
}
