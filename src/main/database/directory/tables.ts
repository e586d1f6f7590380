import { consentPurposes, memberStatuses, mentoringRoles } from '@shared/domain/vocabulary'
import { Dictionary } from '../columns/dictionary'
import { eachRow } from '../columns/eachRow'
import type { Range } from '../columns/following'
import { RankedDictionary } from '../columns/ranked'
import { RowTable } from '../columns/rowTable'
import type { Reader } from '../engine/reader'

/** The tables that the directory is made of. */
export const sources = ['members', 'member_skills', 'matches', 'match_members', 'consents'] as const
type Source = (typeof sources)[number]

const statuses: readonly string[] = memberStatuses
const roles: readonly string[] = mentoringRoles
const purposes: readonly string[] = consentPurposes

/** In the place of a date, a capacity or an import that is not known. */
export const unknown = -1_000_000

/**
 * The members and what they are filtered, sorted and counted by, as columns of numbers. Texts are numbers of a
 * dictionary, in which 0 is unknown; statuses, roles and purposes are numbered from 1 on, so that 0 is an emptied row.
 */
export class DirectoryTables {
  readonly members = new RowTable([
    'id',
    'archived',
    'erased',
    'status',
    'role',
    'location',
    'department',
    'jobTitle',
    'organisation',
    'email',
    'sortName',
    'joined',
    'capacity',
    'import',
    'invited',
  ])
  readonly skills = new RowTable(['member', 'topic', 'offered'])
  readonly matches = new RowTable(['status'])
  readonly matchMembers = new RowTable(['member', 'match', 'mentor'])
  /** The answers that are current; the others are empty. */
  readonly consents = new RowTable(['member', 'purpose', 'answer'])

  readonly texts = {
    location: new RankedDictionary(),
    department: new RankedDictionary(),
    jobTitle: new RankedDictionary(),
    organisation: new RankedDictionary(),
    email: new RankedDictionary(),
    sortName: new RankedDictionary(),
  }
  readonly topics = new Dictionary<number>()
  readonly matchStatuses = new Dictionary<string>()
  readonly answers = new Dictionary<string>()

  private readonly tables: Record<Source, Pick<RowTable<string>, 'clear'>> = {
    members: this.members,
    member_skills: this.skills,
    matches: this.matches,
    match_members: this.matchMembers,
    consents: this.consents,
  }

  private readonly loads: Record<Source, (db: Reader, range: Range) => void> = {
    members: (db, range) => this.loadMembers(db, range),
    member_skills: (db, range) => this.loadSkills(db, range),
    matches: (db, range) => this.loadMatches(db, range),
    match_members: (db, range) => this.loadMatchMembers(db, range),
    consents: (db, range) => this.loadConsents(db, range),
  }

  load(db: Reader): void {
    for (const source of sources) this.loads[source](db, { first: 1, last: Number.MAX_SAFE_INTEGER })
  }

  /** Makes these rows what they are in the file now, whatever happened to them. */
  refresh(db: Reader, news: ReadonlyMap<string, readonly Range[]>): void {
    for (const source of sources) {
      for (const range of news.get(source) ?? []) {
        this.tables[source].clear(range.first, range.last)
        this.loads[source](db, range)
      }
    }
  }

  private loadMembers(db: Reader, { first, last }: Range): void {
    const { columns } = this.members
    const { texts } = this
    const sql = `SELECT id, archived_at IS NOT NULL, erased_at IS NOT NULL, status, role, location, department,
      job_title, organisation, email, sort_name, unixepoch(joined_on) / 86400, capacity, import_id,
      invited_by IS NOT NULL FROM members WHERE id BETWEEN ? AND ?`
    type Text = string | null
    type Row = [
      number,
      number,
      number,
      string,
      string,
      Text,
      Text,
      Text,
      Text,
      Text,
      string,
      ...(number | null)[],
    ]
    eachRow<Row>(db, sql, first, last, (member) => {
      const [id, archived, erased, status, role, location, department, jobTitle, organisation, email] = member
      const [, , , , , , , , , , sortName, joined, capacity, importId, invited] = member
      const row = this.members.rowOf(id)
      columns.id.set(row, id)
      columns.archived.set(row, archived)
      columns.erased.set(row, erased)
      columns.status.set(row, 1 + statuses.indexOf(status))
      columns.role.set(row, 1 + roles.indexOf(role))
      columns.location.set(row, texts.location.codeOf(location))
      columns.department.set(row, texts.department.codeOf(department))
      columns.jobTitle.set(row, texts.jobTitle.codeOf(jobTitle))
      columns.organisation.set(row, texts.organisation.codeOf(organisation))
      columns.email.set(row, texts.email.codeOf(email))
      columns.sortName.set(row, texts.sortName.codeOf(sortName))
      columns.joined.set(row, joined ?? unknown)
      columns.capacity.set(row, capacity ?? unknown)
      columns.import.set(row, importId ?? unknown)
      columns.invited.set(row, invited ?? 0)
    })
  }

  private loadSkills(db: Reader, { first, last }: Range): void {
    const { member, topic, offered } = this.skills.columns
    const sql = "SELECT id, member_id, topic_id, side = 'offered' FROM member_skills WHERE id BETWEEN ? AND ?"
    eachRow<[number, number, number, number]>(db, sql, first, last, ([id, memberId, topicId, isOffered]) => {
      const row = this.skills.rowOf(id)
      member.set(row, this.members.rowOf(memberId))
      topic.set(row, this.topics.codeOf(topicId))
      offered.set(row, isOffered)
    })
  }

  private loadMatches(db: Reader, { first, last }: Range): void {
    const sql = 'SELECT id, status FROM matches WHERE id BETWEEN ? AND ?'
    eachRow<[number, string]>(db, sql, first, last, ([id, status]) => {
      this.matches.columns.status.set(this.matches.rowOf(id), this.matchStatuses.codeOf(status))
    })
  }

  private loadMatchMembers(db: Reader, { first, last }: Range): void {
    const { member, match, mentor } = this.matchMembers.columns
    const sql = "SELECT id, member_id, match_id, side = 'mentor' FROM match_members WHERE id BETWEEN ? AND ?"
    eachRow<[number, number, number, number]>(db, sql, first, last, ([id, memberId, matchId, isMentor]) => {
      const row = this.matchMembers.rowOf(id)
      member.set(row, this.members.rowOf(memberId))
      match.set(row, this.matches.rowOf(matchId))
      mentor.set(row, isMentor)
    })
  }

  private loadConsents(db: Reader, { first, last }: Range): void {
    const { member, purpose, answer } = this.consents.columns
    const sql =
      'SELECT id, member_id, purpose, answer FROM consents WHERE id BETWEEN ? AND ? AND is_current = 1'
    eachRow<[number, number, string, string]>(db, sql, first, last, ([id, memberId, about, said]) => {
      const row = this.consents.rowOf(id)
      member.set(row, this.members.rowOf(memberId))
      purpose.set(row, 1 + purposes.indexOf(about))
      answer.set(row, this.answers.codeOf(said))
    })
  }
}
