import type { PartKey } from './parts'
import { type KnowledgePiece, neverEnds } from './records'
import type { Step, StepSituation } from './steps'
import { piecesAtHand } from './value'

const mostSteps = 2
/** How far back asks tell what people need to know, in days. */
const askDays = 365

/**
 * What would bring knowledge into use: shown to who wants it, looked through so that others trust it, written down where
 * two have asked, and what came of a use told. The ones that change the figure most come first.
 */
export function broughtIntoUse(situation: StepSituation, part: PartKey): Step[] {
  const found = [shown, lookedThrough, writtenDown, told].map((find) => find(situation, part))
  return [...found.flatMap(([first]) => first ?? []), ...found.flatMap((steps) => steps.slice(1))]
}

/** What nobody has used yet and who wants to learn about it, the endorsed and the newest first. */
function shown({ period, knowledge }: StepSituation, part: PartKey): Step[] {
  const { records, span, uses, isMember } = period
  const used = new Set(uses.piece)
  const known = new Set(Array.from(records.uses.piece, (piece, at) => `${piece} ${records.uses.person[at]}`))
  const unused = piecesAtHand(records, span.last).filter((at) => !used.has(at))
  const made = (at: number) => records.pieces[at]?.made ?? 0
  const trusted = (at: number) => Number((records.pieces[at]?.endorsed ?? neverEnds) > span.last)
  const taken = new Set<number>()
  return unused
    .toSorted((a, b) => trusted(a) - trusted(b) || made(b) - made(a))
    .flatMap((at): Step[] => {
      const piece = records.pieces[at]
      if (!piece || taken.size === mostSteps) return []
      const fits = (one: number) => !taken.has(one) && !known.has(`${at} ${one}`)
      const reader = firstWho({ knowledge, isMember, piece, how: 'wants', fits })
      if (reader === undefined) return []
      taken.add(reader.person)
      const topic = { name: reader.topic, shared: 'the one wants' as const }
      return [{ part, kind: 'show', people: [reader.person], facts: { item: piece.id, topic } }]
    })
}

/** What was made and never endorsed, out of sessions first and the oldest first, with who knows its topic. */
function lookedThrough({ period, knowledge }: StepSituation, part: PartKey): Step[] {
  const { records, span, isMember } = period
  return piecesAtHand(records, span.last)
    .flatMap((at) => records.pieces[at] ?? [])
    .filter(({ endorsed }) => endorsed > span.last)
    .toSorted((one, other) => Number(other.ofSession) - Number(one.ofSession) || one.made - other.made)
    .slice(0, mostSteps)
    .map((piece): Step => {
      const reader = firstWho({ knowledge, isMember, piece, how: 'offers', fits: () => true })
      const author = piece.authors.find((person) => isMember[person] === 1)
      const people = [author, reader?.person].filter((person) => person !== undefined)
      const facts: Step['facts'] = {
        item: piece.id,
        day: piece.made,
        ...(piece.ofSession ? { count: 1 } : {}),
      }
      if (reader && author !== undefined) facts.topic = { name: reader.topic, shared: 'the other offers' }
      return { part, kind: 'endorse', people, facts }
    })
}

/** Topics that two have asked about and nothing is written down of, the latest first. */
function writtenDown({ period: { records, span } }: StepSituation, part: PartKey): Step[] {
  const known = new Set(piecesAtHand(records, span.last).flatMap((at) => records.pieces[at]?.topics ?? []))
  const askers = new Map<string, number[]>()
  for (const { asker, day, topic } of records.asks.toReversed()) {
    if (topic === null || asker < 0 || known.has(topic) || day > span.last || day <= span.last - askDays)
      continue
    const own = askers.get(topic) ?? []
    if (!own.includes(asker)) own.push(asker)
    askers.set(topic, own)
  }
  return [...askers]
    .filter(([, people]) => people.length > 1)
    .slice(0, mostSteps)
    .map(([name, people]) => ({
      part,
      kind: 'write down',
      people: people.slice(0, 2),
      facts: { topic: { name, shared: 'both asked about' } },
    }))
}

/** Uses of which nobody has told what came of them, the latest first. */
function told({ period: { records, uses, isMember } }: StepSituation, part: PartKey): Step[] {
  const steps: Step[] = []
  for (let at = uses.length - 1; at >= 0 && steps.length < mostSteps; at--) {
    const [person, piece] = [uses.person[at] ?? -1, records.pieces[uses.piece[at] ?? -1]]
    if (uses.told[at] === 1 || isMember[person] !== 1 || !piece) continue
    steps.push({ part, kind: 'tell', people: [person], facts: { item: piece.id, day: uses.day[at] ?? 0 } })
  }
  return steps
}

interface Wanted {
  knowledge: StepSituation['knowledge']
  isMember: Uint8Array
  piece: KnowledgePiece
  how: 'wants' | 'offers'
  fits: (person: number) => boolean
}

/** Of the members who want or offer one of its topics the first who did not write it. */
function firstWho({ knowledge, isMember, piece, how, fits }: Wanted) {
  for (const [person, topics] of knowledge.topics) {
    if (isMember[person] !== 1 || piece.authors.includes(person) || !fits(person)) continue
    const topic = topics.find((one) => one.how === how && piece.topics.includes(one.name))
    if (topic) return { person, topic: topic.name }
  }
  return undefined
}
