import { isoWeekday } from '../calendar'
import { contactsOfEach } from '../network/figures'
import { placeOf } from '../network/neighbours'
import type { PartKey } from './parts'
import type { Period } from './records'
import { eventDays } from './rhythm'
import type { Step, StepSituation } from './steps'

const mostSteps = 2
/** Who joined so lately is new, in days. */
const newDays = 90

/** Who was seen so lately need not be asked after yet, in days. */
const silentDays = 21

/** Who is drifting away and silent, each with somebody who is still there and knows them: the latest can be caught best. */
export function caught({ standings, before, period }: StepSituation, part: PartKey): Step[] {
  if (standings === null) return []
  const drifting = standings.members.filter(
    ({ ask, lastSeen }) =>
      ask === 'catch before they drift' && (lastSeen ?? 0) <= period.span.last - silentDays,
  )
  return drifting
    .toSorted((one, other) => (other.lastSeen ?? 0) - (one.lastSeen ?? 0) || one.person - other.person)
    .slice(0, mostSteps)
    .map(({ person, lastSeen }) => {
      const friend = friendOf(person, before.period, (other) => isAround(other, period))
      return {
        part,
        kind: 'catch',
        people: friend === null ? [person] : [person, friend],
        facts: lastSeen === null ? {} : { day: lastSeen },
      }
    })
}

/** Members who joined lately and have had no contact yet, each with somebody of the same place who takes part. */
export function welcomes({ standings, period }: StepSituation, part: PartKey): Step[] {
  if (standings === null) return []
  const { records, span, graph } = period
  const hosts = standings.members.filter(
    ({ level, person }) => level <= 1 && records.coordinator[person] !== 1,
  )
  const newcomers = standings.members.filter(({ person }) => {
    const ties = (graph.ties.start[person + 1] ?? 0) - (graph.ties.start[person] ?? 0)
    return ties === 0 && (records.joined[person] ?? 0) > span.last - newDays
  })
  const taken = new Set<number>()
  return newcomers
    .toSorted((one, other) => (records.joined[other.person] ?? 0) - (records.joined[one.person] ?? 0))
    .slice(0, mostSteps)
    .map(({ person }) => {
      const near = (of: Int32Array) =>
        hosts.find(
          (host) => !taken.has(host.person) && of[host.person] !== 0 && of[host.person] === of[person],
        )
      const host = near(records.location.of) ?? near(records.department.of)
      if (host) taken.add(host.person)
      return {
        part,
        kind: 'welcome',
        people: host ? [person, host.person] : [person],
        facts: { day: records.joined[person] ?? 0 },
      }
    })
}

/** Two who take part in most weeks, but do not carry it yet, to lead the next gathering. */
export function leads({ standings, period }: StepSituation, part: PartKey): Step[] {
  if (standings === null) return []
  const { records, graph } = period
  const each = contactsOfEach(graph)
  const busiest = each.indexOf(each.reduce((most, own) => Math.max(most, own), 0))
  const able = standings.members.filter(
    ({ person, level }) => level <= 1 && person !== busiest && records.coordinator[person] !== 1,
  )
  const [one, other] = able.toSorted((a, b) => b.activeWeeks - a.activeWeeks || a.person - b.person)
  if (!one || !other) return []
  const share = graph.contacts === 0 ? 0 : Math.round((100 * (each[busiest] ?? 0)) / graph.contacts)
  const usual = part === 'independence' ? share100(period) : share
  return [{ part, kind: 'share the lead', people: [one.person, other.person], facts: { usual } }]
}

/** How many of a hundred contacts the coordinators initiated. */
function share100({ contacts, records: { coordinator } }: Period): number {
  let [own, all] = [0, 0]
  for (let at = 0; at < contacts.length; at++) {
    if (contacts.directed[at] !== 1) continue
    all++
    own += coordinator[contacts.from[at] ?? 0] ?? 0
  }
  return all === 0 ? 0 : Math.round((100 * own) / all)
}

/** Who has turned to somebody most often without being reached in return. */
export function unanswered({ period: { graph, isMember } }: StepSituation, part: PartKey): Step[] {
  const { reached, people } = graph
  const found: Step[] = []
  for (let person = 0; person < people; person++) {
    const end = reached.start[person + 1] ?? 0
    for (let at = reached.start[person] ?? 0; at < end; at++) {
      const other = reached.to[at] ?? 0
      const count = reached.contacts[at] ?? 0
      if (count < 2 || isMember[person] !== 1 || isMember[other] !== 1) continue
      if (placeOf(reached, other, person) >= 0) continue
      found.push({ part, kind: 'answer', people: [other, person], facts: { count } })
    }
  }
  return found.sort((one, other) => (other.facts.count ?? 0) - (one.facts.count ?? 0)).slice(0, mostSteps)
}

const fewestDays = 6

/** A day that people can count on: by how many weekdays the last gatherings fell on, or how long ago the last was. */
export function beats({ period: { records, span } }: StepSituation, part: PartKey): Step[] {
  const { days, gather } = eventDays(records, span)
  const last = days.at(-1)
  if (!gather || last === undefined || days.length < 2)
    return [{ part, kind: 'set a day', people: [], facts: {} }]
  const latest = days.slice(-fewestDays)
  const gaps = latest.slice(1).map((day, at) => day - (latest[at] ?? day))
  const usual = gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? 0
  const since = span.last - last
  if (since > 1.5 * usual) return [{ part, kind: 'set a day', people: [], facts: { day: last, usual } }]
  const weekdays = new Set(latest.map(isoWeekday)).size
  return [{ part, kind: 'set a day', people: [], facts: { count: weekdays, usual } }]
}

/** With whom they were in contact most, of those who are still there. */
function friendOf(
  person: number,
  { graph: { ties } }: Period,
  isThere: (other: number) => boolean,
): number | null {
  let [found, most]: [number | null, number] = [null, 0]
  for (let at = ties.start[person] ?? 0; at < (ties.start[person + 1] ?? 0); at++) {
    const other = ties.to[at] ?? 0
    const contacts = ties.contacts[at] ?? 0
    if (contacts > most && isThere(other)) [found, most] = [other, contacts]
  }
  return found
}

function isAround(person: number, { graph: { ties }, isMember }: Period): boolean {
  return isMember[person] === 1 && (ties.start[person + 1] ?? 0) > (ties.start[person] ?? 0)
}
