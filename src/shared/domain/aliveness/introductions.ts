import { components } from '../network/components'
import { placeOf } from '../network/neighbours'
import type { PartKey } from './parts'
import type { KnownTopic, SharedTopic, Step, StepKnowledge, StepSituation } from './steps'

const mostSteps = 3
/** Of a topic that everybody shares so many pairs are looked at. */
const mostTried = 2000

interface Sharing {
  name: string
  wants: number[]
  offers: number[]
  talked: number[]
}

/**
 * Two members who want the same, of whom one offers what the other wants, or who talked about the same, who work in
 * different places, or for connectedness belong to different circles, and have never met. The topic that fewest share
 * comes first: it says most about the two.
 */
export function introductions({ period, knowledge }: StepSituation, part: PartKey): Step[] {
  const { records, graph, isMember } = period
  const by = lowerBorder(period)
  const { of } = records[by]
  const { of: circle } = components(graph)
  const apart = (one: number, other: number) =>
    part === 'connectedness'
      ? circle[one] !== circle[other]
      : of[one] !== of[other] && of[one] !== 0 && of[other] !== 0
  const steps: Step[] = []
  const used = new Set<number>()
  for (const topic of sharings(knowledge, isMember)) {
    for (const [one, other, shared] of pairsOf(topic)) {
      if (steps.length === mostSteps) return steps
      if (one === other || used.has(one) || used.has(other) || !apart(one, other)) continue
      if (placeOf(graph.ties, one, other) >= 0 || knowledge.haveMet(one, other)) continue
      used.add(one).add(other)
      const facts = { topic: { name: topic.name, shared }, ...placesOf(one, other) }
      steps.push({ part, kind: 'introduce', people: [one, other], facts })
      break
    }
  }
  return steps

  function placesOf(one: number, other: number) {
    const [own, there] = [of[one] ?? 0, of[other] ?? 0]
    if (own === there || own === 0 || there === 0) return {}
    const name = by === 'location' ? knowledge.locationName : knowledge.departmentName
    return { places: [name(own), name(there)] as [string, string] }
  }
}

/** The border that is crossed less, as the part has it. */
function lowerBorder({ records: { location, department }, graph }: StepSituation['period']) {
  const across = (of: Int32Array) => {
    let [external, known] = [0, 0]
    for (let person = 0; person < graph.people; person++) {
      for (let at = graph.ties.start[person] ?? 0; at < (graph.ties.start[person + 1] ?? 0); at++) {
        const other = graph.ties.to[at] ?? 0
        if (of[person] === 0 || of[other] === 0) continue
        known++
        external += of[person] === of[other] ? 0 : 1
      }
    }
    return known === 0 ? 0 : external / known
  }
  return across(location.of) <= across(department.of) ? 'location' : 'department'
}

function sharings({ topics }: StepKnowledge, isMember: Uint8Array): Sharing[] {
  const found = new Map<string, Sharing>()
  for (const [person, known] of topics) {
    if (isMember[person] !== 1) continue
    for (const { name, how } of known) {
      const topic = found.get(name) ?? { name, wants: [], offers: [], talked: [] }
      found.set(name, topic)
      listOf(topic, how).push(person)
    }
  }
  const size = ({ wants, offers, talked }: Sharing) => wants.length + offers.length + talked.length
  return [...found.values()].sort((one, other) => size(one) - size(other) || (one.name < other.name ? -1 : 1))
}

function listOf(topic: Sharing, how: KnownTopic['how']): number[] {
  return how === 'wants' ? topic.wants : how === 'offers' ? topic.offers : topic.talked
}

function* pairsOf({
  wants,
  offers,
  talked,
}: Sharing): Generator<[one: number, other: number, shared: SharedTopic]> {
  let tried = 0
  for (const one of offers) {
    for (const other of wants) {
      if (tried++ < mostTried) yield [one, other, 'one offers what the other wants']
    }
  }
  for (const [people, shared] of [
    [wants, 'both want'],
    [talked, 'both talked about'],
  ] as const) {
    tried = 0
    for (const [at, one] of people.entries()) {
      for (const other of people.slice(at + 1, at + 50)) {
        if (tried++ < mostTried) yield [one, other, shared]
      }
    }
  }
}
