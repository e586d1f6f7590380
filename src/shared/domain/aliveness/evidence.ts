import { components } from '../network/components'
import { contactsOfEach } from '../network/figures'
import { degreeOf, placeOf } from '../network/neighbours'
import { newcomersOf } from './newcomers'
import type { PartKey } from './parts'
import { neverEnds, type Period, tookPart } from './records'
import { asksOf, inTime } from './responsiveness'
import { activeBefore } from './retention'
import { eventDays } from './rhythm'
import { piecesAtHand } from './value'

/** One record behind a figure: somebody, two people, or a day. */
export interface Evidence {
  /** None, one or two of them; of two the first has reached out where that is known. */
  people: number[]
  day: number | null
  /** How many contacts it stands for, or days of a gap or of waiting. */
  count: number | null
  /** The number of the ask that it is, or of the piece of knowledge. */
  ask?: number
  item?: number
}

/** What a figure is made of: those who count, and those who do not. */
export interface EvidenceGroup {
  title: string
  /** What the count of each is: one contact, two contacts. */
  counts: 'contact' | 'day' | 'use' | null
  rows: Evidence[]
}

/** The records behind a part's numerator and denominator. */
export function evidenceOf(part: PartKey, period: Period): EvidenceGroup[] {
  return finders[part](period)
}

const finders: Record<PartKey, (period: Period) => EvidenceGroup[]> = {
  breadth: (period) => {
    const active = tookPart(period.records.people, period.contacts, period.attendance)
    const members = numbers(period.isMember)
    return [
      persons(
        'Members who took part',
        members.filter((person) => active[person] === 1),
      ),
      persons(
        'Members who did not',
        members.filter((person) => active[person] !== 1),
      ),
    ]
  },
  evenness: ({ graph }) => {
    const each = contactsOfEach(graph)
    const rows = [...each].flatMap((count, person) =>
      count > 0 ? [{ people: [person], day: null, count }] : [],
    )
    return [{ title: 'Everybody who had contacts', counts: 'contact', rows }]
  },
  reciprocity: returns,
  boundaries: ties,
  connectedness: (period) => {
    const { of, sizes } = components(period.graph)
    const members = numbers(period.isMember)
    const inSome = (person: number) => (sizes[of[person] ?? 0] ?? 0) > 1
    const counts = new Int32Array(sizes.length)
    for (const person of members)
      if (inSome(person)) counts[of[person] ?? 0] = (counts[of[person] ?? 0] ?? 0) + 1
    const largest = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
    const isLargest = (person: number) => inSome(person) && of[person] === largest
    return [
      persons('In the largest circle', members.filter(isLargest)),
      persons(
        'In a smaller circle',
        members.filter((person) => inSome(person) && !isLargest(person)),
      ),
      persons(
        'In contact with nobody',
        members.filter((person) => !inSome(person)),
      ),
    ]
  },
  rhythm: ({ records, span }) => {
    const { days, gather } = eventDays(records, span)
    const rows = days.map((day, at) => ({
      people: [],
      day,
      count: at === 0 ? null : day - (days[at - 1] ?? day),
    }))
    const title = gather
      ? 'Days with a gathering, and days since the one before'
      : 'Days with a contact, and days since the one before'
    return [{ title, counts: 'day', rows: rows.toReversed() }]
  },
  newcomers: ({ records, span }) => {
    const { people, contacts } = newcomersOf(records, span)
    const rows = people.map((person) => ({
      people: [person],
      day: records.joined[person] ?? null,
      count: contacts[person] ?? 0,
    }))
    return [
      {
        title: 'Newcomers with two contacts or more in 90 days',
        counts: 'contact',
        rows: rows.filter(({ count }) => count >= 2),
      },
      { title: 'Newcomers with fewer', counts: 'contact', rows: rows.filter(({ count }) => count < 2) },
    ]
  },
  retention: (period) => {
    const { records, contacts, attendance, span } = period
    const before = numbers(activeBefore(period))
    const now = tookPart(records.people, contacts, attendance)
    const ended = (person: number) => (records.ends[person] ?? neverEnds) <= span.last
    return [
      persons(
        'Took part in both spans',
        before.filter((person) => !ended(person) && now[person] === 1),
      ),
      persons(
        'Took part before, and not since',
        before.filter((person) => !ended(person) && now[person] !== 1),
      ),
      persons('Not counted: their part had come to its natural end', before.filter(ended)),
    ]
  },
  responsiveness: ({ records, span }) => {
    const asks = asksOf(records, span)
    type Given = (ask: (typeof asks)[number]) => [by: number | null, on: number | null]
    const byAnybody: Given = ({ answerer, first }) => [answerer, first]
    const byMember: Given = ({ answererByMember, firstByMember }) => [answererByMember, firstByMember]
    const rows = (wanted: typeof asks, given = byAnybody) =>
      wanted.toReversed().map((ask) => {
        const { id, asker, day } = ask
        const [by, on] = given(ask)
        return {
          people: by === null ? [asker] : [asker, by],
          day,
          count: on === null ? null : on - day,
          ask: id,
        }
      })
    const isInTime = (ask: (typeof asks)[number]) => inTime(ask, ask.firstByMember)
    return [
      { title: 'Answered in time', counts: 'day', rows: rows(asks.filter(isInTime), byMember) },
      {
        title: 'Answered later, or by a coordinator alone',
        counts: 'day',
        rows: rows(asks.filter((ask) => !isInTime(ask) && ask.first !== null)),
      },
      { title: 'Not answered', counts: null, rows: rows(asks.filter(({ first }) => first === null)) },
    ]
  },
  independence: ({ records: { coordinator }, contacts }) => {
    const by = (wanted: number) => {
      const rows: Evidence[] = []
      for (let at = contacts.length - 1; at >= 0; at--) {
        const from = contacts.from[at] ?? 0
        if (contacts.directed[at] !== 1 || coordinator[from] !== wanted) continue
        rows.push({ people: [from, contacts.to[at] ?? 0], day: contacts.day[at] ?? null, count: null })
      }
      return rows
    }
    return [
      { title: 'Initiated by others', counts: null, rows: by(0) },
      { title: 'Initiated by a coordinator', counts: null, rows: by(1) },
    ]
  },
  value: knowledge,
}

