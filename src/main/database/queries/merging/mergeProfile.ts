import type { MergeChoices, MergeField } from '@shared/contract/merging'
import {
  joinedValue,
  type MergeFieldName,
  type MergeProfile,
  mergeFieldNames,
  type Taken,
  takenValue,
  usualTake,
} from '@shared/domain/duplicates/mergeFields'
import { columnWords } from '@shared/domain/historyWords'
import { sortNameOf } from '@shared/domain/names'
import type { Reader, Row } from '../../engine/reader'
import { cameThrough } from '../members/inviters'
import { memberName } from '../references'
import { type Couple, differing } from './couple'
import type { Plan } from './plan'

const columns: Readonly<Record<MergeFieldName, string>> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  status: 'status',
  role: 'role',
  jobTitle: 'job_title',
  organisation: 'organisation',
  location: 'location',
  department: 'department',
  capacity: 'capacity',
  joinedOn: 'joined_on',
  externalId: 'external_id',
  invitedBy: 'invited_by',
  manager: 'manager_id',
  timeZone: 'time_zone',
  hours: 'hours',
  seniority: 'seniority',
  languages: 'languages',
  about: 'about',
}

export function profileOf(row: Row): MergeProfile {
  const values = mergeFieldNames.map((field) => [field, row[columns[field]] ?? null])
  return { ...Object.fromEntries(values), updatedAt: String(row.updated_at) } as MergeProfile
}

/** The fields that one of the two fills, with what stays of each. */
export function fieldsOf(db: Reader, keep: MergeProfile, other: MergeProfile): MergeField[] {
  return mergeFieldNames
    .filter((field) => keep[field] !== null || other[field] !== null)
    .map((field) => ({
      field,
      label: columnWords('members', columns[field]).label,
      keep: inWords(db, field, keep[field]),
      other: inWords(db, field, other[field]),
      takes: usualTake(field, keep, other),
      joined: joinedWords(field, keep, other),
    }))
}

/** A mentor and a mentee make both, which alone says nothing beside the two. */
function joinedWords(field: MergeFieldName, keep: MergeProfile, other: MergeProfile): string | null {
  const joined = joinedValue(field, keep[field], other[field])
  return joined !== null && field === 'role' ? 'mentor and mentee' : joined
}

function inWords(db: Reader, field: MergeFieldName, value: string | number | null): string | null {
  if (value === null) return null
  return field === 'invitedBy' || field === 'manager' ? memberName(db, Number(value)) : String(value)
}

/** Plans what the row of the one who stays becomes. */
export function mergeProfile(plan: Plan, couple: Couple, choices: MergeChoices, now: string): void {
  const { keep: id, other: otherId } = couple
  const [row, otherRow] = [plan.row('members', id), plan.row('members', otherId)]
  if (!row || !otherRow) return
  const [keep, other] = [profileOf(row), profileOf(otherRow)]
  const take = (field: MergeFieldName): Taken => choices[field] ?? usualTake(field, keep, other)
  const next: Row = Object.fromEntries(
    mergeFieldNames.map((field) => [columns[field], takenValue(field, take(field), keep, other)]),
  )
  const isOthersName = next.name === other.name && next.name !== keep.name
  next.sort_name = isOthersName
    ? (otherRow.sort_name ?? sortNameOf(String(other.name)))
    : (row.sort_name ?? '')
  next.invited_by = inviterFor(plan, couple, [next.invited_by, row.invited_by, otherRow.invited_by])
  next.manager_id = managerFor(couple, [next.manager_id, row.manager_id, otherRow.manager_id]) ?? null
  // Whoever is in the directory by one of the two is in it.
  next.archived_at =
    row.archived_at === null || otherRow.archived_at === null ? null : (row.archived_at ?? null)
  next.import_id = row.import_id ?? otherRow.import_id ?? null
  Object.assign(next, keptFor(row, otherRow))
  const changed = differing(row, next)
  plan.update('members', id, { ...changed, updated_at: now })
  if (row.archived_at !== null && otherRow.archived_at === null)
    plan.notes.push(`${couple.keepName} was archived and comes back into the directory.`)
}

/** Who has to be kept by one of the two has to be kept. */
function keptFor(row: Row, other: Row): Row {
  const reasons = new Set(
    [row.keep_because, other.keep_because].filter((reason) => typeof reason === 'string'),
  )
  if (reasons.size === 0) return {}
  const since = [row.keep_since, other.keep_since].filter((day) => typeof day === 'string').sort()
  return { keep_because: [...reasons].join('; '), keep_since: since[0] ?? null }
}

/** The first of them who did not come into the directory through the two themselves. */
function inviterFor(
  plan: Plan,
  { keep, other, keepName }: Couple,
  wanted: readonly (Row[string] | undefined)[],
) {
  if (typeof wanted[0] !== 'number') return null
  const candidates = [...new Set(wanted)].filter((id) => typeof id === 'number')
  const inviter = candidates.find((id) => !cameThrough(plan.db, id, [keep, other]))
  if (inviter === undefined)
    plan.notes.push(
      `Who brought in ${keepName} is left empty: nobody is brought in by themselves, or by whom they brought in.`,
    )
  return inviter ?? null
}

function managerFor({ keep, other }: Couple, wanted: readonly (Row[string] | undefined)[]) {
  if (typeof wanted[0] !== 'number') return null
  return wanted.find((id) => typeof id === 'number' && id !== keep && id !== other)
}
