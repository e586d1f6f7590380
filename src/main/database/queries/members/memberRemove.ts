import type { InputOf } from '@shared/contract'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash, trashKinds } from '../../trash/kinds'
import { list, listed } from '../conditions'
import { memberName } from '../references'
import { tiesOf } from './memberTies'

/**
 * Deletes members that nothing refers to: those who were added by mistake.
 *
 * @throws AppError `conflict` with what refers to whom, `not-found`.
 */
export function removeMembers(writer: Writer, { ids }: InputOf<'members.remove'>): Done<Deletion> {
  const members = [...new Set(ids)].map((id) => ({ id, name: memberName(writer, id) }))
  const held = members.flatMap(({ id, name }) => {
    const ties = tiesOf(writer, id, trashKinds.members.parts)
    return ties.length === 0 ? [] : [{ name, ties }]
  })
  if (held.length > 0) throw inUse(held, members.length)
  // That somebody is not the same person as one who is gone is nothing to keep.
  const asked = list(members.map(({ id }) => id))
  const distinct = writer.column<number>(
    `SELECT id FROM distinct_members WHERE first_id IN ${listed} OR second_id IN ${listed}`,
    asked,
    asked,
  )
  for (const id of distinct) writer.remove('distinct_members', id)
  const trash = members.map(({ id }) => moveToTrash(writer, 'members', id))
  const [only] = members
  const whom = members.length === 1 && only ? only.name : `${members.length} members`
  return { value: { command: commandOf(writer), trash }, summary: `Deleted ${whom}` }
}

function inUse(held: readonly { name: string; ties: string[] }[], asked: number): AppError {
  const [first] = held
  const part = first ? `${first.name} is part of ${enumerated(first.ties)}` : ''
  return new AppError(
    'conflict',
    asked === 1
      ? `${part}, so deleting would tear a hole there. Archive them instead: whoever is archived stays in what they are part of, and out of lists and pickers.`
      : `${held.length} of these ${asked} members cannot be deleted; ${part}. Nobody was deleted. Archive them instead, or choose only those that nothing refers to.`,
  )
}

function enumerated(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
