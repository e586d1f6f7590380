import type Database from 'better-sqlite3-multiple-ciphers'

/** Betweenness is counted from so many people, and multiplied up: it takes as long from each. */
const sources = 40

/**
 * How long the same takes in plain JavaScript, with a Map of Sets, in milliseconds: what one would write without
 * further thought. Only betweenness, beside which the rest is little.
 */
export function plainBetweenness(connection: Database.Database): number {
  const rows = connection.prepare('SELECT from_id, to_id, directed FROM interactions').raw().all() as [
    number,
    number,
    number,
  ][]
  const begun = performance.now()
  const paths = new Map<number, Set<number>>()
  const of = (person: number) => {
    const known = paths.get(person) ?? new Set()
    paths.set(person, known)
    return known
  }
  for (const [from, to, directed] of rows) {
    of(from).add(to)
    if (directed === 0) of(to).add(from)
  }
  const built = performance.now()
  const sums = new Map<number, number>()
  for (const source of [...paths.keys()].slice(0, sources)) addFrom(source, paths, sums)
  return built - begun + ((performance.now() - built) * paths.size) / sources
}

/** Brandes 2001, as it stands there. */
function addFrom(source: number, paths: ReadonlyMap<number, Set<number>>, sums: Map<number, number>): void {
  const distance = new Map([[source, 0]])
  const ways = new Map([[source, 1]])
  const before = new Map<number, number[]>()
  const found = [source]
  for (const person of found) {
    const next = (distance.get(person) ?? 0) + 1
    for (const other of paths.get(person) ?? []) {
      if (!distance.has(other)) {
        distance.set(other, next)
        found.push(other)
      }
      if (distance.get(other) !== next) continue
      ways.set(other, (ways.get(other) ?? 0) + (ways.get(person) ?? 0))
      const known = before.get(other)
      if (known) known.push(person)
      else before.set(other, [person])
    }
  }
  const beyond = new Map<number, number>()
  for (const person of found.reverse()) {
    const share = (1 + (beyond.get(person) ?? 0)) / (ways.get(person) ?? 1)
    for (const other of before.get(person) ?? []) {
      beyond.set(other, (beyond.get(other) ?? 0) + (ways.get(other) ?? 0) * share)
    }
    if (person !== source) sums.set(person, (sums.get(person) ?? 0) + (beyond.get(person) ?? 0))
  }
}
