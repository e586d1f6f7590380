import type { OutputOf } from '@shared/contract'
import type { MemberCandidate, members } from '@shared/contract/members'
import { addDays, dayNumber, monthStart } from '@shared/domain/calendar'
import { maySame } from '@shared/domain/names'
import type { ActivityColumns } from '../../analytics/columns'
import type { Directory } from '../../directory/directory'
import { LastContacts } from '../../directory/lastContacts'
import { peopleAndPlaces, placesOf } from '../../directory/places'
import type { DirectoryView } from '../../directory/view'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { matchWords, searchWords, wholeWord } from '../fullText'
import { memberFacets } from './memberFacets'
import { candidates, findMembers, listMembers } from './memberList'
import { getMember } from './memberProfile'
import { removeMembers } from './memberRemove'
import { archiveMembers, saveMember, setLevel } from './memberSave'
import { memberTimeline } from './memberTimeline'

/**
 * The directory is kept in memory, where every order, filter and count of it is at hand, so a thread makes these
 * handlers once; what they hold is checked against the file at every call.
 */
export function createMemberHandlers(
  activity: ActivityColumns,
  directory: Directory,
): Handlers<typeof members> {
  const lastContacts = new LastContacts(activity)
  return {
    'members.list': (db, input) => {
      const view = directory.get(db)
      return listMembers(db, view, () => lastContacts.get(db, view), input)
    },
    'members.facets': (db, { filter }) => memberFacets(db, directory.get(db), filter),
    'members.overview': (db, { today }) => overview(directory.get(db), today),
    'members.find': (db, input) => findMembers(db, directory.get(db), input),
    'members.places': (db) => placesOf(directory.get(db)),
    'members.similar': similar,
    'members.get': (db, { id }) => getMember(db, id),
    'members.timeline': memberTimeline,
    'members.save': saveMember,
    'members.setLevel': setLevel,
    'members.archive': archiveMembers,
    'members.remove': removeMembers,
  }
}

function overview(view: DirectoryView, today: string): OutputOf<'members.overview'> {
  const quarter = { first: dayNumber(quarterStart(today)), last: dayNumber(today) }
  const { broughtIn, ...people } = peopleAndPlaces(view, quarter)
  return { ...people, broughtInThisQuarter: broughtIn }
}

function quarterStart(date: string): string {
  let first = monthStart(date)
  while ((Number(first.slice(5, 7)) - 1) % 3 !== 0) first = monthStart(addDays(first, -1))
  return first
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
