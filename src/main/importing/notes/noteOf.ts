import { isCalendarDate } from '@shared/domain/calendar'
import type { KnowledgeKind, KnowledgeState } from '@shared/domain/vocabulary'
import { bareWords } from '../textValues'
import { frontMatterOf, textsOf } from './frontMatter'
import type { NoteFile } from './noteFolder'

/** A note as it may become a piece of knowledge; what it does not say is null. */
export interface Note {
  path: string
  title: string
  kind: KnowledgeKind | null
  state: KnowledgeState | null
  topics: string[]
  /** Names or e-mail addresses. */
  authors: string[]
  community: string | null
  reviewOn: string | null
  createdOn: string | null
  body: string
  /** What was noticed while reading it, in sentences. */
  remarks: string[]
}

const kinds: readonly (readonly [KnowledgeKind, RegExp])[] = [
  ['story', /^(?:story|case|case study)$/],
  ['practice', /^(?:(?:best |good )?practice|guide|how ?to|playbook)$/],
  ['lesson', /^(?:lesson|lesson learned|lessons learned|retrospective)$/],
  ['tool', /^(?:tool|template|checklist)$/],
  ['answer', /^(?:answer|question|question and answer|q a|faq)$/],
]

const states: readonly (readonly [KnowledgeState, RegExp])[] = [
  ['draft', /^(?:draft|wip|idea)$/],
  ['in review', /^(?:in )?review$/],
  ['endorsed', /^(?:endorsed|approved|published|final|evergreen)$/],
  ['retired', /^(?:retired|archived|deprecated|obsolete)$/],
]

/** Fields that are understood, each by the words that programs write for it. */
const fields = {
  title: ['title', 'name'],
  kind: ['kind', 'type', 'category'],
  state: ['state', 'status'],
  topics: ['topics', 'topic', 'tags', 'tag', 'keywords', 'categories'],
  authors: ['authors', 'author', 'by'],
  community: ['community'],
  reviewOn: ['review on', 'review', 'review date', 'reviewon'],
  createdOn: ['created', 'created at', 'created on', 'date', 'createdat'],
} as const satisfies Record<string, readonly string[]>
const understood: ReadonlySet<string> = new Set(Object.values(fields).flat())

/**
 * What a note says of itself: in its front matter, else by its first heading and the name of its file.
 *
 * @param today no day that it says it was written on is later, `YYYY-MM-DD`
 */
export function noteOf({ path, text }: NoteFile, today: string): Note {
  const { fields: said, body, problem } = frontMatterOf(text)
  const values = (field: keyof typeof fields) => fields[field].flatMap((word) => textsOf(said.get(word)))
  const whole = (field: keyof typeof fields) =>
    fields[field].map((word) => textOf(said.get(word))).find(Boolean)
  const heading = /^\s*#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)/.exec(body)
  const called = whole('title') ?? heading?.[1] ?? fileTitle(path)
  const title = titleFrom(called)
  const isCut = called.length > longestTitle
  const isHeading = heading !== null && !isCut && titleFrom(heading[1] ?? '') === title
  const others = [...said.keys()].filter((word) => !understood.has(word) && said.get(word) !== null)
  const createdOn = dayIn(whole('createdOn'))
  return {
    path,
    title,
    kind: wordIn(kinds, whole('kind')),
    state: wordIn(states, whole('state')),
    topics: unique(values('topics').map((topic) => topic.replace(/^#/, ''))),
    authors: unique(values('authors').map((author) => author.replace(/^\[\[|\]\]$/g, '').replace(/^@/, ''))),
    community: whole('community') ?? null,
    reviewOn: dayIn(whole('reviewOn')),
    createdOn: createdOn !== null && createdOn <= today ? createdOn : null,
    body: (isHeading ? body.slice(heading[0].length) : body).trim(),
    remarks: [
      ...(problem === null ? [] : [problem]),
      ...(isCut ? [`Its title was cut after ${longestTitle} characters.`] : []),
      ...(others.length === 0 ? [] : [`Not taken from what stands above the text: ${others.join(', ')}.`]),
    ],
  }
}

const longestTitle = 200

/** A title that links can name, at most as long as one may be. */
function titleFrom(text: string): string {
  return text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('|', '/')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestTitle)
    .trim()
}

function fileTitle(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  return name.includes(' ') ? name : name.replace(/[-_]+/g, ' ')
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === 'object') return undefined
  return String(value).replace(/\s+/g, ' ').trim() || undefined
}

function wordIn<T>(known: readonly (readonly [T, RegExp])[], text: string | undefined): T | null {
  if (text === undefined) return null
  const words = bareWords(text)
  return known.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

function dayIn(text: string | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0]
  return day !== undefined && isCalendarDate(day) ? day : null
}

function unique(texts: readonly string[]): string[] {
  const seen = new Map(texts.map((text) => [text.toLowerCase(), text]))
  return [...seen.values()].filter((text) => text !== '')
}
