import type { InputOf, OutputOf } from '@shared/contract'
import type { communityMembers, Membership } from '@shared/contract/communityMembers'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { ActivityColumns } from '../../analytics/columns'
import { type Attendance, memberLevels } from '../../analytics/memberLevels'
import { dayOf } from '../../analytics/scope'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { list, listed } from '../conditions'
import { memberGone, memberNames, namesInWords } from '../references'
import { communityById } from './communityRecord'

export function createCommunityMemberHandlers(columns: ActivityColumns): Handlers<typeof communityMembers> {
  return {
    'communities.members': (db, input) => membersOf(db, columns, input),
    'communities.join': join,
    'communities.saveMember': saveMember,
    'communities.leave': (writer, { ids, leftOn }) => {
      const { words, lines } = linesOf(writer, ids)
      const left = lines.filter((line) => line.leftOn === null)
      for (const { id } of left) writer.update('community_members', id, { left_on: leftOn })
      return { value: { left: left.length }, summary: `${words} left on ${leftOn}` }
    },
    'communities.takeOut': (writer, { ids }) => {
      const { words, lines } = linesOf(writer, ids)
      for (const { id } of lines) writer.remove('community_members', id)
      return { value: { gone: lines.length }, summary: `Took out ${words}` }
    },
  }
}

type Stored = Pick<
  Membership,
  'id' | 'memberId' | 'name' | 'location' | 'department' | 'role' | 'joinedOn' | 'leftOn'
>

function membersOf(
  db: Reader,
  columns: ActivityColumns,
  { id, today }: InputOf<'communities.members'>,
): OutputOf<'communities.members'> {
  communityById(db, id)
  const stored = db.all<Stored>(
    `SELECT cm.id, m.id AS memberId, m.name, m.location, m.department, cm.role, cm.joined_on AS joinedOn,
        cm.left_on AS leftOn
      FROM community_members cm JOIN members m ON m.id = cm.member_id
      WHERE cm.community_id = ? AND m.archived_at IS NULL ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    id,
  )
  const last = dayOf(today)
  const levels = memberLevels(columns.get(db), {
    communityId: id,
    last,
    attendance: attendanceOf(db, id, last),
    joined: firstJoining(stored),
  })
  return {
    weeks: levels.weeks,
    members: stored.map((member) => {
      const { memberId, joinedOn, leftOn } = member
      const { lastSeen, ...found } = levels.of(memberId, joinedOn === null ? null : dayNumber(joinedOn))
      const isThere = leftOn === null || leftOn > today
      const standing = isThere ? found : { level: null, path: [], activeWeeks: 0 }
      return {
        ...member,
        ...standing,
        moved: movedTo(standing.path, last),
        lastSeen: lastSeen === null ? null : fromDayNumber(lastSeen),
      }
    }),
  }
}

/** Who came to the present level within the path, and from where. */
function movedTo(path: Membership['path'], last: number): Membership['moved'] {
  const back = path.findIndex((level) => level !== path[0])
  const from = path[back]
  return from === undefined ? null : { from, on: fromDayNumber(last - 7 * (back - 1)) }
}

/** Who was at a gathering that was held, in the order of days. */
function attendanceOf(db: Reader, communityId: number, last: number): Attendance {
  return db.arrays<[number, number]>(
    `SELECT ga.member_id, unixepoch(g.held_on) / 86400 AS day
      FROM gatherings g JOIN gathering_attendees ga ON ga.gathering_id = g.id
      WHERE g.community_id = ? AND g.status = 'held' AND day <= ? ORDER BY day, ga.id`,
    communityId,
    last,
  )
}

function firstJoining(members: readonly Stored[]): number | null {
  const days = members.flatMap(({ joinedOn }) => (joinedOn === null ? [] : [dayNumber(joinedOn)]))
  return days.length === 0 ? null : days.reduce((least, day) => Math.min(least, day))
}

type Joining = Omit<InputOf<'communities.join'>, 'role'> & { role: string | null }

/** @throws AppError `not-found`. */
function join(writer: Writer, { id, memberIds, role, joinedOn }: Joining): Done<{ added: number }> {
  const { name } = communityById(writer, id)
  const names = memberNames(writer, memberIds)
  const there = new Map(
    writer
      .all<{ id: number; member: number; leftOn: string | null }>(
        'SELECT id, member_id AS member, left_on AS leftOn FROM community_members WHERE community_id = ?',
        id,
      )
      .map((line) => [line.member, line]),
  )
  const added: string[] = []
  for (const member of new Set(memberIds)) {
    const called = names.get(member)
    if (called === undefined) throw memberGone()
    const line = there.get(member)
    if (line && line.leftOn === null) continue
    // Who comes back belonged to it before: the day on which they first joined stays.
    if (line)
      writer.update('community_members', line.id, { left_on: null, ...(role === null ? {} : { role }) })
    else
      writer.insert('community_members', { community_id: id, member_id: member, role, joined_on: joinedOn })
    added.push(called)
  }
  return { value: { added: added.length }, summary: `${namesInWords(added)} joined ${name}` }
}

/** @throws AppError `not-found`. */
function saveMember(
  writer: Writer,
  {
    id,
    role,
    joinedOn,
    leftOn,
  }: { id: number; role: string | null; joinedOn: string | null; leftOn: string | null },
): Done<{ id: number }> {
  const { words } = linesOf(writer, [id])
  writer.update('community_members', id, { role, joined_on: joinedOn, left_on: leftOn })
  return { value: { id }, summary: `Membership: ${words}` }
}

/** The lines of some members in one community, and in words: "Mira Okafor, Field Craft". @throws AppError `not-found`. */
function linesOf(db: Reader, ids: readonly number[]) {
  const lines = db.all<{ id: number; name: string; community: string; leftOn: string | null }>(
    `SELECT cm.id, m.name, c.name AS community, cm.left_on AS leftOn FROM community_members cm
      JOIN members m ON m.id = cm.member_id JOIN communities c ON c.id = cm.community_id
      WHERE cm.id IN ${listed} ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    list(ids),
  )
  const [first] = lines
  if (!first || lines.length < new Set(ids).size) {
    throw new AppError('not-found', 'One of them is no longer in this community. Look at the list again.')
  }
  return { lines, words: `${namesInWords(lines.map(({ name }) => name))}, ${first.community}` }
}
