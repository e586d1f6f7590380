const fencePattern = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/

/** The lines of a Markdown text that are no code, each with the offset at which it begins. */
export function* proseLines(markdown: string): Generator<{ line: string; from: number }> {
  let fence: string | null = null
  let from = 0
  for (const line of markdown.split('\n')) {
    const mark: string | null = fencePattern.exec(line)?.[1] ?? null
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null
    } else if (mark !== null) fence = mark
    else yield { line, from }
    from += line.length + 1
  }
}

function closesFence(line: string, fence: string): boolean {
  const text = line.replace(/^[ \t>]*/, '').trimEnd()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}

/** Where the code that begins with the backticks at `from` ends; behind the backticks when it never does. */
export function behindCode(line: string, from: number): number {
  const opening = /^`+/.exec(line.slice(from))?.[0] ?? '`'
  const runs = /`+/g
  runs.lastIndex = from + opening.length
  for (let run = runs.exec(line); run !== null; run = runs.exec(line)) {
    if (run[0].length === opening.length) return run.index + run[0].length
  }
  return from + opening.length
}
