import { parse } from 'yaml'
import { bareWords } from '../textValues'

export interface FrontMatter {
  /** What it says, by its words in lower case; empty where there is none. */
  fields: ReadonlyMap<string, unknown>
  /** The note without it. */
  body: string
  /** Why it could not be read; it is part of the body then. */
  problem: string | null
}

const pattern = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** Parts a note in what its front matter (YAML between lines of dashes) says of it, and its text. */
export function frontMatterOf(text: string): FrontMatter {
  const [whole, yaml = ''] = pattern.exec(text) ?? []
  if (whole === undefined) return { fields: new Map(), body: text, problem: null }
  const unread = (problem: string) => ({ fields: new Map(), body: text, problem })
  try {
    const said: unknown = parse(yaml, { mapAsMap: true, uniqueKeys: false, logLevel: 'error' })
    if (said === null || said === undefined)
      return { fields: new Map(), body: text.slice(whole.length), problem: null }
    if (!(said instanceof Map))
      return unread('What stands above the text says nothing of it, so it was left there.')
    const fields = new Map(
      [...said].map(([key, value]): [string, unknown] => [bareWords(String(key)), value]),
    )
    return { fields, body: text.slice(whole.length), problem: null }
  } catch {
    return unread('What stands above the text (YAML) cannot be read, so it was left there.')
  }
}

/** The texts of a field: of a list each, of a line divided by commas each. */
export function textsOf(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.flatMap((one) => (one instanceof Map ? [nameIn(one)] : [one]))
    : [value]
  const texts = parts.flatMap((part) =>
    typeof part === 'string' && !Array.isArray(value) ? part.split(/[,;\n]/) : [part],
  )
  return texts
    .filter((text) => text !== null && text !== undefined && typeof text !== 'object')
    .map((text) => String(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

/** Authors often come with more than their names. */
function nameIn(one: ReadonlyMap<unknown, unknown>): unknown {
  return one.get('email') ?? one.get('name') ?? null
}
