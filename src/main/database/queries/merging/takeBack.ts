import { columnWords, tableWords } from '@shared/domain/historyWords'
import type { Row } from '../../engine/reader'
import { withoutGenerated } from '../../engine/undo'
import { pointersOf, rowsInTheWay } from '../../engine/uniqueness'
import { Names } from '../../history/names'
import { contactSourceColumns } from './contactSources'
import { nowCalled } from './mergedInto'
import { mentionsToday } from './mergeMentions'
import type { NetChange } from './netChanges'
import type { Plan } from './plan'
import type { Merge } from './split'

/** Plans that one row becomes what it was before a merge, as far as nobody has touched it since. */
export function takeBackRow(plan: Plan, net: NetChange, merge: Merge): void {
  if (isDrawn(plan, net)) return
  if (net.from === null) takeAway(plan, net)
  else if (net.to === null) bringBack(plan, net, net.from, merge)
  else writeBack(plan, net, net.from, net.to, merge)
}

/**
 * A row as it was, with the members who have been merged since as who they are now; the one who comes back is there
 * again. Whoever is gone for good is nobody, and so is who would have brought in themselves.
 */
function asToday(plan: Plan, { table, id }: { table: string; id: number }, row: Row, { gone }: Merge): Row {
  const today = { ...row, ...mentionsToday(plan.db, table, row, [gone]) }
  for (const { table: target, from, needed } of pointersOf(plan.db, table)) {
    const member = target === 'members' ? row[from] : undefined
    if (typeof member !== 'number' || member === gone) continue
    const now = nowCalled(plan.db, member)
    const isNobody = plan.row('members', now) === null || (table === 'members' && now === id)
    today[from] = needed === 0 && isNobody ? null : now
  }
  return today
}

/** Contacts that follow from another record are no rows of their own. */
function isDrawn(plan: Plan, { table, id, from }: NetChange): boolean {
  if (table !== 'interactions') return false
  const row = from !== null && 'from_id' in from && 'to_id' in from ? from : plan.row(table, id)
  return row !== null && contactSourceColumns.some((column) => typeof row[column] === 'number')
}

function takeAway(plan: Plan, { table, id }: NetChange): void {
  plan.remove(table, id)
}

function bringBack(plan: Plan, { table, id }: NetChange, image: Row, merge: Merge): void {
  const row = asToday(plan, { table, id }, withoutGenerated(plan.db, table, image), merge)
  // The number of a row that only ties others together may have been given out again.
  if (plan.row(table, id) !== null) delete row.id
  for (const { table: target, from, needed } of pointersOf(plan.db, table)) {
    const to = row[from]
    if (typeof to !== 'number' || plan.row(target, to) !== null) continue
    if (needed === 1) {
      if (isTold(table, image, merge)) plan.notes.push(notBack(plan, table, image, id, merge))
      return
    }
    row[from] = null
  }
  if (isInTheWay(plan, table, row)) {
    plan.notes.push(
      `${nameOf(plan, table, image, id)} is there anew since, so what was there before does not come back.`,
    )
    return
  }
  plan.insert(table, row)
}

function isInTheWay(plan: Plan, table: string, row: Row): boolean {
  return rowsInTheWay(plan.db, table, row).some((id) => {
    const other = plan.row(table, id)
    const stays = plan.db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)
    // A row that is being written back itself makes room.
    return (
      other !== null &&
      stays !== undefined &&
      Object.entries(stays).every(([column, value]) => other[column] === value)
    )
  })
}

function writeBack(plan: Plan, { table, id, goneSince }: NetChange, from: Row, to: Row, merge: Merge): void {
  const current = plan.row(table, id)
  if (goneSince || current === null) {
    if (isTold(table, from, merge)) plan.notes.push(notBack(plan, table, null, id, merge))
    return
  }
  const back: Row = {}
  for (const [column, before] of Object.entries(asToday(plan, { table, id }, from, merge))) {
    if (current[column] === to[column]) back[column] = before
    else if (current[column] !== before && !tableWords(table).hidden.includes(column))
      tellKept(plan, table, id, column)
  }
  // Somebody has answered since: that answer is the last one.
  if (table === 'consents' && back.is_current === 1 && isAnsweredSince(plan, id, { ...current, ...back }))
    delete back.is_current
  plan.update(table, id, back)
}

/** Rows that say nothing to anybody. */
const silent: Readonly<Record<string, true>> = {
  interactions: true,
  distinct_members: true,
  member_merges: true,
}

function isTold(table: string, before: Row, { gone }: Merge): boolean {
  return !(table in silent) && Object.values(before).includes(gone)
}

function notBack(plan: Plan, table: string, image: Row | null, id: number, { goneName }: Merge): string {
  const name = nameOf(plan, table, image, id)
  return `${capital(tableWords(table).one)} “${name}” was deleted or changed since: ${goneName} does not come back into it.`
}

function isAnsweredSince(plan: Plan, id: number, { member_id: member, purpose }: Row): boolean {
  const current = plan.db.column<number>(
    'SELECT id FROM consents WHERE purpose = ? AND is_current = 1 AND id <> ?',
    purpose,
    id,
  )
  return current.some((other) => {
    const row = plan.row('consents', other)
    return row !== null && row.member_id === member && row.is_current === 1
  })
}

function tellKept(plan: Plan, table: string, id: number, column: string): void {
  const { label } = columnWords(table, column)
  plan.notes.push(`“${label}” of ${nameOf(plan, table, null, id)} was changed since, and stays as it is.`)
}

function nameOf(plan: Plan, table: string, image: Row | null, id: number): string {
  const names = new Names(plan.db)
  return image === null ? names.of(table, id) : names.ofImage(table, image, id)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
