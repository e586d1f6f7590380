import type { DatabaseClient } from '@main/database/client'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import type Database from 'better-sqlite3-multiple-ciphers'
import { searchQueries } from '../searchQueries'
import {
  allSessions,
  askedOn,
  at,
  names,
  pageLength,
  type Question,
  type SessionFilter,
  values,
} from './question'

type Narrowing = readonly [name: string, filter: (round: number) => Partial<SessionFilter>]

/** The sessions: filters, words of every frequency, and both together; profiles, matches, and what Today shows. */
export function sessionQuestions(connection: Database.Database): Question[] {
  return [
    ...[...filters(connection), ...searches(connection)].map(([name, filter]) => ({
      name: `sessions ${name}`,
      ask: (client: DatabaseClient, round: number) =>
        client.ask('sessions.list', {
          filter: { ...allSessions, ...filter(round) },
          page: { offset: 0, limit: pageLength },
        }),
    })),
    ...records(connection),
    ...overviews,
  ]
}

function filters(connection: Database.Database): Narrowing[] {
  const topics = values<number>(connection, 'SELECT id FROM topics')
  const people = members(connection)
  return [
    ['all', () => ({})],
    ['by topic', (round) => ({ topicIds: [at(topics, round)] })],
    ['by two topics', (round) => ({ topicIds: [at(topics, round), at(topics, round + 7)] })],
    ['by medium', (round) => ({ media: [at(sessionMedia, round)] })],
    ['by confidentiality', (round) => ({ confidentialities: [at(confidentialities, round)] })],
    ['by topic and medium', (round) => ({ topicIds: [at(topics, round)], media: [at(sessionMedia, round)] })],
    ['of a month', month],
    ['of a member', (round) => ({ memberId: people(round) })],
    ['without notes', () => ({ withoutNotes: true })],
  ]
}

function searches(connection: Database.Database): Narrowing[] {
  const topics = values<number>(connection, 'SELECT id FROM topics')
  const people = members(connection)
  const classes = searchQueries(connection)
  const words = (name: string) => classes.find((one) => one.name === name)?.queries ?? []
  const common = words('common word')
  const veryCommon = words('very common word')
  return [
    ...classes.map(
      ({ name, queries }): Narrowing => [`searched, ${name}`, (round) => ({ query: at(queries, round) })],
    ),
    [
      'searched, by topic and a common word',
      (round) => ({ topicIds: [at(topics, round)], query: at(common, round) }),
    ],
    [
      'searched, by medium and a very common word',
      (round) => ({ media: [at(sessionMedia, round)], query: at(veryCommon, round) }),
    ],
    ['searched, of a month and a common word', (round) => ({ ...month(round), query: at(common, round) })],
    [
      'searched, of a member and a common word',
      (round) => ({ memberId: people(round), query: at(common, round) }),
    ],
  ]
}

function month(round: number): Partial<SessionFilter> {
  const number = `0${1 + (round % 9)}`
  return { from: `2026-${number}-01`, to: `2026-${number}-28` }
}

function records(connection: Database.Database): Question[] {
  const people = members(connection)
  const typed = names(connection)
  const sessions = values<number>(connection, 'SELECT id FROM sessions ORDER BY id % 379, id LIMIT 40')
  return [
    { name: 'a session', ask: (client, round) => client.ask('sessions.get', { id: at(sessions, round) }) },
    { name: 'a profile', ask: (client, round) => client.ask('members.get', { id: people(round) }) },
    {
      name: 'the timeline of a profile',
      ask: (client, round) => client.ask('members.timeline', { id: people(round), limit: 50 }),
    },
    {
      name: 'matches found',
      ask: (client, round) =>
        client.ask('matches.find', { query: at(typed, round).slice(0, round % 4), limit: 12 }),
    },
    {
      name: 'topics found',
      ask: (client, round) => client.ask('topics.find', { query: at(['', 'c', 'le'], round), limit: 50 }),
    },
  ]
}

/** Of those who did most, and of others, in turn. */
function members(connection: Database.Database): (round: number) => number {
  const busiest = values<number>(
    connection,
    'SELECT member_id FROM session_attendees GROUP BY member_id ORDER BY count(*) DESC LIMIT 10',
  )
  const others = values<number>(connection, 'SELECT id FROM members ORDER BY id % 97, id LIMIT 40')
  return (round) => at(round % 2 === 0 ? busiest : others, round >> 1)
}

const overviews: Question[] = [
  { name: 'Today', ask: (client) => client.ask('today.get', { today: askedOn }) },
  { name: 'counts of the navigation', ask: (client) => client.ask('program.overview', {}) },
  {
    name: 'the sentence over the members',
    ask: (client) => client.ask('members.overview', { today: askedOn }),
  },
  {
    name: 'the sentence over the sessions',
    ask: (client) => client.ask('sessions.overview', { today: askedOn }),
  },
  { name: 'what undo would take back', ask: (client) => client.ask('history.state', {}) },
]
