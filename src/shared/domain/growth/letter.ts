/** What a letter can say of each person, and what it says where that is not known. */
export const letterFields = {
  name: { label: 'name', otherwise: 'friend' },
  inviter: { label: 'who invites', otherwise: 'One of our members' },
  community: { label: 'community', otherwise: 'our community' },
  domain: { label: 'what it is about', otherwise: 'what we work on' },
  purpose: { label: 'what it is for', otherwise: 'We learn from each other.' },
  'next gathering': { label: 'next gathering', otherwise: 'soon' },
  coordinator: { label: 'coordinator', otherwise: 'The coordinator' },
} as const
export type LetterField = keyof typeof letterFields
export const letterFieldNames = Object.keys(letterFields) as LetterField[]

export type LetterValues = Readonly<Record<LetterField, string | null>>

export interface Letter {
  subject: string
  /** Markdown. */
  body: string
}

export interface MergedLetter extends Letter {
  /** Fields that are not known for this person: the letter says something else there. */
  missing: LetterField[]
  /** What stands in double braces and is no field: it stays as it is. */
  unknown: string[]
}

export const usualLetter: Letter = {
  subject: 'An invitation to {{community}}',
  body: `Dear {{name}},

{{inviter}} thought of you. In **{{community}}** we meet about one thing: {{domain}}.

{{purpose}}

There is nothing to sign up for: come and see. We meet again {{next gathering}}. If you would like to come, or to know more, just answer this letter.

With kind regards,
{{coordinator}}
`,
}

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

/** What the coordinator has written themselves, in Markdown; everything else is a plain word in it. */
const written: readonly LetterField[] = ['domain', 'purpose']

/**
 * A letter for one person.
 *
 * @param spelled what keeps a name from being read as markup; as it is for a letter of plain text
 */
export function mergedLetter(
  letter: Letter,
  values: LetterValues,
  spelled: (text: string) => string = (text) => text,
): MergedLetter {
  const missing = new Set<LetterField>()
  const unknown = new Set<string>()
  const fill = (template: string, escaped: (text: string) => string) =>
    template.replace(placeholder, (whole, name: string) => {
      const field = letterFieldNames.find((one) => one === name.toLowerCase().replace(/\s+/g, ' '))
      if (field === undefined) {
        unknown.add(whole)
        return whole
      }
      const value = values[field]?.trim() ?? ''
      if (value === '') missing.add(field)
      if (value === '') return letterFields[field].otherwise
      return written.includes(field) ? value : escaped(oneLine(value))
    })
  return {
    // A subject is one line, whatever stands in a name.
    subject: oneLine(fill(letter.subject, (text) => text)),
    body: fill(letter.body, spelled),
    missing: [...missing],
    unknown: [...unknown],
  }
}

/** A name in a Markdown text as the name that it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
