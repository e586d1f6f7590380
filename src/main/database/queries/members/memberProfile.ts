import type { Reference } from '@shared/contract/fields'
import type { Member, MemberInput } from '@shared/contract/members'
import { fromDayNumber } from '@shared/domain/calendar'
import type { MatchSide, MatchStatus, SkillSide } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { waitsForMatch } from '../matching/matchingTies'
import { grouped, memberGone, memberReferences } from '../references'
import { languagesOf } from './languages'
import { lastContactDay } from './lastContact'

type StoredMember = Omit<
  MemberInput,
  'skillsOffered' | 'skillsWanted' | 'invitedBy' | 'manager' | 'languages'
> & {
  invitedBy: number | null
  managerId: number | null
  languages: string | null
  erasedAt: string | null
  keepBecause: string | null
  keepSince: string | null
  archived: number
  createdAt: string
  sessions: number
  lastContactDay: number | null
}

/** @throws AppError `not-found`. */
export function getMember(db: Reader, id: number): Member {
  const stored = db.get<StoredMember>(
    `SELECT name, sort_name AS sortName, email, phone, status, role, job_title AS jobTitle, organisation, location,
        department, capacity, joined_on AS joinedOn, external_id AS externalId, about, invited_by AS invitedBy,
        time_zone AS timeZone, hours, seniority, manager_id AS managerId, languages,
        archived_at IS NOT NULL AS archived, created_at AS createdAt, erased_at AS erasedAt,
        keep_because AS keepBecause, keep_since AS keepSince,
        (SELECT count(*) FROM session_attendees WHERE member_id = members.id) AS sessions,
        ${lastContactDay('members.id')} AS lastContactDay
      FROM members WHERE id = ?`,
    id,
  )
  if (!stored) throw memberGone()
  const {
    invitedBy,
    managerId,
    languages,
    archived,
    lastContactDay: day,
    keepBecause,
    keepSince,
    ...fields
  } = stored
  const skills = skillsOf(db, id)
  return {
    ...fields,
    id,
    skillsOffered: skills.get('offered') ?? [],
    skillsWanted: skills.get('wanted') ?? [],
    languages: languagesOf(languages),
    levels: levelsOf(db, id),
    invitedBy: memberReferences(db, invitedBy === null ? [] : [invitedBy])[0] ?? null,
    manager: memberReferences(db, managerId === null ? [] : [managerId])[0] ?? null,
    invited: db.all<Reference>(
      'SELECT id, name FROM members WHERE invited_by = ? ORDER BY sort_name COLLATE NOCASE, id',
      id,
    ),
    matches: matchesOf(db, id),
    enrolments: enrolmentsOf(db, id),
    communities: db.all<Reference>(
      `SELECT c.id, c.name FROM community_members cm JOIN communities c ON c.id = cm.community_id
        WHERE cm.member_id = ? ORDER BY c.name COLLATE NOCASE`,
      id,
    ),
    lastContactOn: day === null ? null : fromDayNumber(day),
    archived: archived === 1,
    keep: keepBecause === null ? null : { because: keepBecause, since: keepSince ?? stored.createdAt },
  }
}

function skillsOf(db: Reader, id: number): Map<SkillSide, string[]> {
  const rows = db.all<{ side: SkillSide; name: string }>(
    `SELECT s.side, t.name FROM member_skills s JOIN topics t ON t.id = s.topic_id
      WHERE s.member_id = ? ORDER BY s.id`,
    id,
  )
  return grouped(
    rows,
    ({ side }) => side,
    ({ name }) => name,
  )
}

function levelsOf(db: Reader, id: number): Member['levels'] {
  return db.all(
    `SELECT s.side, t.name AS skill, s.level FROM member_skills s JOIN topics t ON t.id = s.topic_id
      WHERE s.member_id = ? AND s.level IS NOT NULL ORDER BY s.id`,
    id,
  )
}

function enrolmentsOf(db: Reader, memberId: number): Member['enrolments'] {
  type Stored = Omit<Member['enrolments'][number], 'program' | 'left' | 'waitsForMatch'> & {
    program: string
    programId: number
    left: number
    waits: number
  }
  return db
    .all<Stored>(
      `SELECT e.id, e.program_id AS programId, p.name AS program, e.role, e.step, e.step_since AS since,
          e.left_reason IS NOT NULL AS left, ${waitsForMatch} AS waits
        FROM enrolments e JOIN programs p ON p.id = e.program_id
        WHERE e.member_id = ? ORDER BY e.step = 'closed', e.step_since DESC, e.id DESC`,
      memberId,
    )
    .map(({ programId, program, left, waits, ...facts }) => ({
      ...facts,
      program: { id: programId, name: program },
      left: left === 1,
      waitsForMatch: waits === 1,
    }))
}

interface StoredMatch {
  id: number
  program: string
  status: MatchStatus
  side: MatchSide
  lastSessionOn: string | null
}

/** Running matches first, then by their last session. */
function matchesOf(db: Reader, memberId: number): Member['matches'] {
  const matches = db.all<StoredMatch>(
    `SELECT ma.id, p.name AS program, ma.status, mm.side,
        (SELECT max(held_on) FROM sessions WHERE match_id = ma.id) AS lastSessionOn
      FROM match_members mm JOIN matches ma ON ma.id = mm.match_id JOIN programs p ON p.id = ma.program_id
      WHERE mm.member_id = ?
      ORDER BY ma.status IN ('completed', 'ended early'), lastSessionOn DESC NULLS LAST, ma.id DESC`,
    memberId,
  )
  return matches.map((match) => ({
    ...match,
    others: db.all<Reference>(
      `SELECT m.id, m.name FROM match_members mm JOIN members m ON m.id = mm.member_id
        WHERE mm.match_id = ? AND mm.member_id <> ? ORDER BY mm.id`,
      match.id,
      memberId,
    ),
  }))
}
