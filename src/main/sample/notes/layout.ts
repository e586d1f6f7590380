import type { Random } from '@shared/domain/random'
import type { NoteBlocks } from './blocks'

/** The headings of a note, in one coordinator’s changing habits. */
interface Headings {
  since: string
  talk: string
  agreed: string
  lesson: string
  rules: string
}

const headings: readonly Headings[] = [
  {
    since: 'Since last time',
    talk: 'What they talked about',
    agreed: 'Agreed',
    lesson: 'Worth passing on',
    rules: 'How they will work',
  },
  { since: 'Looking back', talk: 'Today', agreed: 'Next steps', lesson: 'For others', rules: 'Ground rules' },
  {
    since: 'Follow-up',
    talk: 'Notes',
    agreed: 'What was agreed',
    lesson: 'Could be of use elsewhere',
    rules: 'The rules',
  },
  {
    since: 'What became of it',
    talk: 'The talk',
    agreed: 'Until next time',
    lesson: 'Lesson',
    rules: 'Between the two',
  },
]

/** Sentences as one or more paragraphs of at most `most` sentences. */
function paragraphs(sentences: readonly string[], most: number): string[] {
  const result: string[] = []
  for (let start = 0; start < sentences.length; start += most) {
    result.push(sentences.slice(start, start + most).join(' '))
  }
  return result
}

function quotation({ by, text }: { by: string; text: string }, inline: boolean): string {
  return inline ? `${by}: “${text}”` : `> ${text}\n>\n> ${by}`
}

function agreedList(blocks: NoteBlocks): string {
  return blocks.agreed
    .map(({ by, text, dueOn }) => `- **${by}**: ${text}${dueOn === null ? '' : ` (by ${dueOn})`}`)
    .join('\n')
}

function agreedSentence(blocks: NoteBlocks): string {
  return blocks.agreed
    .map(({ by, text }) => `${by}: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`)
    .join(' ')
}

const list = (sentences: readonly string[]) => sentences.map((sentence) => `- ${sentence}`).join('\n')

/** Markdown with headings; short points stand as a list when `pointed`. */
function headed(
  blocks: NoteBlocks,
  names: Headings,
  first: boolean,
  level: string,
  pointed: boolean,
): string[] {
  const parts = [...blocks.opening]
  if (blocks.since.length > 0) {
    // “Since last time” over “Since last time she tried” would be one too many.
    const name = blocks.since[0]?.startsWith('Since') ? 'Looking back' : names.since
    parts.push(`${level} ${name}`, ...paragraphs(blocks.since, 4))
  }
  parts.push(`${level} ${names.talk}`)
  const [start, ...rest] = blocks.talk
  if (start !== undefined) parts.push(start)
  if (rest.length > 0) parts.push(...(pointed && rest.length > 2 ? [list(rest)] : paragraphs(rest, 3)))
  if (blocks.quote) parts.push(quotation(blocks.quote, false))
  if (blocks.agreed.length > 0) parts.push(`${level} ${names.agreed}`, agreedList(blocks))
  if (blocks.lesson.length > 0) {
    parts.push(
      `${level} ${first ? names.rules : names.lesson}`,
      first ? list(blocks.lesson) : blocks.lesson.join(' '),
    )
  }
  return [...parts, ...paragraphs(blocks.close, 3)]
}

/** Running text, with bold words for what is looked for later. */
function running(blocks: NoteBlocks, names: Headings, first: boolean, random: Random): string[] {
  const start = [...blocks.opening, ...blocks.since]
  const parts = random.chance(0.5)
    ? paragraphs([...start, ...blocks.talk], 4)
    : [...paragraphs(start, 4), ...paragraphs(blocks.talk, 3)]
  if (blocks.quote) parts.push(quotation(blocks.quote, random.chance(0.5)))
  if (blocks.agreed.length > 1) parts.push(`**${names.agreed}**\n\n${agreedList(blocks)}`)
  else if (blocks.agreed.length === 1) parts.push(`**${names.agreed}.** ${agreedSentence(blocks)}`)
  if (blocks.lesson.length > 0) {
    parts.push(
      first
        ? `**${names.rules}**\n\n${list(blocks.lesson)}`
        : `**${names.lesson}.** ${blocks.lesson.join(' ')}`,
    )
  }
  return [...parts, ...paragraphs(blocks.close, 3)]
}

/** Puts the parts of a note together as Markdown. */
export function layOut(blocks: NoteBlocks, random: Random, first: boolean, length: number): string {
  const names = random.pick(headings)
  const useHeadings = random.chance(length === 0 ? 0.12 : length === 1 ? 0.5 : 0.75)
  const parts = useHeadings
    ? headed(blocks, names, first, random.chance(0.8) ? '##' : '###', random.chance(0.3))
    : running(blocks, names, first, random)
  return parts.join('\n\n')
}
