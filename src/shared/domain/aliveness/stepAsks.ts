import type { PartKey } from './parts'
import type { Ask } from './records'
import type { Step, StepSituation } from './steps'

const mostSteps = 2

/** Before that nobody need be reminded, in days. */
const patience = 2

/** Asks that nobody has answered, each with a member who offers what it is about: the one that waits longest first. */
export function passedOn({ period, knowledge }: StepSituation, part: PartKey): Step[] {
  const { records, span } = period
  const taken = new Set<number>()
  return records.asks
    .filter((ask) => isWaiting(ask, span.last))
    .slice(0, mostSteps)
    .map((ask): Step => {
      const helper = helperFor(ask)
      if (helper !== undefined) taken.add(helper)
      const { id, asker, day, topic } = ask
      return {
        part,
        kind: 'pass on',
        people: helper === undefined ? [asker] : [asker, helper],
        facts: {
          day,
          count: span.last - day,
          ask: id,
          ...(helper === undefined || topic === null
            ? {}
            : { topic: { name: topic, shared: 'the other offers' as const } }),
        },
      }
    })

  /** Those who take part know best that they are needed; a coordinator answers enough. */
  function helperFor({ asker, topic }: Ask): number | undefined {
    if (topic === null) return undefined
    const able = [...knowledge.topics].flatMap(([person, topics]) =>
      person !== asker &&
      period.isMember[person] === 1 &&
      records.coordinator[person] !== 1 &&
      !taken.has(person) &&
      topics.some(({ name, how }) => how === 'offers' && name === topic)
        ? [person]
        : [],
    )
    return able.sort((one, other) => contactsOf(other) - contactsOf(one) || one - other)[0]
  }

  function contactsOf(person: number): number {
    const { start } = period.graph.ties
    return (start[person + 1] ?? 0) - (start[person] ?? 0)
  }
}

function isWaiting({ asker, day, first, isClosed }: Ask, last: number): boolean {
  return asker >= 0 && first === null && !isClosed && day <= last - patience
}
