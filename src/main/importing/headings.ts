import { bareWords } from './textValues'

/**
 * A heading as words to compare: `Work E-Mail:`, `workEmail` and `WORK_EMAIL` are all alike, `Employee #` is
 * `employee number`.
 */
export function headingWords(heading: string): string {
  const apart = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    // Without its accent the French word for the one who is mentored is the Italian one for the mentor.
    .replace(/mentoré(?!e)/giu, 'mentoree')
    .replace(/#|№|\bn[°º]/gu, ' number ')
  return bareWords(apart)
    .replace(/\be mail/g, 'email')
    .replace(/\bemails\b/g, 'email')
}

const politeness =
  /^(?:please |kindly )?(?:enter |provide |state |type |give |select |choose |list |add )?(?:what is |what s |what are )?(?:your |the |a |member s? ?|employee s |worker s |contact s |participant s? ?|person s? ?|user s? ?|ihre? |deine? |votre |ton |tu |su |seu |sua |il tuo |la tua |uw |je )?/

/** Heading words without what forms put before a question and after it. */
export function plainHeading(words: string): string {
  const rest = words.replace(politeness, '').replace(/ (?:required|optional|pflichtfeld|obligatoire)$/, '')
  return rest === '' ? words : rest
}

/** Names for all columns: repeated ones are told apart, missing ones get their number. */
export function columnNames(headings: readonly string[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading, index) => {
    const name = heading.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${name} (${count})`
    taken.add(unique.toLowerCase())
    return unique
  })
}
