import type { SummaryEntry } from './redaction'

/** A part of a record as it is read: facts, lines, or sessions. */
export interface DocumentSection {
  title: string
  facts: [label: string, value: string][]
  /** Each a sentence, with what belongs to it in smaller letters. */
  lines: { text: string; detail: string }[]
  /** Markdown. */
  passages: { from: string; text: string }[]
  sessions: SummaryEntry[]
}

export function section(title: string, parts: Partial<DocumentSection>): DocumentSection {
  return { title, facts: [], lines: [], passages: [], sessions: [], ...parts }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
