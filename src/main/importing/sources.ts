import type { ImportSource } from '@shared/domain/imports'

/** For each source the headings, as folded words, that together nobody else has. */
const marks: readonly (readonly [ImportSource, readonly string[]])[] = [
  ['google-contacts', ['email 1 value']],
  ['google-contacts', ['phone 1 value']],
  ['google-contacts', ['yomi name', 'group membership']],
  ['google-contacts', ['phonetic first name', 'file as']],
  ['outlook', ['email address', 'business phone', 'office location']],
  ['outlook', ['email address', 'business phone', 'home street']],
  ['outlook', ['first name', 'business phone', 'web page']],
  ['outlook', ['email adresse', 'telefon geschaftlich']],
  ['linkedin', ['connected on', 'position']],
  ['slack', ['billing active', 'userid']],
  ['meetup', ['url of member profile', 'name']],
  ['zoom', ['name original name', 'user email']],
  ['microsoft-forms', ['id', 'start time', 'completion time']],
  ['mentor-match', ['both mentor and mentee']],
  ['mentor-match', ['characteristics', 'biography', 'profession']],
  ['together', ['employee status code']],
  ['orbit', ['github', 'twitter', 'discord', 'pronouns']],
  ['workday', ['supervisory organization']],
]

/** Where a file comes from, by its headings as folded words; null when they say nothing. */
export function sourceOf(headings: readonly string[]): ImportSource | null {
  const there = new Set(headings)
  for (const [source, words] of marks) if (words.every((word) => there.has(word))) return source
  return headings[0] === 'timestamp' && headings.length > 2 ? 'google-forms' : null
}

/** Headings that a source writes about its own bookkeeping, not about the person or the session. */
export function isBookkeeping(source: ImportSource | null, heading: string): boolean {
  return (
    source === 'microsoft-forms' && /^(?:id|start time|completion time|last modified time)$/.test(heading)
  )
}
