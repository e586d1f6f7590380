import type { InputOf, OutputOf } from '@shared/contract'
import { mostOnMap } from '@shared/contract/networkMap'
import { bucketsBetween, dayNumber, fromDayNumber, weekStart } from '@shared/domain/calendar'
import { betweenness } from '@shared/domain/network/betweenness'
import { brokers } from '@shared/domain/network/brokers'
import { components } from '@shared/domain/network/components'
import { graphOf } from '@shared/domain/network/graph'
import { type Circle, groupingOf } from './circle'
import type { Columns } from './shape'

type Read = OutputOf<'networkMap.read'>
/** Without names, and numbered as they are found. */
interface Found extends Omit<Read, 'people'> {
  people: Omit<Read['people'][number], 'name'>[]
}

/** The people of a circle, or those in one group of it, and their ties week by week. */
export function mapOf(
  columns: Columns,
  circle: Circle,
  within: InputOf<'networkMap.read'>['within'],
  tell: (done: number, total: number) => void,
): Found {
  const place = placesOf(columns, circle, within)
  const chosen = [...circle.rows.keys()].filter((person) => (place[person] ?? -1) >= 0)
  if (chosen.length > mostOnMap) return { total: chosen.length, people: [], weeks: [], ties: [] }
  const is = brokersOf(columns, circle, tell)
  const { id, location, department } = columns.members
  const people = chosen.map((person) => {
    const row = circle.rows[person] ?? 0
    return {
      id: id[row] ?? 0,
      location: columns.names.location[location[row] ?? 0] ?? null,
      department: columns.names.department[department[row] ?? 0] ?? null,
      member: person < circle.members,
      broker: is[person] === 1,
    }
  })
  return { total: chosen.length, people, ...tiesOf(circle, place, chosen.length) }
}

/** The number of each among those who are wanted; −1 for others. */
function placesOf(
  columns: Columns,
  circle: Circle,
  within: InputOf<'networkMap.read'>['within'],
): Int32Array {
  if (within === null) return circle.rows.map((_, person) => person)
  const { of } = groupingOf(columns, circle, within.by)
  const wanted = columns.names[within.by].indexOf(within.name)
  let next = 0
  return of.map((group) => (group === wanted ? next++ : -1))
}

/** Of the whole circle: who leads out of a group is a broker in it too. */
function brokersOf(
  columns: Columns,
  circle: Circle,
  tell: (done: number, total: number) => void,
): Uint8Array {
  const graph = graphOf(circle.rows.length, circle.contacts)
  const { values } = betweenness(graph, components(graph), tell)
  return brokers(graph, values, groupingOf(columns, circle, 'department')).is
}

function tiesOf({ contacts }: Circle, place: Int32Array, people: number): Pick<Found, 'weeks' | 'ties'> {
  const { length, day, from, to } = contacts
  if (length === 0) return { weeks: [], ties: [] }
  const first = weekStart(fromDayNumber(day[0] ?? 0))
  const start = dayNumber(first)
  const ties = new Map<number, Found['ties'][number]>()
  for (let at = 0; at < length; at++) {
    const [one, other] = [place[from[at] ?? 0] ?? -1, place[to[at] ?? 0] ?? -1]
    if (one < 0 || other < 0 || one === other) continue
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    const week = Math.floor(((day[at] ?? 0) - start) / 7)
    const known = ties.get(a * people + b)
    if (!known) ties.set(a * people + b, { a, b, contacts: 1, weeks: [week] })
    else {
      known.contacts++
      if (known.weeks.at(-1) !== week) known.weeks.push(week)
    }
  }
  return {
    weeks: bucketsBetween(first, fromDayNumber(day[length - 1] ?? 0), 'week'),
    ties: [...ties.values()],
  }
}
