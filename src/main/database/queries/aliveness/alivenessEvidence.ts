import type { OutputOf } from '@shared/contract'
import { type Evidence, evidenceOf } from '@shared/domain/aliveness/evidence'
import type { PartKey } from '@shared/domain/aliveness/parts'
import { fromDayNumber } from '@shared/domain/calendar'
import type { Reader } from '../../engine/reader'
import { askTexts } from '../asks/asksAsked'
import { byName } from '../members/memberNames'
import { itemTitles } from './alivenessKnowledge'
import type { ReadBoth } from './alivenessRecords'

type Group = OutputOf<'aliveness.records'>[number]

/** More than these nobody reads; how many there are is said. */
const mostRows = 300

/** The records behind a part, people by name: in the order of names, or of days where they have one of them. */
export function evidenceRecords(db: Reader, { now, ids }: ReadBoth, part: PartKey): Group[] {
  return evidenceOf(part, now.period).map(({ title, counts, rows }) => {
    const order = places(db, rows, ids)
    const asks = askTexts(
      db,
      rows.flatMap(({ ask }) => ask ?? []),
    )
    const items = itemTitles(
      db,
      rows.flatMap(({ item }) => item ?? []),
    )
    const ordered = rows.every(({ day }) => day !== null) ? rows : rows.toSorted(order.compare)
    return {
      title,
      counts,
      total: rows.length,
      rows: ordered.slice(0, mostRows).map(({ people, day, count, ask, item }) => ({
        people: people.flatMap((person) => order.member(person) ?? []),
        on: day === null || day < 0 ? null : fromDayNumber(day),
        count,
        ask: (ask === undefined ? null : asks.get(ask)) ?? null,
        item: (item === undefined ? null : items.get(item)) ?? null,
      })),
    }
  })
}

function places(db: Reader, rows: readonly Evidence[], ids: Int32Array) {
  const people = [...new Set(rows.flatMap((row) => row.people))]
  const named = byName(
    db,
    people.map((person) => ({ id: ids[person] ?? 0 })),
  )
  const members = new Map(named.map((member, at) => [member.id, { at, id: member.id, name: member.name }]))
  const member = (person = -1) => members.get(ids[person] ?? 0)
  const at = (person = -1) => member(person)?.at ?? -1
  return {
    member: (person: number) => {
      const known = member(person)
      return known && { id: known.id, name: known.name }
    },
    compare: (one: Evidence, other: Evidence) =>
      at(one.people[0]) - at(other.people[0]) || at(one.people[1]) - at(other.people[1]),
  }
}
