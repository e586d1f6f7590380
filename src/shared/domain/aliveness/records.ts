import type { Grouping } from '../network/crossing'
import { type ContactGraph, type Contacts, graphOf } from '../network/graph'
import type { Span } from './spans'

/** The contacts of a community in the order of their days, which are counted from 1970-01-01. */
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
   * The day from which on it is natural for each to be gone, since they left the organisation or the community, or their
   * match was completed; `neverEnds` for the others.
   */
  ends: Int32Array
  location: Grouping
  department: Grouping
  contacts: DatedContacts
  attendance: Attendance
  /** The pairs whom the coordinator has put together, each once. */
  assigned: readonly Pair[]
  /** 1 for who coordinates it. */
  coordinator: Uint8Array
  /** In the order of days. */
  asks: readonly Ask[]
  /** What is written down, by when it was made. */
  pieces: readonly KnowledgePiece[]
  uses: Uses
}

/** A piece of knowledge that belongs to the community, whoever wrote it. */
export interface KnowledgePiece {
  /** Its number in the file. */
  id: number
  /** By their number; somebody who is no member and was in contact with nobody is left out. */
  authors: readonly number[]
  topics: readonly string[]
  made: number
  /** Since when it is out of use, or endorsed; `neverEnds` where it is not. */
  retired: number
  endorsed: number
  /** When it is to be looked through again; null where no day is set. */
  reviewOn: number | null
  /** Whether it was made out of a session's notes. */
  ofSession: boolean
}

/** Who used what of it, in the order of days; an author's own use is none. */
export interface Uses {
  length: number
  /** The place of it among the pieces. */
  piece: Int32Array
  /** -1 for somebody who is no member and was in contact with nobody. */
  person: Int32Array
  day: Int32Array
  /** 1 where something was told of what came of it, and of its use in practice or its results. */
  told: Uint8Array
  applied: Uint8Array
  realised: Uint8Array
}

/** What somebody asked of a community, and who answered when. */
export interface Ask {
  /** Its number in the file. */
  id: number
  /** By their number; -1 for somebody who is no member and was in contact with nobody. */
  asker: number
  day: number
  /** What it is about, where that is known. */
  topic: string | null
  /** The day of the first answer, and of the first by somebody who does not coordinate; the asker's own does not count. */
  first: number | null
  firstByMember: number | null
  /** Who gave them; -1 as above. */
  answerer: number | null
  answererByMember: number | null
  isClosed: boolean
}

/**
 * Who was at a gathering, in the order of days. That is taking part, however many came; it is no contact between two of
 * them.
 */
export interface Attendance {
  length: number
  person: Int32Array
  day: Int32Array
}

export type Pair = readonly [one: number, other: number]

/** A day after every other. */
export const neverEnds = 2 ** 31 - 1

/** One span of a community's life: what happened in it, and who belonged at its end. */
export interface Period {
  span: Span
  records: CommunityRecords
  contacts: DatedContacts
  attendance: Attendance
  uses: Uses
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
    attendance: attendanceWithin(records.attendance, span),
    uses: usesWithin(records.uses, span),
    graph: graphOf(records.people, contacts),
    isMember,
    members: isMember.reduce((sum, member) => sum + member, 0),
  }
}

/** 1 for everybody who took part in any of the contacts, or was at any of the gatherings. */
export function tookPart(people: number, { length, from, to }: Contacts, attendance: Attendance): Uint8Array {
  const active = new Uint8Array(people)
  for (let at = 0; at < length; at++) {
    active[from[at] ?? 0] = 1
    active[to[at] ?? 0] = 1
  }
  for (let at = 0; at < attendance.length; at++) active[attendance.person[at] ?? 0] = 1
  return active
}

/** Those of some days, without copying them. */
export function contactsWithin(contacts: DatedContacts, span: Span): DatedContacts {
  const [begin, end] = placesOf(contacts, span)
  return {
    length: end - begin,
    from: contacts.from.subarray(begin, end),
    to: contacts.to.subarray(begin, end),
    day: contacts.day.subarray(begin, end),
    directed: contacts.directed.subarray(begin, end),
    gathering: contacts.gathering.subarray(begin, end),
  }
}

export function attendanceWithin(attendance: Attendance, span: Span): Attendance {
  const [begin, end] = placesOf(attendance, span)
  return {
    length: end - begin,
    person: attendance.person.subarray(begin, end),
    day: attendance.day.subarray(begin, end),
  }
}

export function usesWithin(uses: Uses, span: Span): Uses {
  const [begin, end] = placesOf(uses, span)
  return {
    length: end - begin,
    piece: uses.piece.subarray(begin, end),
    person: uses.person.subarray(begin, end),
    day: uses.day.subarray(begin, end),
    told: uses.told.subarray(begin, end),
    applied: uses.applied.subarray(begin, end),
    realised: uses.realised.subarray(begin, end),
  }
}

/** Anything that is in the order of its days. */
type Dated = Pick<DatedContacts, 'length' | 'day'>

function placesOf(dated: Dated, { first, last }: Span): [begin: number, end: number] {
  return [placeFrom(dated, first), placeFrom(dated, last + 1)]
}

/** The place of the first of a day, or after it: a search by halves. */
export function placeFrom({ day, length }: Dated, wanted: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((day[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
