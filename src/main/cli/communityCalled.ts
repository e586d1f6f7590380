import { AppError } from '@shared/errors'
import type { Ask } from './openFile'

const sameLetters = new Intl.Collator('en', { sensitivity: 'accent' })
const mostNamed = 8

/**
 * The community that somebody means on the command line by its name.
 *
 * @throws AppError `not-found`, with the communities that there are.
 */
export async function communityCalled(ask: Ask, words: string): Promise<number> {
  const all = await ask('communities.options', {})
  const tidy = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
  const found = all.find(({ name }) => sameLetters.compare(tidy(name), tidy(words)) === 0)
  if (found) return found.id
  const names = all.slice(0, mostNamed).map(({ name }) => `“${name}”`)
  const others = all.length > mostNamed ? ' and others' : ''
  const known =
    names.length === 0 ? 'There are no communities in this file.' : `There are ${names.join(', ')}${others}.`
  throw new AppError('not-found', `No community is called “${words}”. ${known}`)
}
