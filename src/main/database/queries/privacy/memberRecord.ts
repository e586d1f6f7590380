import { styleAnswers } from '@shared/domain/matching/style'
import type { MemberRecord, RecordPerson } from '@shared/domain/memberRecord'
import type { Replacing } from '@shared/domain/replaceNames'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { stepsAbout } from '../aliveness/communityStepTraces'
import { growthRecord } from '../asks/growthRecord'
import { movesOf } from '../enrolments/enrolmentRecord'
import { knowledgeAbout } from '../knowledge/knowledgeTraces'
import { pairingsOf, reasonWords } from '../matching/matchingTraces'
import { type StyleColumns, styleColumns, traitsIn, wishesOf } from '../matching/matchingWishes'
import { consentsOf } from '../members/consents'
import { getMember } from '../members/memberProfile'
import { identitiesOf } from '../merging/mergedInto'
import { summaryReader } from '../sessions/summaryReader'
import { supportRecord } from '../support/supportRecord'
import { surveysOf } from '../surveys/surveyRecord'
import { changesAbout } from './memberChanges'
import { draftsNaming, passagesNaming } from './memberPassages'
import { memberTraces } from './memberTraces'
import { type People, peopleAround } from './recordPeople'

/**
 * Everything that the file keeps about a member, before anything is left out. Reads every text of the file.
 *
 * @throws AppError `not-found`, or `cancelled`.
 */
export function memberRecord(db: Reader, id: number, replacing: Replacing, task: Task): MemberRecord {
  const profile = getMember(db, id)
  const traces = memberTraces(db, id)
  const people = peopleAround(db, id)
  const stored = db.get<{ updatedAt: string; archivedAt: string | null }>(
    'SELECT updated_at AS updatedAt, archived_at AS archivedAt FROM members WHERE id = ?',
    id,
  )
  const { name, sortName, email, phone, status, role, jobTitle, organisation, location, department } = profile
  return {
    member: {
      ...{ id, name, sortName, email, phone, status, role, jobTitle, organisation, location, department },
      capacity: profile.capacity,
      joinedOn: profile.joinedOn,
      externalId: profile.externalId,
      about: profile.about,
      skillsOffered: profile.skillsOffered,
      skillsWanted: profile.skillsWanted,
      timeZone: profile.timeZone,
      hours: profile.hours,
      seniority: profile.seniority,
      languages: profile.languages,
      levels: profile.levels,
      createdAt: profile.createdAt,
      updatedAt: stored?.updatedAt ?? profile.createdAt,
      archivedAt: stored?.archivedAt ?? null,
    },
    consents: consentsOf(db, id).map(({ purpose, answer, answeredOn, how }) => ({
      purpose,
      answer,
      answeredOn,
      how,
    })),
    knownAs: identitiesOf(db, id),
    invitedBy: profile.invitedBy && people(profile.invitedBy.id),
    manager: profile.manager && people(profile.manager.id),
    invited: profile.invited.map((other) => people(other.id)),
    matches: matchesOf(db, id, people),
    enrolments: enrolmentsOf(db, id, people),
    ...pairingsOf(db, id, people),
    surveys: surveysOf(db, id),
    support: supportRecord(db, traces.own),
    communities: db.all(
      `SELECT c.name AS community, cm.role, cm.joined_on AS joinedOn, cm.left_on AS leftOn
        FROM community_members cm JOIN communities c ON c.id = cm.community_id
        WHERE cm.member_id = ? ORDER BY c.name COLLATE NOCASE`,
      id,
    ),
    gatherings: db.all(
      `SELECT c.name AS community, coalesce(g.title, iif(g.kind = 'other', 'gathering', g.kind)) AS gathering,
          g.held_on AS "on", a.minutes,
          CASE WHEN g.host_id = @id THEN 'host' WHEN a.is_guest = 1 THEN 'guest' ELSE 'member' END AS "as"
        FROM gatherings g JOIN communities c ON c.id = g.community_id
        LEFT JOIN gathering_attendees a ON a.gathering_id = g.id AND a.member_id = @id
        WHERE a.id IS NOT NULL OR g.host_id = @id ORDER BY g.held_on, g.id`,
      { id },
    ),
    communitySteps: stepsAbout(db, id, people),
    growth: growthRecord(db, id, people),
    knowledge: knowledgeAbout(db, id),
    sessions: summaryReader(db)(
      db.column<number>(
        `SELECT s.id FROM session_attendees a JOIN sessions s ON s.id = a.session_id
          WHERE a.member_id = ? ORDER BY s.search_key`,
        id,
      ),
    ),
    actionItems: db
      .all<Omit<MemberRecord['actionItems'][number], 'isPrivate'> & { isPrivate: number }>(
        `SELECT ai.text, s.held_on AS sessionOn, ai.due_on AS dueOn, ai.done_on AS doneOn,
            s.confidentiality = 'private' AS isPrivate
          FROM action_items ai JOIN sessions s ON s.id = ai.session_id
          WHERE ai.owner_id = ? ORDER BY s.search_key, ai.id`,
        id,
      )
      .map((item) => ({ ...item, isPrivate: item.isPrivate === 1 })),
    interactions: interactionsOf(db, id, people),
    passages: passagesNaming(db, id, { replacing, traces }, task),
    drafts: draftsNaming(db, id, replacing),
    changes: changesAbout(db, id, traces),
    imports: db.all(
      `SELECT at, kind, file_name AS fileName FROM imports
        WHERE id IN (SELECT import_id FROM members WHERE id = ?)`,
      id,
    ),
  }
}

