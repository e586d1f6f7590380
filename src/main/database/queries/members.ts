import type { OutputOf } from '@shared/contract'
import type { MemberCandidate, members } from '@shared/contract/members'
import { addDays, monthStart } from '@shared/domain/calendar'
import { maySame } from '@shared/domain/names'
import type { Reader } from '../engine/reader'
import type { Handlers } from '../handler'
import { matchWords, searchWords, wholeWord } from './fullText'
import { memberFacets, placesInUse } from './memberFacets'
import { candidates, findMembers, listMembers } from './memberList'
import { getMember } from './memberProfile'
import { removeMembers } from './memberRemove'
import { archiveMembers, saveMember } from './memberSave'
import { memberTimeline } from './memberTimeline'

export const memberHandlers: Handlers<typeof members> = {
  'members.list': listMembers,
  'members.facets': (db, { filter }) => memberFacets(db, filter),
  'members.overview': (db, { today }) => overview(db, today),
  'members.find': findMembers,
  'members.places': places,
  'members.similar': similar,
  'members.get': (db, { id }) => getMember(db, id),
  'members.timeline': memberTimeline,
  'members.save': saveMember,
  'members.archive': archiveMembers,
  'members.remove': removeMembers,
}

function overview(db: Reader, today: string): OutputOf<'members.overview'> {
  return {
    ...placesInUse(db),
    broughtInThisQuarter:
      db.value<number>(
        `SELECT count(*) FROM members INDEXED BY members_by_invited_by
          WHERE invited_by IS NOT NULL AND archived_at IS NULL AND joined_on BETWEEN ? AND ?`,
        quarterStart(today),
        today,
      ) ?? 0,
  }
}

function quarterStart(date: string): string {
  let first = monthStart(date)
  while ((Number(first.slice(5, 7)) - 1) % 3 !== 0) first = monthStart(addDays(first, -1))
  return first
}

/** As many different values of one kind as a form can sensibly suggest; the most used are kept. */
const mostPlaces = 1000

function places(db: Reader): OutputOf<'members.places'> {
  const values = (column: string) =>
    db
      .column<string>(
        `SELECT ${column} FROM members WHERE ${column} IS NOT NULL
          GROUP BY ${column} ORDER BY count(*) DESC LIMIT ${mostPlaces}`,
      )
      .sort((a, b) => a.localeCompare(b))
  return {
    locations: values('location'),
    departments: values('department'),
    organisations: values('organisation'),
  }
}

/** Names are compared one by one with at most so many. */
const mostCompared = 2000

/**
 * Members with the same e-mail, or with a name that differs by a letter or by the order of its words. Archived
 * ones too: who comes back should not be there twice.
 */
function similar(db: Reader, input: { id: number | null; name: string; email: string }): MemberCandidate[] {
  const sameEmail =
    input.email.trim() === ''
      ? []
      : db.column<number>('SELECT id FROM members WHERE lower(email) = lower(?) LIMIT 20', input.email.trim())
  const sameName = alike(db, input.name)
  const ids = [...new Set([...sameEmail, ...sameName])].filter((id) => id !== input.id)
  return candidates(db, ids.slice(0, 20))
}

/** A slip of the pen leaves at least one of the words, or the beginnings of all of them, as they were. */
function alike(db: Reader, name: string): number[] {
  const words = searchWords(name)
  if (words.length === 0) return []
  const questions = [
    matchWords(words.map((word) => [...word].slice(0, 2).join(''))),
    words.map(wholeWord).join(' OR '),
  ]
  const found = questions.flatMap((match) =>
    db.all<{ id: number; name: string }>(
      `SELECT m.id, m.name
        FROM (SELECT rowid AS id FROM member_search WHERE member_search MATCH ? LIMIT ${mostCompared}) AS hit
        CROSS JOIN members m ON m.id = hit.id`,
      `name : (${match})`,
    ),
  )
  return found.filter((member) => maySame(member.name, name)).map(({ id }) => id)
}
