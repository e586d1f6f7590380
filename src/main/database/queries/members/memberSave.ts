import type { InputOf } from '@shared/contract'
import type { MemberInput } from '@shared/contract/members'
import { sortNameOf, tidyName } from '@shared/domain/names'
import { type SkillSide, skillSides } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { list, listed } from '../conditions'
import { memberName } from '../references'
import { saveTies } from '../ties'
import { topicId } from '../topics'
import { cameThrough } from './inviters'
import { languagesText } from './languages'

export function saveMember(
  writer: Writer,
  { id, member }: { id: number | null; member: MemberInput },
): Done<{ id: number }> {
  assertInviter(writer, id, member)
  assertManager(writer, id, member)
  const columns = columnsOf(member)
  if (id === null) {
    const row = { ...columns, created_at: writer.now, updated_at: writer.now }
    const newId = writer.insert('members', row)
    saveSkills(writer, newId, member)
    return { value: { id: newId }, summary: `New member ${columns.name}` }
  }
  memberName(writer, id)
  assertNotErased(writer, id)
  const changed = writer.update('members', id, columns)
  if (saveSkills(writer, id, member) || changed) writer.update('members', id, { updated_at: writer.now })
  return { value: { id }, summary: `Changes to ${columns.name}` }
}

/** @throws AppError `conflict`. */
function assertNotErased(db: Reader, id: number): void {
  if (db.value('SELECT 1 FROM members WHERE id = ? AND erased_at IS NOT NULL', id) === undefined) return
  throw new AppError(
    'conflict',
    'This member was erased and is only counted. Whoever comes back is entered as a new member.',
  )
}

function columnsOf(member: MemberInput): Row & { name: string } {
  const name = tidyName(member.name)
  return {
    name,
    sort_name: tidyName(member.sortName) || sortNameOf(name),
    email: member.email,
    phone: member.phone,
    status: member.status,
    role: member.role,
    job_title: member.jobTitle,
    organisation: member.organisation,
    location: member.location,
    department: member.department,
    capacity: member.capacity,
    joined_on: member.joinedOn,
    external_id: member.externalId,
    about: member.about,
    invited_by: member.invitedBy,
    time_zone: member.timeZone,
    hours: member.hours,
    seniority: member.seniority,
    manager_id: member.manager,
    languages: languagesText(member.languages),
  }
}

/** Who brought whom is a tree: nobody can have been invited by somebody who came through them. */
function assertInviter(db: Reader, id: number | null, { name, invitedBy }: MemberInput): void {
  if (invitedBy === null) return
  if (invitedBy === id) {
    throw new AppError('conflict', 'Nobody can have invited themselves. Choose another member.', 'invitedBy')
  }
  const inviter = memberName(db, invitedBy)
  if (id === null || !cameThrough(db, invitedBy, [id])) return
  throw new AppError(
    'conflict',
    `${inviter} came into the directory through ${name}, so ${name} cannot have been invited by ${inviter}.`,
    'invitedBy',
  )
}

function assertManager(db: Reader, id: number | null, { manager }: MemberInput): void {
  if (manager === null) return
  if (manager === id)
    throw new AppError('conflict', 'Nobody reports to themselves. Choose another member.', 'manager')
  memberName(db, manager)
}

/** @throws AppError `not-found` when they do not have the skill. */
export function setLevel(
  writer: Writer,
  { id, side, skill, level }: InputOf<'members.setLevel'>,
): Done<{ id: number }> {
  const name = memberName(writer, id)
  const row = writer.value<number>(
    `SELECT s.id FROM member_skills s JOIN topics t ON t.id = s.topic_id
      WHERE s.member_id = ? AND s.side = ? AND t.name = ? COLLATE NOCASE`,
    id,
    side,
    skill,
  )
  if (row === undefined)
    throw new AppError(
      'not-found',
      `${name} has no such skill any more: “${skill}”. Look at the profile again.`,
    )
  if (writer.update('member_skills', row, { level })) writer.update('members', id, { updated_at: writer.now })
  return { value: { id }, summary: `Level of ${name} in ${skill}` }
}

/** @returns whether anything differed. */
function saveSkills(writer: Writer, memberId: number, member: MemberInput): boolean {
  const wanted: Record<SkillSide, string[]> = { offered: member.skillsOffered, wanted: member.skillsWanted }
  return skillSides
    .map((side) => {
      const topics = wanted[side].map((name) => topicId(writer, name))
      return saveTies(
        writer,
        { table: 'member_skills', parent: 'member_id', id: memberId, also: { side } },
        'topic_id',
        topics,
      )
    })
    .includes(true)
}

/** Archives members, or brings them back; those who are so already are not counted. */
export function archiveMembers(
  writer: Writer,
  { ids, archived }: { ids: readonly number[]; archived: boolean },
): Done<{ count: number }> {
  const state = archived ? 'IS NULL' : 'IS NOT NULL'
  const members = writer.all<{ id: number; name: string }>(
    `SELECT id, name FROM members WHERE id IN ${listed} AND archived_at ${state} ORDER BY id`,
    list(ids),
  )
  for (const { id } of members) writer.update('members', id, { archived_at: archived ? writer.now : null })
  const [only] = members
  const whom = members.length === 1 && only ? only.name : `${members.length} members`
  return { value: { count: members.length }, summary: archived ? `Archived ${whom}` : `Brought back ${whom}` }
}
