import { profileOf } from '@shared/domain/aliveness/profile'
import { type CommunityRecords, neverEnds, periodOf } from '@shared/domain/aliveness/records'
import { type Span, spanBefore } from '@shared/domain/aliveness/spans'

/** The 90 days that communities are looked at in. */
export const season: Span = { first: 20_000 - 89, last: 20_000 }

export interface Person {
  /** From 1; 0 is unknown. */
  location?: number
  department?: number
  /** A founder where left out. */
  joined?: number
  guest?: true
  /** From which day on it is natural to be gone. */
  ends?: number
  coordinates?: true
}

export interface Contact {
  from: number
  to: number
  day: number
  /** Two who met, and nobody knows who began. */
  met?: boolean
  gathering?: boolean
}

/** Records as they come out of a program file, from people and contacts as a test writes them down. */
export function recordsOf(
  people: readonly Person[],
  listed: readonly Contact[],
  {
    assigned = [],
    attended = [],
    asks = [],
    pieces = [],
    used = [],
  }: {
    assigned?: readonly (readonly [number, number])[]
    /** Who was at a gathering, on which day. */
    attended?: readonly { person: number; day: number }[]
    asks?: readonly Asked[]
    pieces?: readonly Piece[]
    used?: readonly Use[]
  } = {},
): CommunityRecords {
  const attendance = attended.toSorted((one, other) => one.day - other.day)
  const contacts = listed.toSorted((one, other) => one.day - other.day)
  const grouping = (of: (person: Person) => number) => {
    const groups = Int32Array.from(people, of)
    return { of: groups, groups: groups.reduce((most, group) => Math.max(most, group), 0) + 1 }
  }
  return {
    people: people.length,
    member: Uint8Array.from(people, ({ guest }) => (guest ? 0 : 1)),
    joined: Int32Array.from(people, ({ joined }) => joined ?? -1_000_000),
    ends: Int32Array.from(people, ({ ends }) => ends ?? neverEnds),
    location: grouping(({ location }) => location ?? 0),
    department: grouping(({ department }) => department ?? 0),
    contacts: {
      length: contacts.length,
      from: Int32Array.from(contacts, ({ from }) => from),
      to: Int32Array.from(contacts, ({ to }) => to),
      directed: Uint8Array.from(contacts, ({ met }) => (met ? 0 : 1)),
      day: Int32Array.from(contacts, ({ day }) => day),
      gathering: Uint8Array.from(contacts, ({ gathering }) => (gathering ? 1 : 0)),
    },
    attendance: {
      length: attendance.length,
      person: Int32Array.from(attendance, ({ person }) => person),
      day: Int32Array.from(attendance, ({ day }) => day),
    },
    assigned,
    coordinator: Uint8Array.from(people, ({ coordinates }) => (coordinates ? 1 : 0)),
    asks: asks.map((ask, at) => askOf(ask, at + 1, people)),
    pieces: pieces.map(({ authors = [], topics = [], ...piece }, at) => ({
      id: at + 1,
      authors,
      topics,
      made: season.first - 200,
      retired: neverEnds,
      endorsed: neverEnds,
      reviewOn: null,
      ofSession: false,
      ...piece,
    })),
    uses: usesOf(used.toSorted((one, other) => one.day - other.day)),
  }
}

export type Piece = Partial<CommunityRecords['pieces'][number]>

export interface Use {
  piece: number
  person: number
  day: number
  told?: true
  applied?: true
  realised?: true
}

function usesOf(used: readonly Use[]): CommunityRecords['uses'] {
  return {
    length: used.length,
    piece: Int32Array.from(used, ({ piece }) => piece),
    person: Int32Array.from(used, ({ person }) => person),
    day: Int32Array.from(used, ({ day }) => day),
    told: Uint8Array.from(used, ({ told }) => (told ? 1 : 0)),
    applied: Uint8Array.from(used, ({ applied }) => (applied ? 1 : 0)),
    realised: Uint8Array.from(used, ({ realised }) => (realised ? 1 : 0)),
  }
}

export interface Asked {
  asker: number
  day: number
  topic?: string
  /** Who answered, and after how many days. */
  answers?: readonly (readonly [person: number, days: number])[]
  closed?: true
}

function askOf(
  { asker, day, topic, answers = [], closed }: Asked,
  id: number,
  people: readonly Person[],
): CommunityRecords['asks'][number] {
  const inOrder = answers.toSorted(([, one], [, other]) => one - other)
  const [first] = inOrder
  const byMember = inOrder.find(([person]) => !people[person]?.coordinates)
  return {
    id,
    asker,
    day,
    topic: topic ?? null,
    first: first ? day + first[1] : null,
    firstByMember: byMember ? day + byMember[1] : null,
    answerer: first?.[0] ?? null,
    answererByMember: byMember?.[0] ?? null,
    isClosed: closed ?? false,
  }
}

/** What can be read about a span, and about the one before it. */
export function readBoth(records: CommunityRecords, span: Span = season) {
  const read = (own: Span) => {
    const period = periodOf(records, own)
    return { period, profile: profileOf(period) }
  }
  return { now: read(span), before: read(spanBefore(span)) }
}

export function profile(records: CommunityRecords, span: Span = season) {
  return readBoth(records, span).now.profile
}

export function people(count: number, person: Person = {}): Person[] {
  return Array.from({ length: count }, () => ({ ...person }))
}

/** Contacts of the season's last day, or of another. */
export function on(pairs: readonly (readonly [number, number])[], day = season.last): Contact[] {
  return pairs.map(([from, to]) => ({ from, to, day }))
}

/** 0 with 1, 1 with 2, and so on. */
export function chain(length: number): (readonly [number, number])[] {
  return Array.from({ length }, (_, at) => [at, at + 1] as const)
}
