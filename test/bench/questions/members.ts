import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import { type MemberSortKey, memberSortKeys } from '@shared/contract/members'
import { memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import type Database from 'better-sqlite3-multiple-ciphers'
import { at, names, pageLength, type Question, values } from './question'

type Filter = InputOf<'members.list'>['filter']
type Narrowing = readonly [name: string, filter: (round: number) => Partial<Filter>]

const everybody: Filter = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  archived: false,
}

const byName = { by: 'name', descending: false } as const

/** The directory: every order, filters, searching as one types, the counts beside the filters, and the pickers. */
export function memberQuestions(connection: Database.Database): Question[] {
  const members = values<number>(connection, 'SELECT count(*) FROM members')[0] ?? 0
  const narrowed = filters(connection)
  const typed = searches(connection)
  return [
    ...memberSortKeys.map((by) => ({
      name: `members by ${inWords(by)}`,
      ask: (client: DatabaseClient, round: number) =>
        client.ask('members.list', list({}, { by, descending: round % 2 === 1 })),
    })),
    {
      name: 'members, last page',
      ask: (client, round) =>
        client.ask(
          'members.list',
          list({}, { by: 'name', descending: round % 2 === 1 }, Math.max(0, members - pageLength)),
        ),
    },
    ...[...narrowed, ...typed].map(([name, filter]) => ({
      name: `members ${name}`,
      ask: (client: DatabaseClient, round: number) => client.ask('members.list', list(filter(round))),
    })),
    ...([['of everybody', () => ({})], ...narrowed, ...typed] as const).map(([name, filter]) => ({
      name: `facets ${name}`,
      ask: (client: DatabaseClient, round: number) =>
        client.ask('members.facets', { filter: { ...everybody, ...filter(round) } }),
    })),
    ...typed.map(([name, filter]) => ({
      name: `picker ${name}`,
      ask: (client: DatabaseClient, round: number) =>
        client.ask('members.find', { query: filter(round).query ?? '', limit: 12 }),
    })),
    {
      name: 'who may be the same',
      ask: (client) =>
        client.ask('members.similar', { id: null, name: 'Ana Silva', email: 'ana@example.org' }),
    },
    { name: 'places in use', ask: (client) => client.ask('members.places', {}) },
  ]
}

function list(
  filter: Partial<Filter>,
  sort: InputOf<'members.list'>['sort'] = byName,
  offset = 0,
): InputOf<'members.list'> {
  return { filter: { ...everybody, ...filter }, sort, page: { offset, limit: pageLength } }
}

function filters(connection: Database.Database): Narrowing[] {
  const inUse = (column: string) =>
    values(connection, `SELECT DISTINCT ${column} FROM members WHERE ${column} IS NOT NULL`)
  const locations = inUse('location')
  const departments = inUse('department')
  const skills = values<number>(connection, 'SELECT id FROM topics')
  return [
    ['filtered by location', (round) => ({ locations: [at(locations, round)] })],
    ['filtered by department', (round) => ({ departments: [at(departments, round)] })],
    ['filtered by role', (round) => ({ roles: [at(mentoringRoles, round)] })],
    ['filtered by status', (round) => ({ statuses: [at(memberStatuses, round)] })],
    ['filtered by skill', (round) => ({ skills: [at(skills, round)] })],
    ['with room for a mentee', () => ({ withRoom: true })],
    [
      'filtered by place, role and skill',
      (round) => ({ locations: [at(locations, round)], roles: ['mentor'], skills: [at(skills, round)] }),
    ],
    ['in the archive', () => ({ archived: true })],
  ]
}

function searches(connection: Database.Database): Narrowing[] {
  const locations = values(connection, 'SELECT DISTINCT location FROM members WHERE location IS NOT NULL')
  const people = names(connection)
  const letters = (count: number) => (round: number) => ({ query: at(people, round).slice(0, count) })
  return [
    ['searched, 1 letter', letters(1)],
    ['searched, 2 letters', letters(2)],
    ['searched, 3 letters', letters(3)],
    ['searched, a name', letters(100)],
    [
      'searched, a place and a letter',
      (round) => ({ query: `${at(locations, round)} ${letters(1)(round).query}` }),
    ],
  ]
}

/** `lastContactOn` as "last contact". */
function inWords(key: MemberSortKey): string {
  return key.replace(/On$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
