import type { InputOf, OutputOf } from '@shared/contract'
import type { communityMembers, Membership } from '@shared/contract/communityMembers'
import { fromDayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { ActivityColumns } from '../../analytics/columns'
import { dayOf } from '../../analytics/scope'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { type CommunityStandings, communityStandings, levelAt } from '../aliveness/communityStandings'
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
  const community = communityById(db, id)
  const stored = db.all<Stored>(
    `SELECT cm.id, m.id AS memberId, m.name, m.location, m.department, cm.role, cm.joined_on AS joinedOn,
        cm.left_on AS leftOn
      FROM community_members cm JOIN members m ON m.id = cm.member_id
      WHERE cm.community_id = ? AND m.archived_at IS NULL ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    id,
  )
  const found = communityStandings(db, columns.get(db), community, dayOf(today))
  return {
    weeks: found.weeks,
    on: fromDayNumber(found.last),
    members: stored.map((member) => {
      const isThere = member.leftOn === null || member.leftOn > today
      return { ...member, ...standingOf(found, member.memberId, isThere) }
    }),
  }
}

type Standing = Pick<Membership, 'level' | 'path' | 'activeWeeks' | 'moved' | 'lastSeen'>

function standingOf(
  { standing, lastSeen }: CommunityStandings,
  memberId: number,
  isThere: boolean,
): Standing {
  const seen = lastSeen(memberId)
  const own = isThere ? standing(memberId) : undefined
  const isMoved = own !== undefined && own.before !== null && own.movedOn !== null
  return {
    level: own ? levelAt(own.level) : null,
    path: own ? own.path.map(levelAt) : [],
    activeWeeks: own?.activeWeeks ?? 0,
    moved: isMoved ? { from: levelAt(own.before ?? 0), on: fromDayNumber(own.movedOn ?? 0) } : null,
    lastSeen: seen === null ? null : fromDayNumber(seen),
  }
}

type Joining = Omit<InputOf<'communities.join'>, 'role'> & { role: string | null }

/** Brings members in who do not belong yet. @throws AppError `not-found`. */
export function join(writer: Writer, { id, memberIds, role, joinedOn }: Joining): Done<{ added: number }> {
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
