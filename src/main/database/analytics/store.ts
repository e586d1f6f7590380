import { type Run, runsOf } from '../columns/chunks'
import { Dictionary } from '../columns/dictionary'
import { eachRow } from '../columns/eachRow'
import { allOf, exchanged } from '../columns/numbers'
import { RowTable } from '../columns/rowTable'
import type { Reader } from '../engine/reader'
import { alwaysThere, type Columns, neverLeft, standing } from './shape'

/** The tables that are held in memory, in the order of loading: what is referred to comes first. */
export const sources = [
  'communities',
  'members',
  'community_members',
  'sessions',
  'session_attendees',
  'interactions',
] as const
export type Source = (typeof sources)[number]

type Load = (db: Reader, first: number, last: number) => void

const joinedDay = 'unixepoch(joined_on) / 86400'

/** The columns themselves, and how rows get into them. */
export class ActivityStore {
  private readonly interactions = new RowTable([
    'day',
    'from',
    'to',
    'directed',
    'kind',
    'community',
    'session',
    'imported',
  ])
  private readonly sessions = new RowTable(['held', 'day', 'minutes', 'medium'])
  private readonly attendees = new RowTable(['session', 'member'])
  private readonly members = new RowTable(['id', 'standing', 'location', 'department', 'joined'])
  private readonly communityMembers = new RowTable(['community', 'member', 'joined', 'left'])
  private readonly communities = new Dictionary<number>()
  private readonly communityNames: (string | null)[] = [null]
  private readonly kinds = new Dictionary<string>()
  private readonly locations = new Dictionary<string>()
  private readonly departments = new Dictionary<string>()
  private readonly media = new Dictionary<string>()

  private readonly tables: Partial<Record<Source, Pick<RowTable<string>, 'reserve' | 'clear'>>> = {
    members: this.members,
    community_members: this.communityMembers,
    sessions: this.sessions,
    session_attendees: this.attendees,
    interactions: this.interactions,
  }

  private readonly loads: Record<Source, Load> = {
    communities: (db, first, last) => this.loadCommunities(db, first, last),
    members: (db, first, last) => this.loadMembers(db, first, last),
    community_members: (db, first, last) => this.loadCommunityMembers(db, first, last),
    sessions: (db, first, last) => {
      for (const run of runsOf(db, 'sessions', first, last)) this.takeSessions(run)
    },
    session_attendees: (db, first, last) => {
      for (const run of runsOf(db, 'session_attendees', first, last)) this.takeAttendees(run)
    },
    interactions: (db, first, last) => {
      for (const run of runsOf(db, 'interactions', first, last)) this.takeInteractions(run)
    },
  }

  /** Makes room, so that a table that is read as a whole takes no more memory than it needs. */
  reserve(source: Source, records: number): void {
    this.tables[source]?.reserve(records)
  }

  /** Makes the rows with the ids `first` to `last` what they are in the file now, whatever happened to them. */
  refresh(db: Reader, source: Source, first: number, last: number): void {
    this.tables[source]?.clear(first, last)
    this.loads[source](db, first, last)
  }

  view(): Columns {
    return {
      interactions: this.interactions.view(),
      sessions: this.sessions.view(),
      attendees: this.attendees.view(),
      members: this.members.view(),
      communityMembers: this.communityMembers.view(),
      recorded: this.recorded(),
      communityIds: this.communities.values,
      names: {
        kind: this.kinds.values,
        community: this.communityNames,
        location: this.locations.values,
        department: this.departments.values,
        medium: this.media.values,
      },
    }
  }

  private recorded(): Columns['recorded'] {
    const days = [this.interactions.columns.day, this.sessions.columns.day]
    const first = Math.min(...days.map(({ least }) => least))
    const last = Math.max(...days.map(({ most }) => most))
    return first > last ? { first: 1, last: 0 } : { first, last }
  }

  private loadCommunities(db: Reader, first: number, last: number): void {
    const sql = 'SELECT id, name FROM communities WHERE id BETWEEN ? AND ?'
    eachRow<[number, string]>(db, sql, first, last, ([id, name]) => {
      this.communityNames[this.communities.codeOf(id)] = name
    })
  }

  private loadMembers(db: Reader, first: number, last: number): void {
    const columns = this.members.columns
    const sql = `SELECT id, archived_at IS NOT NULL, status, location, department, ${joinedDay}
      FROM members WHERE id BETWEEN ? AND ?`
    type Row = [number, number, string, string | null, string | null, number | null]
    eachRow<Row>(db, sql, first, last, ([id, archived, status, location, department, joined]) => {
      const row = this.members.rowOf(id)
      columns.id.set(row, id)
      columns.standing.set(row, standingOf(archived === 1, status))
      columns.location.set(row, this.locations.codeOf(location))
      columns.department.set(row, this.departments.codeOf(department))
      columns.joined.set(row, joined ?? alwaysThere)
    })
  }

  private loadCommunityMembers(db: Reader, first: number, last: number): void {
    const columns = this.communityMembers.columns
    const sql = `SELECT id, community_id, member_id, ${joinedDay}, unixepoch(left_on) / 86400
      FROM community_members WHERE id BETWEEN ? AND ?`
    type Row = [number, number, number, number | null, number | null]
    eachRow<Row>(db, sql, first, last, ([id, community, member, joined, left]) => {
      const row = this.communityMembers.rowOf(id)
      columns.community.set(row, this.communities.codeOf(community))
      columns.member.set(row, this.members.rowOf(member))
      columns.joined.set(row, joined ?? alwaysThere)
      columns.left.set(row, left ?? neverLeft)
    })
  }

  private takeSessions({ ids, columns, codes, words }: Run): void {
    const [day = ids, minutes = ids] = columns
    const medium = exchanged(codes, (code) => this.media.codeOf(words[code] ?? null))
    this.sessions.put(ids, { held: allOf(1, ids.length), day, minutes, medium })
  }

  private takeAttendees({ ids, columns }: Run): void {
    const [session = ids, member = ids] = columns
    this.attendees.put(ids, { session: this.sessions.rowsOf(session), member: this.members.rowsOf(member) })
  }

  private takeInteractions({ ids, columns, codes, words }: Run): void {
    const [from = ids, to = ids, directed = ids, day = ids, community = ids, session = ids, imported = ids] =
      columns
    this.interactions.put(ids, {
      day,
      directed,
      imported,
      from: this.members.rowsOf(from),
      to: this.members.rowsOf(to),
      kind: exchanged(codes, (code) => this.kinds.codeOf(words[code] ?? null)),
      community: exchanged(community, (id) => this.communities.codeOf(id === 0 ? null : id)),
      session: this.sessions.rowsOf(session),
    })
  }
}

function standingOf(archived: boolean, status: string): number {
  if (archived) return standing.archived
  return status === 'active' || status === 'alumni' ? standing[status] : standing.other
}
