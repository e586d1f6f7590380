import { emailPattern, fold, isUnspaced, phonePattern, unspacedPattern, type Word, wordsOf } from './spelling'

/** How somebody may be written; `key` says who it is. */
export interface Spelling<Key> {
  key: Key
  kind: 'name' | 'email' | 'phone'
  text: string
}

export interface Named<Key> {
  from: number
  to: number
  key: Key
}

/** A name as the words it is made of. */
interface Sequence<Key> {
  words: string[]
  key: Key
  /** A name of one word has to be written as it is: "Will" is somebody, "will" is not. */
  exact: string | null
}

/** What may stand between two words of a name: a space, a hyphen, markup, one line end; no paragraph's end. */
const between = /^(?!.*\n.*\n)[^\p{L}\p{N}]{1,5}$/su

/** Words of these scripts may carry "and", "to" or "in" as their first letter. */
const carrying = /^[وفبلكوהבלמשכ](?=[\p{Script=Arabic}\p{Script=Hebrew}]{3})/u

/** With more names than these, looking for each of them first takes longer than it saves. */
const fewNames = 40

/**
 * Finds people by their names, e-mail addresses and telephone numbers in any text. A name is found whatever its
 * accents, case and the punctuation in it, as whole words; of two that begin at one place the longer one counts, so
 * that "Ann Lee" is not found in "Ann Lee Smith" when both are known.
 */
export class NameFinder<Key> {
  private readonly byFirst = new Map<string, Sequence<Key>[]>()
  private readonly patterns: { pattern: RegExp; key: Key }[] = []
  /** The longest word of each name; null when there are too many names to ask for each. */
  private readonly telling: string[] | null

  constructor(spellings: Iterable<Spelling<Key>>) {
    const telling: string[] = []
    for (const { key, kind, text } of spellings) {
      const pattern = patternOf(kind, text)
      if (pattern !== null) this.patterns.push({ pattern: new RegExp(pattern, 'giu'), key })
      else if (kind === 'name') telling.push(...this.add(key, text))
    }
    for (const sequences of this.byFirst.values()) sequences.sort((a, b) => b.words.length - a.words.length)
    this.telling = telling.length > fewNames ? null : telling
  }

  /** Where somebody is named, in order and without overlap. */
  find(text: string): Named<Key>[] {
    const found = this.patterns.flatMap(({ pattern, key }) =>
      [...text.matchAll(pattern)].map(({ 0: hit, index }) => ({ from: index, to: index + hit.length, key })),
    )
    found.push(...this.findNames(text))
    if (found.length < 2) return found
    found.sort((a, b) => a.from - b.from || b.to - a.to)
    let end = 0
    return found.filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
  }

  private add(key: Key, name: string): string[] {
    const words = wordsOf(name.normalize('NFC'))
    const folded = words.map(({ text }) => fold(text))
    const [first] = folded
    if (first === undefined) return []
    const exact = words.length === 1 ? (words[0]?.text ?? null) : null
    const sequences = this.byFirst.get(first) ?? []
    sequences.push({ words: folded, key, exact })
    this.byFirst.set(first, sequences)
    return [folded.reduce((longest, word) => (word.length > longest.length ? word : longest), '')]
  }

  private findNames(text: string): Named<Key>[] {
    if (this.byFirst.size === 0) return []
    if (this.telling !== null) {
      const plain = fold(text)
      if (!this.telling.some((word) => plain.includes(word))) return []
    }
    const words = wordsOf(text)
    const folded = words.map((word) => fold(word.text))
    const found: Named<Key>[] = []
    for (let at = 0; at < words.length; at++) {
      const hit = this.startingAt(text, words, folded, at)
      if (hit === null) continue
      found.push(hit)
      while (at + 1 < words.length && (words[at + 1]?.to ?? 0) <= hit.to) at++
    }
    return found
  }

  private startingAt(
    text: string,
    words: readonly Word[],
    folded: readonly string[],
    at: number,
  ): Named<Key> | null {
    const [start, word] = [words[at], folded[at]]
    if (!start || word === undefined) return null
    for (const cut of carrying.test(word) ? [0, 1] : [0]) {
      const sequences = this.byFirst.get(word.slice(cut)) ?? []
      const hit = sequences.find((sequence) => isAt(sequence, text, words, folded, at, cut))
      if (hit)
        return {
          from: start.from + cut,
          to: words[at + hit.words.length - 1]?.to ?? start.to,
          key: hit.key,
        }
    }
    return null
  }
}

function isAt(
  { words: name, exact }: Sequence<unknown>,
  text: string,
  words: readonly Word[],
  folded: readonly string[],
  at: number,
  cut: number,
): boolean {
  if (exact !== null) return words[at]?.text.slice(cut).normalize('NFC') === exact
  return name.every((part, index) => {
    if (index === 0) return true
    const [before, here] = [words[at + index - 1], words[at + index]]
    return (
      before !== undefined &&
      here !== undefined &&
      folded[at + index] === part &&
      between.test(text.slice(before.to, here.from))
    )
  })
}

function patternOf(kind: Spelling<unknown>['kind'], text: string): string | null {
  if (kind === 'email') return text.includes('@') ? emailPattern(text) : null
  if (kind === 'phone') return phonePattern(text)
  return isUnspaced(text) && [...text].length > 1 ? unspacedPattern(text) : null
}

/**
 * The ways in which a name is written: as it is, as it is sorted, and, of three words or more, the first and the last
 * alone. In scripts without spaces only as it is.
 */
export function spellingsOf(name: string, sortName: string): string[] {
  if (isUnspaced(name)) return [name]
  const words = wordsOf(name)
  const [first, last] = [words[0]?.text, words.at(-1)?.text]
  const short = words.length > 2 && first !== undefined && last !== undefined ? [`${first} ${last}`] : []
  return [...new Set([name, sortName, ...short])].filter((spelling) => wordsOf(spelling).length > 0)
}
