import type { OutputOf } from '@shared/contract'
import type { Couple, MatchingInput, Mentor, Participant, Skill } from '@shared/domain/matching/input'
import type { MentoringRole, SkillSide } from '@shared/domain/vocabulary'
import type { Reader } from '../engine/reader'
import { grouped } from './references'

/** Who takes part in the matching of a program, as far as the file knows. */
interface Candidates extends Pick<OutputOf<'matching.propose'>, 'setAside' | 'notActive'> {
  people: Pick<MatchingInput, 'mentors' | 'mentees' | 'reporting' | 'past'>
}

interface StoredPerson {
  id: number
  name: string
  role: MentoringRole
  capacity: number | null
  organisation: string | null
  department: string | null
  location: string | null
  /** Mentees in matches that are proposed or go on, in all programs. */
  held: number
  /** Whether they have a mentor or a peer in such a match of this program. */
  hasMatch: number
}

/** Matches in which places are taken. */
const running = "('proposed', 'active', 'paused')"

/** Who has not said how many mentees they take takes one. */
const usualCapacity = 1

/**
 * Active members of the directory: mentors with room, and mentees who have no match in the program. Those without are set
 * aside, with the reason.
 */
export function candidates(db: Reader, programId: number): Candidates {
  const stored = storedPeople(db, programId)
  const skills = skillsByMember(db)
  const found: { mentors: Mentor[]; mentees: Participant[] } = { mentors: [], mentees: [] }
  const setAside: Candidates['setAside'] = []
  for (const person of stored) {
    const { id, name, held } = person
    const room = (person.capacity ?? usualCapacity) - held
    if (isMentor(person)) {
      if (room > 0) found.mentors.push({ ...participant(person, skills), room, held })
      else setAside.push({ id, name, side: 'mentor', words: fullWords(person) })
    }
    if (isMentee(person)) {
      if (person.hasMatch === 0) found.mentees.push(participant(person, skills))
      else setAside.push({ id, name, side: 'mentee', words: 'Has a match in this program.' })
    }
  }
  return {
    people: { ...found, reporting: [], past: pastCouples(db) },
    setAside,
    notActive:
      db.value<number>(
        "SELECT count(*) FROM members WHERE archived_at IS NULL AND status <> 'active' AND role <> 'neither'",
      ) ?? 0,
  }
}

function storedPeople(db: Reader, programId: number): StoredPerson[] {
  return db.all<StoredPerson>(
    `SELECT m.id, m.name, m.role, m.capacity, m.organisation, m.department, m.location,
        ifnull(mentoring.held, 0) AS held, m.id IN (
          SELECT mm.member_id FROM matches ma JOIN match_members mm ON mm.match_id = ma.id
          WHERE ma.program_id = ? AND ma.status IN ${running} AND mm.side <> 'mentor'
        ) AS hasMatch
      FROM members m LEFT JOIN (
        SELECT mentor.member_id, count(*) AS held
        FROM matches ma
          JOIN match_members mentor ON mentor.match_id = ma.id AND mentor.side = 'mentor'
          JOIN match_members mentee ON mentee.match_id = ma.id AND mentee.side = 'mentee'
        WHERE ma.status IN ${running} GROUP BY mentor.member_id
      ) AS mentoring ON mentoring.member_id = m.id
      WHERE m.archived_at IS NULL AND m.status = 'active' AND m.role <> 'neither'
      ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    programId,
  )
}

function isMentor({ role }: StoredPerson): boolean {
  return role === 'mentor' || role === 'both'
}

function isMentee({ role }: StoredPerson): boolean {
  return role === 'mentee' || role === 'both'
}

function participant(
  { id, organisation, department, location }: StoredPerson,
  skills: ReadonlyMap<number, { side: SkillSide; skill: Skill }[]>,
): Participant {
  const own = skills.get(id) ?? []
  const named = (wanted: SkillSide) => own.filter(({ side }) => side === wanted).map(({ skill }) => skill)
  return {
    id,
    skillsOffered: named('offered'),
    skillsWanted: named('wanted'),
    organisation,
    department,
    location,
    // What the file has no place for yet is unknown.
    goals: [],
    workingStyle: {},
    availability: [],
    utcOffset: null,
    languages: [],
    seniority: null,
    wishes: [],
    vetoes: [],
    traits: {},
    alike: [],
  }
}

function skillsByMember(db: Reader): Map<number, { side: SkillSide; skill: Skill }[]> {
  const rows = db.all<{ member: number; side: SkillSide; name: string }>(
    `SELECT s.member_id AS member, s.side, t.name
      FROM member_skills s JOIN members m ON m.id = s.member_id JOIN topics t ON t.id = s.topic_id
      WHERE m.archived_at IS NULL AND m.status = 'active' AND m.role <> 'neither'`,
  )
  return grouped(
    rows,
    ({ member }) => member,
    ({ side, name }) => ({ side, skill: { name, level: null } }),
  )
}

/** Two who are or were a pair in any program; two mentees of a group are none. */
function pastCouples(db: Reader): Couple[] {
  return db.arrays<[number, number]>(
    `SELECT DISTINCT one.member_id, other.member_id
      FROM match_members one JOIN match_members other ON other.match_id = one.match_id
      WHERE one.side = 'mentor' AND other.side = 'mentee'
        OR one.side = 'peer' AND other.side = 'peer' AND one.member_id < other.member_id`,
  )
}

function fullWords({ capacity, held }: StoredPerson): string {
  const mentees = held === 1 ? '1 mentee' : `${held} mentees`
  if (capacity === 0) return 'Takes no mentees.'
  if (capacity === null) return `Has ${mentees}, and has not said that they take more.`
  return `Has ${mentees}, and takes ${capacity} at most.`
}
