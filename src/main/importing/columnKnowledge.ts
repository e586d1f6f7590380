import { headingWords, plainHeading } from './headings'

/** What is known about the headings of one kind of import. */
export interface ColumnKnowledge<F extends string> {
  /** Headings for each field, as folded words with `|` between them: each means the field for certain. */
  exact: Readonly<Record<F, string>>
  /** Headings that mean a field less surely; they win over `exact`. */
  weaker: Readonly<Record<string, readonly [F, number]>>
  /** What a longer heading, such as a form's question, has to say. */
  phrases: readonly (readonly [RegExp, F, number])[]
  /** Headings that are about somebody or something else. */
  never: RegExp
}

export interface HeadingGuess {
  field: string
  /** 0 to 1. */
  confidence: number
}

/** Looks up headings of one kind of import; the field that a heading names most likely comes first. */
export function headingLookup<F extends string>(
  knowledge: ColumnKnowledge<F>,
  fields: readonly { field: F; label: string }[],
): (heading: string) => HeadingGuess[] {
  const known = new Map<string, HeadingGuess>()
  for (const { field, label } of fields) {
    for (const words of [...knowledge.exact[field].split('|'), headingWords(label), headingWords(field)]) {
      if (!known.has(words)) known.set(words, { field, confidence: 1 })
    }
  }
  for (const [words, [field, confidence]] of Object.entries(knowledge.weaker))
    known.set(words, { field, confidence })
  return (heading) => {
    const words = headingWords(heading)
    const plain = plainHeading(words)
    const direct = known.get(words)
    const asked = plain === words ? undefined : known.get(plain)
    if (direct !== undefined) return [direct]
    if (knowledge.never.test(words)) return []
    if (asked !== undefined) return [{ field: asked.field, confidence: asked.confidence * 0.95 }]
    return knowledge.phrases
      .filter(([shape]) => shape.test(words))
      .map(([, field, confidence]) => ({ field, confidence }))
  }
}
