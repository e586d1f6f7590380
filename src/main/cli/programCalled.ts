import type { Reference } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import type { Ask } from './openFile'

const sameLetters = new Intl.Collator('en', { sensitivity: 'accent' })
const mostNamed = 8

/**
 * The program that somebody means on the command line by its name, the beginning of its name, or `#` and the id.
 *
 * @throws AppError `not-found`, with the programs that there are, or `conflict` with those who may be meant.
 */
export async function programCalled(ask: Ask, words: string): Promise<Reference> {
  const all = await ask('matching.programs', {})
  const wanted = tidy(words)
  const isSame = (name: string) => sameLetters.compare(tidy(name), wanted) === 0
  const begins = (name: string) =>
    wanted !== '' && sameLetters.compare(tidy(name).slice(0, wanted.length), wanted) === 0
  const named = all.filter(({ id, name }) => isSame(name) || `#${id}` === wanted)
  const meant = named.length > 0 ? named : all.filter(({ name }) => begins(name))
  const [only, ...others] = meant
  if (only && others.length === 0) return only
  if (only) {
    throw new AppError(
      'conflict',
      `Several programs are called “${words}”: ${listed(meant)}. Give the whole name, or # and the number.`,
    )
  }
  const known = all.length === 0 ? 'There are no programs in this file.' : `There are ${listed(all)}.`
  throw new AppError('not-found', `No program is called “${words}”. ${known}`)
}

function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ')
}

function listed(programs: readonly Reference[]): string {
  const names = programs.slice(0, mostNamed).map(({ id, name }) => `${name} (#${id})`)
  return programs.length > mostNamed ? `${names.join('; ')}; and others` : names.join('; ')
}
