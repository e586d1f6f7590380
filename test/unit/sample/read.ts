import { createHash } from 'node:crypto'
import { instantText, interactionKinds } from '@main/sample/interactions'
import type { Sample } from '@main/sample/sample'
import type { SampleMember, SampleSession } from '@main/sample/types'

export interface Contact {
  from: number
  to: number
  at: string
  kind: string
  community: number
}

export interface Read {
  members: SampleMember[]
  sessions: SampleSession[]
  contacts: Contact[]
}

export function contactsOf(sample: Sample): Contact[] {
  const contacts: Contact[] = []
  for (const batch of sample.interactions()) {
    for (let row = 0; row < batch.count; row++) {
      contacts.push({
        from: batch.from[row] ?? -1,
        to: batch.to[row] ?? -1,
        at: instantText(batch.at[row] ?? Number.NaN),
        kind: interactionKinds[batch.kind[row] ?? -1] ?? 'no such kind',
        community: batch.community[row] ?? Number.NaN,
      })
    }
  }
  return contacts
}

/** Everything that a sample of a moderate size yields. */
export function readAll(sample: Sample): Read {
  return {
    members: [...sample.members()].flat(),
    sessions: [...sample.sessions()].flat(),
    contacts: contactsOf(sample),
  }
}

/** One fingerprint of everything in it. */
export function digest(sample: Sample): string {
  const hash = createHash('sha256')
  const { programs, matches, communities } = sample
  hash.update(JSON.stringify({ programs, matches, communities, ...readAll(sample) }))
  return hash.digest('hex')
}

export function counted<T extends string | number>(values: Iterable<T | null>): Map<T | null, number> {
  const counts = new Map<T | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The same day some months before, or the last of that month. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10)
}

export function isWorkday(date: string): boolean {
  const weekday = new Date(`${date.slice(0, 10)}T12:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}
