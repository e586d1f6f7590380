import type { OutputOf } from '@shared/contract'
import { GoalTopics } from '@shared/domain/matching/goalTopics'
import type { MatchingInput, Mentor, Participant, Skill } from '@shared/domain/matching/input'
import { styleAnswers } from '@shared/domain/matching/style'
import { askedTraits, comparedTraits } from '@shared/domain/matching/traits'
import { utcOffset } from '@shared/domain/timeZones'
import type { MatchSide, SkillSide } from '@shared/domain/vocabulary'
import { hoursInUtc, weekHours } from '@shared/domain/weekHours'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { languagesOf } from '../members/languages'
import { programTimeZone } from '../programFile/settings'
import { grouped } from '../references'
import { type Candidate, directoryCandidates, directoryPeers } from './matchingDirectory'
import { enrolledCandidates, isEnrolling } from './matchingEnrolled'
import { pastCouples, reportingLines } from './matchingTies'

/** Who takes part in the matching of a program, as far as the file knows. */
interface Candidates extends Pick<OutputOf<'matching.propose'>, 'setAside' | 'notActive' | 'enrolled'> {
  people: Pick<MatchingInput, 'mentors' | 'mentees' | 'peers' | 'reporting' | 'past'>
}

/**
 * Mentors with room, and mentees who have no match in the program; in one of peers those who have none: of those who are
 * enrolled in it, or, where nobody is, of the directory. Those who do not take part are set aside, with the reason.
 */
export function candidates(db: Reader, programId: number): Candidates {
  const peers = db.value("SELECT 1 FROM programs WHERE id = ? AND format = 'peer'", programId) === 1
  const enrolling = isEnrolling(db, programId)
  const all = enrolling
    ? enrolledCandidates(db, programId, peers)
    : (peers ? directoryPeers : directoryCandidates)(db, programId)
  const taking = all.filter(({ setAside }) => setAside === null)
  const facts = new Facts(db, taking)
  const those = (side: MatchSide) => taking.filter((one) => one.side === side)
  return {
    people: {
      mentors: those('mentor').map((one): Mentor => ({ ...facts.of(one), room: one.room, held: one.held })),
      mentees: those('mentee').map((one) => facts.of(one)),
      ...(peers && { peers: those('peer').map((one) => facts.of(one)) }),
      reporting: reportingLines(
        db,
        taking.map(({ id }) => id),
      ),
      past: pastCouples(db),
    },
    setAside: all.flatMap(({ id, name, side, setAside }) =>
      setAside === null ? [] : [{ id, name, side, words: setAside }],
    ),
    enrolled: enrolling,
    notActive: enrolling
      ? 0
      : (db.value<number>(
          "SELECT count(*) FROM members WHERE archived_at IS NULL AND status <> 'active' AND role <> 'neither'",
        ) ?? 0),
  }
}

/** By what somebody is known here: who they are, and what they said for a program. */
type Known = Pick<Candidate, 'id' | 'enrolment'>

interface StoredFacts {
  id: number
  organisation: string | null
  department: string | null
  location: string | null
  timeZone: string | null
  hours: string | null
  seniority: number | null
  languages: string | null
}

/** What is known of the people that is looked at. */
export class Facts {
  private readonly members: ReadonlyMap<number, StoredFacts>
  private readonly skills: ReadonlyMap<number, { side: SkillSide; skill: Skill }[]>
  private readonly wishes: ReadonlyMap<number, { kind: 'wish' | 'veto'; member: number }[]>
  private readonly topics: GoalTopics
  private readonly asked: ReadonlySet<string>
  private readonly offsets = new Map<string, number | null>()
  private readonly now = new Date()
  private readonly timeZone: string

  constructor(db: Reader, people: readonly Known[]) {
    const ids = list([...new Set(people.map(({ id }) => id))])
    const rows = db.all<StoredFacts>(
      `SELECT id, organisation, department, location, time_zone AS timeZone, hours, seniority, languages
        FROM members WHERE id IN ${listed}`,
      ids,
    )
    this.members = new Map(rows.map((row) => [row.id, row]))
    this.skills = grouped(
      db.all<{ member: number; side: SkillSide; name: string; level: number | null }>(
        `SELECT s.member_id AS member, s.side, t.name, s.level
          FROM member_skills s JOIN topics t ON t.id = s.topic_id WHERE s.member_id IN ${listed}`,
        ids,
      ),
      ({ member }) => member,
      ({ side, name, level }) => ({ side, skill: { name, level } }),
    )
    this.wishes = grouped(
      db.all<{ enrolment: number; kind: 'wish' | 'veto'; member: number }>(
        `SELECT enrolment_id AS enrolment, kind, member_id AS member FROM wishes
          WHERE enrolment_id IN ${listed} ORDER BY enrolment_id, kind, position, id`,
        list(people.flatMap(({ enrolment }) => enrolment?.id ?? [])),
      ),
      ({ enrolment }) => enrolment,
      ({ kind, member }) => ({ kind, member }),
    )
    this.timeZone = programTimeZone(db)
    this.asked = askedTraits(people.map(({ enrolment }) => enrolment?.traits ?? []))
    const isAsked = people.some(({ enrolment }) => typeof enrolment?.goals === 'string')
    this.topics = new GoalTopics(isAsked ? db.column<string>('SELECT name FROM topics ORDER BY id') : [])
  }

  of({ id, enrolment }: Known): Participant {
    const member = this.members.get(id)
    const skills = this.skills.get(id) ?? []
    const wishes = enrolment === null ? [] : (this.wishes.get(enrolment.id) ?? [])
    const named = (side: SkillSide) => skills.filter((one) => one.side === side).map(({ skill }) => skill)
    const wished = (kind: 'wish' | 'veto') =>
      wishes.filter((one) => one.kind === kind).map((one) => one.member)
    const answers = enrolment === null ? [] : styleAnswers(enrolment.style)
    return {
      id,
      skillsOffered: named('offered'),
      skillsWanted: named('wanted'),
      goals: this.topics.in(enrolment?.goals ?? ''),
      workingStyle: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
      utcOffset: this.offsetOf(member?.timeZone ?? null),
      languages: languagesOf(member?.languages ?? null),
      seniority: member?.seniority ?? null,
      organisation: member?.organisation ?? null,
      department: member?.department ?? null,
      location: member?.location ?? null,
      wishes: wished('wish'),
      vetoes: wished('veto'),
      availability: this.hoursOf(member),
      ...comparedTraits(enrolment?.traits ?? [], this.asked),
    }
  }

  /** Whose clock is not known has the one of the program file. */
  private hoursOf(member: StoredFacts | undefined): number[] {
    const hours = weekHours(member?.hours ?? '') ?? []
    return hoursInUtc(hours, this.offsetOf(member?.timeZone ?? this.timeZone) ?? 0)
  }

  private offsetOf(timeZone: string | null): number | null {
    if (timeZone === null) return null
    const known = this.offsets.get(timeZone)
    if (known !== undefined) return known
    const offset = utcOffset(timeZone, this.now)
    this.offsets.set(timeZone, offset)
    return offset
  }
}
