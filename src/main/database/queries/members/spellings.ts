import { NameFinder, type Spelling, spellingsOf } from '@shared/domain/nameFinder'
import type { Replacing } from '@shared/domain/replaceNames'
import { wordsOf } from '@shared/domain/spelling'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'

interface Written {
  id: number
  name: string
  sortName: string
  email: string | null
  phone: string | null
}

const columns = 'id, name, sort_name AS sortName, email, phone'

/** How these members may be written in texts. */
export function memberSpellings(db: Reader, ids: readonly number[]): Spelling<number>[] {
  return db.all<Written>(`SELECT ${columns} FROM members WHERE id IN ${listed}`, list(ids)).flatMap(spelled)
}

function spelled({ id, name, sortName, email, phone }: Written): Spelling<number>[] {
  return [
    ...spellingsOf(name, sortName).map((text) => ({ key: id, kind: 'name' as const, text })),
    ...(email === null ? [] : [{ key: id, kind: 'email' as const, text: email }]),
    ...(phone === null ? [] : [{ key: id, kind: 'phone' as const, text: phone }]),
  ]
}

/** So many members at most bear a longer name with this one in it. */
const mostNamesakes = 1000

/**
 * The names of other members that begin with, or hold, one of these: where "Ann Lee Smith" stands, nobody means
 * "Ann Lee".
 */
export function longerNames(db: Reader, spellings: readonly Spelling<number>[]): Spelling<number>[] {
  const own = new Set(spellings.map(({ key }) => key))
  return spellings
    .filter(({ kind }) => kind === 'name')
    .flatMap(({ text }) => {
      const words = wordsOf(text).map((word) => word.text)
      const phrase = `name : "${words.join(' ')}"`
      return db
        .all<{ id: number; name: string }>(
          `SELECT m.id, m.name
          FROM (SELECT rowid AS id FROM member_search WHERE member_search MATCH ? LIMIT ${mostNamesakes}) AS hit
          CROSS JOIN members m ON m.id = hit.id`,
          phrase,
        )
        .filter(({ id, name }) => !own.has(id) && wordsOf(name).length > words.length)
    })
    .map(({ id, name }) => ({ key: id, kind: 'name', text: name }))
}

/** Finds whoever is in the directory in texts by their names, and puts `words` in their place. */
export function replacingEverybody(db: Reader, words: string): Replacing {
  const everybody = db.all<Written>(`SELECT ${columns} FROM members`)
  // An address of its own for each of thousands would be looked for one by one.
  const names = everybody.flatMap(spelled).filter(({ kind }) => kind === 'name')
  return { finder: new NameFinder(names), instead: () => words }
}

/** Finds these members in texts, and puts `words` in their place. */
export function replacingMembers(db: Reader, ids: readonly number[], words: string): Replacing {
  const hidden = new Set(ids)
  const spellings = memberSpellings(db, ids)
  return {
    finder: new NameFinder([...spellings, ...longerNames(db, spellings)]),
    instead: (id) => (hidden.has(id) ? words : null),
  }
}
