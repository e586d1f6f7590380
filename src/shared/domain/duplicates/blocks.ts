import type { Compared, Frequencies } from './judge'

/** A block of more than this is split, or says nothing: everybody in it has to be compared with everybody. */
const largestBlock = 80

/** So many at one address or number are an office, and no person. */
const mostOfOne = 4

/**
 * Groups of people that may hold somebody twice: of one address, number or identifier, of one name, or of a word of it.
 * Nobody else is compared, so that a directory of any size is looked through in a moment.
 */
export function* blocksOf(people: readonly Compared[]): Generator<readonly Compared[]> {
  yield* groups(people, ({ emailKey }) => keys(emailKey))
  yield* groups(people, ({ phoneKey }) => keys(phoneKey))
  yield* groups(people, ({ externalId }) => keys(externalId))
  yield* groups(people, ({ compared }) => [compared.joined])
  yield* groups(people, ({ compared }) => [compared.key])
  // A slip in the only word of a name leaves the beginning or the end of it.
  yield* groups(people, ({ compared: { words } }) =>
    words.length === 1 ? [`^${words[0]?.text.slice(0, 4)}`, `$${words[0]?.text.slice(-4)}`] : [],
  )
  for (const block of grouped(people, ({ compared }) =>
    wordsOf(compared).filter((word) => word.length > 1),
  )) {
    const { key, members } = block
    if (members.length < 2) continue
    if (members.length <= largestBlock) yield members
    // Of a word that many have, those whose other words begin alike, or end alike where the slip is in the first letter.
    else
      yield* groups(members, ({ compared }) =>
        others(wordsOf(compared), key).flatMap((word) => [`^${word.slice(0, 2)}`, `$${word.slice(-3)}`]),
      )
  }
}

const wordsOf = ({ words }: Compared['compared']) => words.map(({ text }) => text)
const keys = (key: string | null) => (key === null ? [] : [key])

function others(words: readonly string[], word: string): string[] {
  const at = words.indexOf(word)
  return words.filter((_, index) => index !== at)
}

function* groups(
  people: readonly Compared[],
  keysOf: (person: Compared) => readonly string[],
): Generator<readonly Compared[]> {
  for (const { members } of grouped(people, keysOf))
    if (members.length > 1 && members.length <= largestBlock) yield members
}

function grouped(people: readonly Compared[], keysOf: (person: Compared) => readonly string[]) {
  const known = new Map<string, Compared[]>()
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      const members = known.get(key)
      if (members) members.push(person)
      else known.set(key, [person])
    }
  }
  return [...known].map(([key, members]) => ({ key, members }))
}

/** How common words, addresses and numbers are among these people. */
export function frequenciesOf(people: readonly Compared[]): Frequencies {
  const words = counts(people.flatMap(({ compared }) => [...new Set(wordsOf(compared))]))
  const emails = counts(people.flatMap(({ emailKey }) => keys(emailKey)))
  const phones = counts(people.flatMap(({ phoneKey }) => keys(phoneKey)))
  return {
    // The two who are asked about are left out of the count.
    namesakes: (name) => {
      const bearers = name.map(({ text }) => Math.max(0, (words.get(text) ?? 0) - 2))
      return bearers.reduce((product, count) => product * count, 1) / people.length ** (name.length - 1)
    },
    isShared: (kind, key) => ((kind === 'email' ? emails : phones).get(key) ?? 0) > mostOfOne,
  }
}

function counts(keys: readonly string[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const key of keys) known.set(key, (known.get(key) ?? 0) + 1)
  return known
}
