import { behindCode, proseLines } from './markdownProse'

/**
 * A mention is a Markdown link to a member, `[@Mira Okafor](coppice:member/12)`: any Markdown program can
 * read it, and the number stays true when the member's name changes.
 */
interface Mention {
  /** Offset of the opening bracket. */
  from: number
  /** Offset behind the closing parenthesis. */
  to: number
  memberId: number
  /** The name as it was when the mention was written, without the `@`. */
  name: string
}

const marks = /[\\`[]/g
const linkPattern = /\[@?((?:\\.|[^\\[\]\n])*)\]\(coppice:member\/([1-9]\d{0,14})\)/y
/** What is in every mention, and in few other texts. */
const link = '](coppice:member/'
const restOfLink = /[1-9]\d{0,14}\)/y
const hrefPattern = /^coppice:member\/([1-9]\d{0,14})$/
const breaks = /[\p{Cc}\u2028\u2029]+/gu
/** Everything that could end the link's text or become markup or a link of its own inside it. */
const special = /[\\`*_[\]<>&~|:]|(?<=www)\./gi
const escaped = /\\([!-/:-@[-`{-~])/g

/** The address of a member inside a program file, such as `coppice:member/12`. */
function memberHref(memberId: number): string {
  return `coppice:member/${memberId}`
}

/** The member that an address names, or null when it is not a member's address. */
export function memberOfHref(href: string): number | null {
  const digits = hrefPattern.exec(href)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The name as a mention shows it: on one line, without spaces around it. */
export function mentionName(name: string): string {
  return name.replace(breaks, ' ').trim()
}

/** Markdown that mentions a member; whatever the name holds, it is read back as that name. */
export function mentionLink(memberId: number, name: string): string {
  return `[@${mentionName(name).replace(special, '\\$&')}](${memberHref(memberId)})`
}

/** All mentions of a Markdown text in their order; what stands in code is code, not a mention. */
export function findMentions(markdown: string): Mention[] {
  const mentions: Mention[] = []
  if (!markdown.includes(link)) return mentions
  // Without a mark of code, which is the rule, all of it is prose.
  if (!hasCode(markdown)) return mentionsOfLine(markdown, 0)
  for (const { line, from } of proseLines(markdown))
    if (line.includes(link)) mentions.push(...mentionsOfLine(line, from))
  return mentions
}

/** The numbers of the members whom a Markdown text mentions, each once, in the order of first mention. */
export function mentionedMembers(markdown: string): number[] {
  return [...new Set(findMentions(markdown).map((mention) => mention.memberId))]
}

/** The text with every mention of one member as one of another, under the name that was written. */
export function mentionsMoved(markdown: string, from: number, to: number): string {
  let text = ''
  let at = 0
  for (const mention of findMentions(markdown)) {
    if (mention.memberId !== from) continue
    const link = markdown.slice(mention.from, mention.to)
    text += `${markdown.slice(at, mention.from)}${link.slice(0, link.lastIndexOf('('))}(${memberHref(to)})`
    at = mention.to
  }
  return text + markdown.slice(at)
}

/** The text with each mention as `@Name`, for searching and for readers outside Coppice. */
export function mentionText(markdown: string): string {
  const first = markdown.indexOf(link)
  if (first === -1) return markdown
  if (!hasCode(markdown) && !markdown.includes('\\')) return plainMentionText(markdown, first)
  let text = ''
  let at = 0
  for (const mention of findMentions(markdown)) {
    text += `${markdown.slice(at, mention.from)}@${mention.name}`
    at = mention.to
  }
  return text + markdown.slice(at)
}

/**
 * The same for a text without code and escapes, where whatever looks like a mention is one: found by the address, so
 * that not every bracket has to be looked at.
 * @param first offset of the first `link`
 */
function plainMentionText(markdown: string, first: number): string {
  let text = ''
  let at = 0
  // No name holds a bracket, so that it cannot begin before the last `]`.
  let behind = 0
  for (let end = first; end !== -1; end = markdown.indexOf(link, behind)) {
    const before = markdown.slice(behind, end)
    behind = end + 1
    const name = before.slice(before.lastIndexOf('[') + 1)
    const from = end - name.length - 1
    restOfLink.lastIndex = end + link.length
    const isName = name.length < before.length && !name.includes(']') && !name.includes('\n')
    if (!isName || !restOfLink.test(markdown)) continue
    text += `${markdown.slice(at, from)}@${name.startsWith('@') ? name.slice(1) : name}`
    at = restOfLink.lastIndex
  }
  return text + markdown.slice(at)
}

function hasCode(markdown: string): boolean {
  return markdown.includes('`') || markdown.includes('~~~')
}

/** The mentions of a line, or of many lines that have no code. */
function mentionsOfLine(line: string, lineFrom: number): Mention[] {
  const mentions: Mention[] = []
  let at = nextMark(line, 0)
  while (at < line.length) {
    const char = line.charAt(at)
    if (char === '\\') at += 2
    else if (char === '`') at = behindCode(line, at)
    else {
      linkPattern.lastIndex = at
      const match = linkPattern.exec(line)
      if (match === null) at += 1
      else {
        const [link, name = '', digits] = match
        const to = at + link.length
        mentions.push({
          from: lineFrom + at,
          to: lineFrom + to,
          memberId: Number(digits),
          name: name.replace(escaped, '$1'),
        })
        at = to
      }
    }
    at = nextMark(line, at)
  }
  return mentions
}

/** The next character that may begin an escape, code or a link, or the end of the line. */
function nextMark(line: string, from: number): number {
  marks.lastIndex = from
  return marks.exec(line)?.index ?? line.length
}
