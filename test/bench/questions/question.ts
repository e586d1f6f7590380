import type { DatabaseClient } from '@main/database/client'
import type { InputOf } from '@shared/contract'
import type Database from 'better-sqlite3-multiple-ciphers'
import { chance } from '../measure'

/** Something the window asks; another one of its kind in each round. */
export interface Question {
  name: string
  ask(client: DatabaseClient, round: number): Promise<unknown>
  /** Asked a second time in each round, with nothing written in between. */
  repeated?: boolean
}

/** The day on which everything is asked. */
export const askedOn = '2026-11-23'

/** Rows of a page, as the window asks for them. */
export const pageLength = 100

export type SessionFilter = InputOf<'sessions.list'>['filter']

export const allSessions: SessionFilter = {
  query: '',
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}

/** The first column of all rows. */
export function values<T extends string | number = string>(connection: Database.Database, sql: string): T[] {
  return connection.prepare(sql).pluck().all() as T[]
}

/** First names and last names of members, as somebody would begin to type them; always the same ones. */
export function names(connection: Database.Database): string[] {
  const random = chance(3)
  const all = values(connection, 'SELECT name FROM members LIMIT 1000').flatMap((name) => name.split(' '))
  return Array.from({ length: 60 }, () => all[Math.floor(random() * all.length)] ?? 'a')
}

/** The values one after the other, round after round. */
export function at<T>(list: readonly T[], round: number): T {
  const value = list[round % list.length]
  if (value === undefined) throw new Error('There is nothing to ask for.')
  return value
}
