import type { ImportKind } from '@shared/domain/imports'
import { dateParts } from './dateShapes'
import { isDaySerial } from './dateValues'
import { readMinutes, readNumber, readRating } from './numberValues'
import { readEmail } from './personValues'
import { readTime } from './timeValues'
import { readConfidentiality, readRole, readStatus, readYesNo } from './wordValues'

/** What a column's values say about a guess that was made from its heading. */

export function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

export const looksLike = {
  email: (value: string): boolean => Boolean(readEmail(value)),
  phone: (value: string): boolean => (value.match(/\d/g)?.length ?? 0) >= 5,
  role: (value: string): boolean => readRole(value) !== null,
  yesOrNo: (value: string): boolean => readYesNo(value) !== undefined,
  status: (value: string): boolean => readStatus(value) !== null,
  number: (value: string): boolean => readNumber(value) !== null,
  date: (value: string): boolean => dateParts(value) !== null || isDaySerial(value),
  time: (value: string): boolean => readTime(value) !== null || dateParts(value) !== null,
  minutes: (value: string): boolean => readMinutes(value, 'minutes') !== null,
  rating: (value: string): boolean => readRating(value) !== null,
  confidentiality: (value: string): boolean => readConfidentiality(value) !== null,
  honorific: (value: string): boolean =>
    /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|sr|sra|dott)\.?$/i.test(value),
  /** Two words and more that can be a name. */
  fullName: (value: string): boolean => /^[^\d@/]{1,40}[ ,][^\d@/]{1,60}$/.test(value.trim()),
} as const

/** The fields whose values have a form that can be told; a guess stands when at least half of them have it. */
const forms: Readonly<Record<ImportKind, Readonly<Record<string, keyof typeof looksLike>>>> = {
  members: {
    status: 'status',
    role: 'role',
    mentor: 'yesOrNo',
    mentee: 'yesOrNo',
    mentorAndMentee: 'yesOrNo',
    capacity: 'number',
    joinedOn: 'date',
  },
  sessions: {
    date: 'date',
    startTime: 'time',
    endTime: 'time',
    minutes: 'minutes',
    rating: 'rating',
    confidentiality: 'confidentiality',
  },
  interactions: { at: 'date', time: 'time' },
}

/** Fields that many headings may mean; with an unsure heading the values have to agree. */
const formsOfUnsure: Readonly<Record<string, keyof typeof looksLike>> = { email: 'email', phone: 'phone' }

/**
 * The field that is left of a guess after a look at the values: the same, a neighbouring one that they fit
 * better, or null. Nothing is held against a column without values.
 */
export function fieldByValues(
  kind: ImportKind,
  guess: { field: string; confidence: number },
  values: readonly string[],
): string | null {
  const { field, confidence } = guess
  if (values.length === 0) return field
  if (kind === 'sessions' && (field === 'mentor' || field === 'mentee')) {
    return share(values, looksLike.yesOrNo) >= 0.5 ? null : field
  }
  if (field === 'jobTitle' && share(values, looksLike.honorific) >= 0.5) return null
  const form = forms[kind][field] ?? (confidence < 0.8 ? formsOfUnsure[field] : undefined)
  if (form === undefined || share(values, looksLike[form]) >= 0.5) return field
  if (kind !== 'members') return null
  if (field === 'role') return share(values, looksLike.yesOrNo) >= 0.5 ? 'mentorAndMentee' : 'jobTitle'
  const asks = field === 'mentor' || field === 'mentee' || field === 'mentorAndMentee'
  return asks && share(values, looksLike.role) >= 0.5 ? 'role' : null
}
