import type { Opened, Shown } from './matchingView'
import type { Pair, Proposed, Unmatched } from './useProposal'

/** A line of a proposal's list. */
export type Line =
  | { kind: 'pair'; pair: Pair }
  | { kind: 'without mentor' | 'without mentee'; person: Unmatched }
  | { kind: 'aside'; person: Proposed['setAside'][number] }

/** The lines that are shown: the pairs first, and then whoever is left. */
export function linesOf(
  { proposal, setAside }: Proposed,
  { shown, query, weakestFirst }: { shown: Shown; query: string; weakestFirst: boolean },
): Line[] {
  const pairs = weakestFirst ? proposal.pairs.toReversed() : proposal.pairs
  const all: Line[] = [
    ...(shown === 'all' ? pairs.map((pair): Line => ({ kind: 'pair', pair })) : []),
    ...(shown === 'all' || shown === 'without mentor'
      ? proposal.withoutMentor.map((person): Line => ({ kind: 'without mentor', person }))
      : []),
    ...(shown === 'all' || shown === 'without mentee'
      ? proposal.withoutMentee.map((person): Line => ({ kind: 'without mentee', person }))
      : []),
    ...(shown === 'aside' ? setAside.map((person): Line => ({ kind: 'aside', person })) : []),
  ]
  const wanted = query.trim().toLocaleLowerCase()
  return wanted === '' ? all : all.filter((line) => searched(line).toLocaleLowerCase().includes(wanted))
}

function searched(line: Line): string {
  return line.kind === 'pair' ? `${line.pair.mentee.name} ${line.pair.mentor.name}` : line.person.name
}

/** Whose line it is; null for who takes no part. */
export function openedBy(line: Line): Opened | null {
  switch (line.kind) {
    case 'pair':
      return { side: 'mentee', id: line.pair.mentee.id }
    case 'without mentor':
      return { side: 'mentee', id: line.person.id }
    case 'without mentee':
      return { side: 'mentor', id: line.person.id }
    case 'aside':
      return null
  }
}

/** The mentee that can be dragged from a line, and the mentor that it can be dropped on: of peers without one either. */
export function menteeOf(line: Line) {
  if (line.kind === 'pair') return line.pair.mentee
  return line.kind === 'without mentor' ? line.person : null
}

export function mentorOf(line: Line, peers: boolean) {
  if (line.kind === 'pair') return line.pair.mentor
  return line.kind === 'without mentee' || (peers && line.kind === 'without mentor') ? line.person : null
}

/** What speaks for a pair most: the words of the criterion that adds most to the fit. */
export function bestReason({ criteria }: Pair): string {
  const [most] = criteria.filter(({ value }) => value !== null).toSorted((a, b) => b.points - a.points)
  return most?.words ?? 'Nothing is known that the two could be compared by.'
}
