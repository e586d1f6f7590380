import type { Department } from '../organisation'

/** Who does or says something: `a` is the mentor (or first peer), `b` the mentee (or second peer). */
export type Side = 'a' | 'b'

/** What was agreed, as an instruction, and how the next notes tell that it was done (in the past tense). */
export type AgreedStep = readonly [by: Side, text: string, did: string]

export type Quotation = readonly [by: Side, text: string]

/**
 * What sessions about one topic may say. Every text is a template with slots such as `{b}` or `{project}`
 * (see `slots.ts`); sentences of one list may stand in any order, so none leans on the one before it.
 */
export interface Topic {
  /** The topic's tag, also the name of a skill that members offer or want. */
  name: string
  /** The name as it stands in a sentence, where that differs. */
  spoken?: string
  /** The department that `{c}` is from, where it matters. */
  colleague?: Department
  /** Whether `{c}` is from another place than the mentee; otherwise from the same one where possible. */
  elsewhere?: true
  /** Talked about in confidence more often than other topics. */
  sensitive?: true
  titles: readonly string[]
  goals: readonly string[]
  /** What the mentee brought when the topic first came up. */
  opens: readonly string[]
  /** What was said; the bulk of any notes. */
  talks: readonly string[]
  /** How it went when it was tried. */
  tries: readonly string[]
  /** Where the two left it. */
  settles: readonly string[]
  /** The first one opens the topic's story: `tries` tell how that one went. */
  steps: readonly AgreedStep[]
  quotes: readonly Quotation[]
  /** What others could use. */
  lessons: readonly string[]
}
