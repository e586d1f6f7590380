import type { Grouping } from '../network/crossing'
import { type ContactGraph, type Contacts, graphOf } from '../network/graph'
import { type Span, within } from './spans'

/** The contacts of a community with their days, counted from 1970-01-01. */
export interface DatedContacts extends Contacts {
  day: Int32Array
  /** 1 for a contact at a gathering of the community. */
  gathering: Uint8Array
}

/**
 * What aliveness is read from: the people of a community, numbered from 0, and their contacts in it, back to
 * `earliestDay`.
 */
export interface CommunityRecords {
  people: number
  /** 1 for its members; somebody else may have taken part as well. */
  member: Uint8Array
  /** On which day each joined; long before every other day where that is not known. */
  joined: Int32Array
  /**
   * The day from which on it is natural for each to be gone, since they left the organisation or their match was
   * completed; `neverEnds` for the others.
   */
  ends: Int32Array
  location: Grouping
  department: Grouping
  contacts: DatedContacts
  /** The pairs whom the coordinator has put together, each by its `pairKey`. */
  assigned: ReadonlySet<number>
}

/** A day after every other. */
export const neverEnds = 2 ** 31 - 1

/** The same for both orders of a pair; a whole number for as many people as a file can hold. */
export function pairKey(people: number, one: number, other: number): number {
  return Math.min(one, other) * people + Math.max(one, other)
}

/** One span of a community's life: what happened in it, and who belonged at its end. */
export interface Period {
  span: Span
  records: CommunityRecords
  contacts: DatedContacts
  graph: ContactGraph
  /** 1 for who had joined by the end of it. */
  isMember: Uint8Array
  members: number
}

export function periodOf(records: CommunityRecords, span: Span): Period {
  const contacts = contactsWithin(records.contacts, span)
  const isMember = records.member.map((member, person) =>
    member === 1 && (records.joined[person] ?? 0) <= span.last ? 1 : 0,
  )
  return {
    span,
    records,
    contacts,
    graph: graphOf(records.people, contacts),
    isMember,
    members: isMember.reduce((sum, member) => sum + member, 0),
  }
}

/** 1 for everybody who took part in any of the contacts. */
export function tookPart(people: number, { length, from, to }: Contacts): Uint8Array {
  const active = new Uint8Array(people)
  for (let at = 0; at < length; at++) {
    active[from[at] ?? 0] = 1
    active[to[at] ?? 0] = 1
  }
  return active
}

export function contactsWithin(contacts: DatedContacts, span: Span): DatedContacts {
  return filtered(contacts, (at) => within(span, contacts.day[at] ?? 0))
}

/** The contacts for whose place in the list `keep` says so. */
export function filtered(contacts: DatedContacts, keep: (at: number) => boolean): DatedContacts {
  const rows = new Int32Array(contacts.length)
  let length = 0
  for (let at = 0; at < contacts.length; at++) {
    if (keep(at)) rows[length++] = at
  }
  return picked(contacts, rows.subarray(0, length))
}

/** The contacts at these places, in this order. */
export function picked(
  { from, to, day, directed, gathering }: DatedContacts,
  rows: Int32Array,
): DatedContacts {
  return {
    length: rows.length,
    from: rows.map((row) => from[row] ?? 0),
    to: rows.map((row) => to[row] ?? 0),
    day: rows.map((row) => day[row] ?? 0),
    directed: Uint8Array.from(rows, (row) => directed[row] ?? 0),
    gathering: Uint8Array.from(rows, (row) => gathering[row] ?? 0),
  }
}
