import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Ask } from './openFile'

type Found = OutputOf<'members.list'>['rows'][number]

const mostNamed = 8
const sameLetters = new Intl.Collator('en', { sensitivity: 'accent' })

/**
 * The member whom somebody means on the command line by a name, an e-mail address, or `#` and the id.
 *
 * @throws AppError `not-found` or, with those who may be meant, `conflict`.
 */
export async function memberCalled(ask: Ask, words: string): Promise<number> {
  const id = /^#(\d{1,15})$/.exec(words)
  if (id) return (await ask('members.get', { id: Number(id[1]) })).id
  const found = [...(await matching(ask, words, false)), ...(await matching(ask, words, true))]
  const meant = found.filter(({ name, email }) => isSame(name, words) || isSame(email ?? '', words))
  const [only, ...others] = meant
  if (only && others.length === 0) return only.id
  if (only) {
    throw new AppError(
      'conflict',
      `Several members are called “${words}”: ${listed(meant)}. Give the e-mail address, or # and the number.`,
    )
  }
  const hint = found.length === 0 ? '' : ` Did you mean ${listed(found)}?`
  throw new AppError('not-found', `No member is called “${words}”.${hint}`)
}

async function matching(ask: Ask, query: string, archived: boolean): Promise<Found[]> {
  const filter: InputOf<'members.list'>['filter'] = {
    query,
    statuses: [],
    roles: [],
    locations: [],
    departments: [],
    skills: [],
    withRoom: false,
    importId: null,
    archived,
  }
  const page = { offset: 0, limit: 1000 }
  return (await ask('members.list', { filter, sort: { by: 'name', descending: false }, page })).rows
}

function isSame(known: string, words: string): boolean {
  const tidy = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return sameLetters.compare(tidy(known), tidy(words)) === 0
}

function listed(members: readonly Found[]): string {
  const named = members
    .slice(0, mostNamed)
    .map(({ id, name, email, department, location }) => {
      const facts = [email, department, location].filter((fact) => fact !== null)
      return `${name} (${[`#${id}`, ...facts].join(', ')})`
    })
    .join('; ')
  return members.length > mostNamed ? `${named}; and others` : named
}
