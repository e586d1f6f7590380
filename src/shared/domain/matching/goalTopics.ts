import { fold, wordsOf } from '../spelling'

/** Finds in what somebody wrote about their goals the topics that the file knows. */
export class GoalTopics {
  /** By the first word of a topic. */
  private readonly byFirst = new Map<string, { words: string[]; name: string }[]>()

  constructor(topics: readonly string[]) {
    for (const name of topics) {
      const words = foldedWords(name)
      const [first] = words
      if (first === undefined) continue
      const known = this.byFirst.get(first)
      if (known) known.push({ words, name })
      else this.byFirst.set(first, [{ words, name }])
    }
  }

  /** The topics that are named as whole words, each once, in the order of the text. */
  in(text: string): string[] {
    const words = foldedWords(text)
    const found = words.flatMap((word, at) =>
      (this.byFirst.get(word) ?? [])
        .filter((topic) => topic.words.every((part, index) => words[at + index] === part))
        .map(({ name }) => name),
    )
    return [...new Set(found)]
  }
}

function foldedWords(text: string): string[] {
  return wordsOf(text.normalize('NFC')).map((word) => fold(word.text))
}
