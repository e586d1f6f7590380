const mostKept = 64

/**
 * The texts that an editor has reported and not yet got back as its value. A value that is among them is late
 * news of the user's own typing, and must not overwrite what was typed since; any other comes from outside.
 */
export class UnansweredTexts {
  private texts: string[] = []

  /** Remembers a text that was reported. */
  sent(text: string): void {
    this.texts.push(text)
    if (this.texts.length > mostKept) this.texts.shift()
  }

  /** Takes a value that arrived: true when it answers a text reported before, which is then settled. */
  answered(value: string): boolean {
    const index = this.texts.lastIndexOf(value)
    this.texts = index === -1 ? [] : this.texts.slice(index + 1)
    return index !== -1
  }
}