/** What was used and what was not, by who wrote it; and the uses, by who used it. */
function knowledge({ records, span, uses }: Period): EvidenceGroup[] {
  const counts = new Map<number, number>()
  for (const piece of uses.piece) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const pieces = piecesAtHand(records, span.last).flatMap((at): Evidence[] => {
    const piece = records.pieces[at]
    if (!piece) return []
    const count = counts.get(at) ?? null
    return [{ people: piece.authors.slice(0, 1), day: piece.made, count, item: piece.id }]
  })
  const used = (isTold: number) =>
    Array.from(uses.piece, (piece, at) => ({ piece, at }))
      .filter(({ at }) => uses.told[at] === isTold)
      .toReversed()
      .map(({ piece, at }): Evidence => {
        const [person, item] = [uses.person[at] ?? -1, records.pieces[piece]?.id]
        const day = uses.day[at] ?? null
        return {
          people: person < 0 ? [] : [person],
          day,
          count: null,
          ...(item === undefined ? {} : { item }),
        }
      })
  return [
    { title: 'Used by others', counts: 'use', rows: pieces.filter(({ count }) => count !== null) },
    { title: 'Not used', counts: null, rows: pieces.filter(({ count }) => count === null) },
    { title: 'Uses with a story of what came of them', counts: null, rows: used(1) },
    { title: 'Uses of which nothing is told', counts: null, rows: used(0) },
  ]
}

/** Who reached out to whom, of pairs with two contacts of known direction, and whether that was returned. */
function returns({ graph: { people, reached } }: Period): EvidenceGroup[] {
  const groups: [Evidence[], Evidence[]] = [[], []]
  for (let person = 0; person < people; person++) {
    const end = reached.start[person + 1] ?? 0
    for (let at = reached.start[person] ?? 0; at < end; at++) {
      const other = reached.to[at] ?? 0
      const back = placeOf(reached, other, person)
      const count = reached.contacts[at] ?? 0
      if (back < 0 && count < 2) continue
      groups[back >= 0 ? 0 : 1].push({ people: [person, other], day: null, count })
    }
  }
  const [returned, not] = groups
  return [
    { title: 'Reached out, and the other has as well', counts: 'contact', rows: returned },
    { title: 'Reached out, and was not reached in return', counts: 'contact', rows: not },
  ]
}

/** Ties between two people by whether they cross a border. */
function ties({ records: { location, department }, graph }: Period): EvidenceGroup[] {
  const titles = [
    'Ties between locations and departments',
    'Ties between locations',
    'Ties between departments',
    'Ties at home',
  ] as const
  const groups = titles.map((title): EvidenceGroup => ({ title, counts: 'contact', rows: [] }))
  const differs = (of: Int32Array, one: number, other: number) =>
    of[one] !== 0 && of[other] !== 0 && of[one] !== of[other]
  for (let person = 0; person < graph.people; person++) {
    const begin = graph.ties.start[person] ?? 0
    for (let at = begin; at < begin + degreeOf(graph.ties, person); at++) {
      const other = graph.ties.to[at] ?? 0
      if (other < person) continue
      const [place, unit] = [differs(location.of, person, other), differs(department.of, person, other)]
      const group = place && unit ? 0 : place ? 1 : unit ? 2 : 3
      groups[group]?.rows.push({ people: [person, other], day: null, count: graph.ties.contacts[at] ?? 0 })
    }
  }
  return groups
}

function numbers(flags: Uint8Array): number[] {
  return [...flags.keys()].filter((person) => flags[person] === 1)
}

function persons(title: string, people: readonly number[]): EvidenceGroup {
  return { title, counts: null, rows: people.map((person) => ({ people: [person], day: null, count: null })) }
}
