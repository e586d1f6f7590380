import type { DatabaseClient } from '@main/database/client'
import type Database from 'better-sqlite3-multiple-ciphers'
import { everywhere } from '../search'
import { searchQueries } from '../searchQueries'
import { askedOn, at, names, pageLength, type Question } from './question'

/** The one search, and the lists and overviews of knowledge, topics and communities. */
export function everythingQuestions(connection: Database.Database): Question[] {
  const people = names(connection)
  return [
    ...searchQueries(connection).map(({ name, queries }) => searched(name, queries)),
    searched('a name', people),
    ...overviews,
  ]
}

function searched(name: string, queries: readonly string[]): Question {
  return {
    name: `everything searched, ${name}`,
    ask: (client: DatabaseClient, round: number) =>
      client.ask('search.all', { filter: everywhere(at(queries, round)), limit: pageLength }),
  }
}

const overviews: Question[] = [
  { name: 'knowledge, the overview', ask: (client) => client.ask('knowledge.overview', { today: askedOn }) },
  { name: 'coverage of topics', ask: (client) => client.ask('coverage.topics', { today: askedOn }) },
  { name: 'communities', ask: (client) => client.ask('communities.list', { today: askedOn }) },
  { name: 'topics', ask: (client) => client.ask('topics.list', {}) },
]
