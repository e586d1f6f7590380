import { comparedName } from './sameNames'

/** The fields of a profile of which one value stays when two members become one, in the order of the form. */
export const mergeFieldNames = [
  'name',
  'email',
  'phone',
  'status',
  'role',
  'jobTitle',
  'organisation',
  'location',
  'department',
  'capacity',
  'joinedOn',
  'externalId',
  'invitedBy',
  'manager',
  'timeZone',
  'hours',
  'seniority',
  'languages',
  'about',
] as const
export type MergeFieldName = (typeof mergeFieldNames)[number]

type Value = string | number | null
/** A profile as it is stored: people by their numbers, languages with commas between them. */
export type MergeProfile = Readonly<Record<MergeFieldName, Value>> & { updatedAt: string }

/** Whose value stays: of the one who stays, of the other, or both of them joined. */
export type Taken = 'keep' | 'other' | 'both'

/** What both values make together; null where they cannot be joined, or one of them says it all. */
export function joinedValue(field: MergeFieldName, keep: Value, other: Value): string | null {
  if (typeof keep !== 'string' || typeof other !== 'string' || keep === other) return null
  switch (field) {
    case 'role':
      return joinedRole(keep, other)
    case 'languages':
      return joinedList(keep, other)
    case 'about':
      return keep.trim() === other.trim() ? null : `${keep.trim()}\n\n${other.trim()}`
    default:
      return null
  }
}

function joinedRole(keep: string, other: string): string | null {
  const roles = new Set([keep, other])
  roles.delete('neither')
  return roles.size === 2 ? 'both' : null
}

function joinedList(keep: string, other: string): string {
  const known = new Map(`${keep}, ${other}`.split(', ').map((one) => [one.toLowerCase(), one] as const))
  return [...known.values()].join(', ')
}

const statusRanks = ['prospect', 'invited', 'alumni', 'active']

/** The value that stays unless somebody says otherwise: the one there is, the fuller one, the newer one; lists are joined. */
export function usualTake(field: MergeFieldName, keep: MergeProfile, other: MergeProfile): Taken {
  const [a, b] = [keep[field], other[field]]
  if (b === null || a === b) return 'keep'
  if (a === null) return 'other'
  if (joinedValue(field, a, b) !== null) return 'both'
  const newer: Taken = other.updatedAt > keep.updatedAt ? 'other' : 'keep'
  switch (field) {
    case 'name':
      return fullerName(String(a), String(b)) ?? newer
    case 'role':
      return a === 'neither' || b === 'both' ? 'other' : 'keep'
    case 'status':
      return statusRanks.indexOf(String(b)) > statusRanks.indexOf(String(a)) ? 'other' : 'keep'
    case 'joinedOn':
      return b < a ? 'other' : 'keep'
    default:
      return newer
  }
}

/** A name with words instead of initials, or with one more of them, says more. */
function fullerName(keep: string, other: string): Taken | null {
  const fullness = (name: string) => comparedName(name).words.filter(({ text }) => text.length > 1).length
  const [a, b] = [fullness(keep), fullness(other)]
  if (a !== b) return b > a ? 'other' : 'keep'
  // A comma turns a name round, as a list needs it and nobody says it.
  const isTurned = (name: string) => name.includes(',')
  if (isTurned(keep) !== isTurned(other)) return isTurned(keep) ? 'other' : 'keep'
  // Somebody took the trouble to write the accents, and the capitals.
  const care = (name: string) => name.normalize('NFD').length + (name === name.toLowerCase() ? 0 : 0.5)
  if (care(keep) !== care(other)) return care(other) > care(keep) ? 'other' : 'keep'
  return null
}

/** What stays of a field by a choice. */
export function takenValue(
  field: MergeFieldName,
  take: Taken,
  keep: MergeProfile,
  other: MergeProfile,
): Value {
  if (take === 'both') return joinedValue(field, keep[field], other[field]) ?? keep[field] ?? other[field]
  return take === 'keep' ? keep[field] : other[field]
}
