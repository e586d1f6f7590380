import { findMentions } from './mentions'
import type { NameFinder } from './nameFinder'

/** Who is not to be named, and what stands there instead. */
export interface Replacing {
  finder: NameFinder<number>
  /** What stands for a member, such as "someone"; null leaves the member named. */
  instead(memberId: number): string | null
}

const memberLink = '](coppice:member/'

/** Whether a text names one of those who are not to be named. */
export function isNaming(text: string, replacing: Replacing): boolean {
  return replaceNames(text, replacing) !== text
}

/** The text without the members who are not to be named: neither as a mention nor as plain words. */
export function replaceNames(text: string, { finder, instead }: Replacing): string {
  let result = ''
  let at = 0
  const mentions = text.includes(memberLink) ? findMentions(text) : []
  for (const { from, to, memberId } of mentions) {
    result += replacePlain(text.slice(at, from), { finder, instead })
    result += instead(memberId) ?? text.slice(from, to)
    at = to
  }
  return result + replacePlain(text.slice(at), { finder, instead })
}

function replacePlain(text: string, { finder, instead }: Replacing): string {
  let result = ''
  let at = 0
  for (const { from, to, key } of finder.find(text)) {
    const words = instead(key)
    if (words === null) continue
    result += text.slice(at, from) + words
    at = to
  }
  return result + text.slice(at)
}

/** A value, such as a parsed JSON, with every text in it replaced. @returns the value itself when nothing differs. */
export function replaceTextsIn(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => replaceTextsIn(part, replace))
    return parts.some((part, index) => part !== value[index]) ? parts : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const replaced = entries.map(([key, part]): [string, unknown] => [key, replaceTextsIn(part, replace)])
  return replaced.some(([, part], index) => part !== entries[index]?.[1])
    ? Object.fromEntries(replaced)
    : value
}
