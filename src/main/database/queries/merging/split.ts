import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { lastFinal } from '../history'
import { memberGone } from '../references'
import { sourcesOfRow } from './contactSources'
import { type NetChange, netChangesOf } from './netChanges'
import { carryOut, Plan } from './plan'
import { addedSince, returning } from './splitWords'
import { takeBackRow } from './takeBack'

type Preview = NonNullable<OutputOf<'members.splitPreview'>>

/** A merge that stands. */
export interface Merge {
  /** The line that says so. */
  id: number
  /** The command as it counts now: the merge itself, or what did it again after an undo. */
  command: number
  /** Who is there, and who comes back. */
  kept: number
  keptName: string
  gone: number
  goneName: string
}

/** What takes a merge apart, and what is to be told of it. */
interface Split extends Omit<Preview, 'kept' | 'back'> {
  plan: Plan
  merge: Merge
}

/** Null for what is no merge, or was taken apart already. */
export function previewSplit(
  db: Reader,
  { command }: InputOf<'members.splitPreview'>,
): OutputOf<'members.splitPreview'> {
  const split = planSplit(db, command)
  if (split === null) return null
  const { merge, returns, stays, conflicts, refusal } = split
  return {
    kept: { id: merge.kept, name: merge.keptName },
    back: { name: merge.goneName },
    ...{ returns, stays, conflicts, refusal },
  }
}

/**
 * Takes a merge apart, whatever was done since: what was not touched becomes as it was before, what was changed since
 * stays, and what was added since stays with the one who is there. A command of its own, so that it can be undone.
 *
 * @throws AppError `not-found`, `conflict`.
 */
export function splitMembers(
  writer: Writer,
  { command }: InputOf<'members.split'>,
): Done<{ id: number; conflicts: string[] }> {
  const split = planSplit(writer, command)
  if (split === null) throw new AppError('not-found', 'This merge was taken apart already, or is no merge.')
  const { plan, merge, conflicts, refusal } = split
  if (refusal !== null) throw new AppError('conflict', refusal)
  carryOut(writer, plan)
  const summary =
    merge.goneName === merge.keptName
      ? `Took apart two records of ${merge.keptName}`
      : `Took ${merge.goneName} and ${merge.keptName} apart again`
  return { value: { id: merge.gone, conflicts }, summary }
}

function planSplit(db: Reader, command: number): Split | null {
  const found = db.get<{ id: number; kept: number; gone: number }>(
    'SELECT id, member_id AS kept, gone_id AS gone FROM member_merges WHERE command_id = ?',
    command,
  )
  if (!found) return null
  const standing = standingOf(db, command)
  const nets = netChangesOf(db, standing)
  const image = nets.find(({ table, id }) => table === 'members' && id === found.gone)?.from
  const keptName = db.value<string>('SELECT name FROM members WHERE id = ?', found.kept)
  if (keptName === undefined) throw memberGone()
  const merge: Merge = {
    ...found,
    command: standing,
    keptName,
    goneName: typeof image?.name === 'string' ? image.name : 'the other record',
  }
  const plan = new Plan(db)
  const refusal = refusalOf(db, merge, image ?? null)
  if (refusal !== null) return { plan, merge, returns: [], stays: [], conflicts: [], refusal }
  takeBack(plan, nets, merge)
  return {
    plan,
    merge,
    returns: returning(plan, merge),
    stays: addedSince(plan, merge),
    conflicts: plan.notes,
    refusal,
  }
}

/** A merge that was undone and done again counts as it was done last. */
function standingOf(db: Reader, command: number): number {
  const later = db.value<number | null>('SELECT reversed_by FROM commands WHERE id = ?', command)
  return typeof later === 'number' ? standingOf(db, later) : command
}

function refusalOf(db: Reader, merge: Merge, gone: Row | null): string | null {
  if (gone === null || gone.name === undefined)
    return 'What the history knew of this merge has been shortened or erased, so the two cannot be taken apart any more.'
  if (db.value(`SELECT 1 WHERE ? <= ${lastFinal}`, merge.command) !== undefined)
    return 'Something was erased or deleted for good since, and nothing before that can be taken back any more.'
  const first = db.value<number>(
    `SELECT json_extract(before, '$.member_id') FROM changes
      WHERE table_name = 'member_merges' AND first_row = ? AND kind = 'update' AND command_id > ? ORDER BY id LIMIT 1`,
    merge.id,
    merge.command,
  )
  if (first !== undefined && first !== merge.kept)
    return `The two were merged with ${merge.keptName} since. Take that merge apart first.`
  return null
}

/** Contacts that follow from another record are drawn anew from that, at the end. */
function takeBack(plan: Plan, nets: readonly NetChange[], merge: Merge): void {
  for (const net of nets) {
    for (const row of [net.from, net.to, plan.row(net.table, net.id)])
      if (row !== null) plan.draw(sourcesOfRow(plan.db, net.table, row))
    takeBackRow(plan, net, merge)
  }
}