function matchesOf(db: Reader, id: number, people: People): MemberRecord['matches'] {
  type Stored = Omit<MemberRecord['matches'][number], 'others' | 'reasons'> & {
    match: number
    reasons: string | null
  }
  const matches = db.all<Stored>(
    `SELECT ma.id AS "match", p.name AS program, mm.side, ma.status, ma.started_on AS startedOn, ma.ended_on AS endedOn,
        ma.reasons
      FROM match_members mm JOIN matches ma ON ma.id = mm.match_id JOIN programs p ON p.id = ma.program_id
      WHERE mm.member_id = ? ORDER BY ma.started_on, ma.id`,
    id,
  )
  return matches.map(({ match, reasons, ...facts }) => ({
    ...facts,
    reasons: reasonWords(reasons),
    others: db
      .column<number>(
        'SELECT member_id FROM match_members WHERE match_id = ? AND member_id <> ? ORDER BY id',
        match,
        id,
      )
      .map(people),
  }))
}

function enrolmentsOf(db: Reader, id: number, people: People): MemberRecord['enrolments'] {
  type Stored = Omit<
    MemberRecord['enrolments'][number],
    'moves' | 'checks' | 'style' | 'wishes' | 'traits'
  > & {
    id: number
    traits: string | null
  } & StyleColumns
  const enrolments = db.all<Stored>(
    `SELECT e.id, p.name AS program, e.role, e.step, e.step_since AS since, e.applied_on AS appliedOn, e.capacity,
        e.goals, e.note, e.left_reason AS leftReason, e.traits, ${styleColumns}
      FROM enrolments e JOIN programs p ON p.id = e.program_id WHERE e.member_id = ? ORDER BY e.id`,
    id,
  )
  return enrolments.map(({ id: enrolment, plan, rhythm, advice, talk, traits, ...facts }) => ({
    ...facts,
    style: styleAnswers({ plan, rhythm, advice, talk }),
    traits: traitsIn(traits),
    wishes: wishesOf(db, enrolment).map(({ kind, memberId }) => ({ kind, other: people(memberId) })),
    moves: movesOf(db, enrolment).map(({ to, on, reason }) => ({ to, on, reason })),
    checks: db.all(
      `SELECT pc.text, ec.done_on AS doneOn FROM enrolment_checks ec JOIN program_checks pc ON pc.id = ec.check_id
        WHERE ec.enrolment_id = ? ORDER BY ec.done_on, ec.id`,
      enrolment,
    ),
  }))
}

function interactionsOf(db: Reader, id: number, people: People): MemberRecord['interactions'] {
  type Stored = Omit<MemberRecord['interactions'][number], 'other' | 'direction'> & {
    other: number
    directed: number
    sent: number
  }
  const rows = db.all<Stored>(
    `SELECT i.at AS "on", i.kind, i.directed, i.from_id = @id AS sent,
        iif(i.from_id = @id, i.to_id, i.from_id) AS other, c.name AS community
      FROM interactions i LEFT JOIN communities c ON c.id = i.community_id
      WHERE i.id IN (SELECT id FROM interactions WHERE from_id = @id UNION SELECT id FROM interactions WHERE to_id = @id)
      ORDER BY i.day, i.id`,
    { id },
  )
  const known = new Map<number, RecordPerson>()
  return rows.map(({ other, directed, sent, ...facts }) => {
    const person = known.get(other) ?? people(other)
    known.set(other, person)
    return { ...facts, direction: directed === 0 ? 'both' : sent === 1 ? 'to' : 'from', other: person }
  })
}
