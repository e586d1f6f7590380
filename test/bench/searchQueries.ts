import type Database from 'better-sqlite3-multiple-ciphers'
import { chance } from './measure'

/** Queries of one kind; what kind it is decides how many sessions they find. */
export interface QueryClass {
  name: string
  queries: string[]
}

const most = 60

/** Queries of each kind, from the words of the file itself; always the same for the same file. */
export function searchQueries(connection: Database.Database): QueryClass[] {
  connection.pragma('query_only = OFF')
  connection.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'session_search', 'row')")
  const total = connection.prepare('SELECT count(*) FROM sessions').pluck().get() as number
  // Numbers are dates and ids of members; nobody types them.
  const words = connection
    .prepare("SELECT term, doc FROM temp.words WHERE term NOT GLOB '*[0-9]*' AND length(term) > 2")
    .raw()
    .all() as [string, number][]
  connection.exec('DROP TABLE temp.words')
  connection.pragma('query_only = ON')
  const between = (least: number, below: number) =>
    words.filter(([, found]) => found >= least * total && found < below * total).map(([term]) => term)
  const random = chance(1)
  const pick = (list: readonly string[]) => {
    const left = [...list]
    const picked: string[] = []
    while (picked.length < most && left.length > 0) {
      picked.push(...left.splice(Math.floor(random() * left.length), 1))
    }
    return picked
  }
  const beginnings = (letters: number) => pick([...new Set(words.map(([term]) => term.slice(0, letters)))])
  const usual = between(0.001, 1)
  return [
    { name: 'rare word', queries: pick(between(0, Math.max(0.001, 2 / total))) },
    { name: 'common word', queries: pick(between(0.01, 0.1)) },
    { name: 'very common word', queries: pick(between(0.2, 1)) },
    { name: '1 letter', queries: beginnings(1) },
    { name: '2 letters', queries: beginnings(2) },
    { name: '3 letters', queries: beginnings(3) },
    { name: 'two words', queries: pick(usual).map((word) => `${word} ${pick(usual)[0] ?? word}`) },
  ]
}
