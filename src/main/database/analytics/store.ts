import { dayNumber } from '@shared/domain/calendar'
import type { Reader, SqlValue } from '../engine/reader'
import { Dictionary } from './dictionary'
import { RowTable } from './rowTable'
import { alwaysThere, type Columns, standing } from './shape'

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

const day = (column: string) => `unixepoch(${column}) / 86400`
/** Days that no calendar has, which only a foreign hand can have written, are nowhere to be shown. */
const calendarDays = `BETWEEN ${dayNumber('0001-01-01')} AND ${dayNumber('9999-12-31')}`

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
  private readonly communityMembers = new RowTable(['community', 'member', 'joined'])
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
    sessions: (db, first, last) => this.loadSessions(db, first, last),
    session_attendees: (db, first, last) => this.loadAttendees(db, first, last),
    interactions: (db, first, last) => this.loadInteractions(db, first, last),
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
    const sql = `SELECT id, archived_at IS NOT NULL, status, location, department, ${day('joined_on')}
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
    const sql = `SELECT id, community_id, member_id, ${day('joined_on')}
      FROM community_members WHERE id BETWEEN ? AND ?`
    type Row = [number, number, number, number | null]
    eachRow<Row>(db, sql, first, last, ([id, community, member, joined]) => {
      const row = this.communityMembers.rowOf(id)
      columns.community.set(row, this.communities.codeOf(community))
      columns.member.set(row, this.members.rowOf(member))
      columns.joined.set(row, joined ?? alwaysThere)
    })
  }

  private loadSessions(db: Reader, first: number, last: number): void {
    const columns = this.sessions.columns
    const sql = `SELECT id, ${day('held_on')}, minutes, medium FROM sessions
      WHERE id BETWEEN ? AND ? AND ${day('held_on')} ${calendarDays}`
    type Row = [number, number, number | null, string | null]
    eachRow<Row>(db, sql, first, last, ([id, held, minutes, medium]) => {
      const row = this.sessions.rowOf(id)
      columns.held.set(row, 1)
      columns.day.set(row, held)
      columns.minutes.set(row, minutes ?? -1)
      columns.medium.set(row, this.media.codeOf(medium))
    })
  }

  private loadAttendees(db: Reader, first: number, last: number): void {
    const columns = this.attendees.columns
    const sql = 'SELECT id, session_id, member_id FROM session_attendees WHERE id BETWEEN ? AND ?'
    eachRow<[number, number, number]>(db, sql, first, last, ([id, session, member]) => {
      const row = this.attendees.rowOf(id)
      columns.session.set(row, this.sessions.rowOf(session))
      columns.member.set(row, this.members.rowOf(member))
    })
  }

  private loadInteractions(db: Reader, first: number, last: number): void {
    const columns = this.interactions.columns
    const sql = `SELECT id, from_id, to_id, directed, day, kind, community_id, session_id, import_id IS NOT NULL
      FROM interactions WHERE id BETWEEN ? AND ? AND day ${calendarDays}`
    type Row = [number, number, number, number, number, string, number | null, number | null, number]
    eachRow<Row>(db, sql, first, last, (record) => {
      const [id, from, to, directed, on, kind, community, session, imported] = record
      const row = this.interactions.rowOf(id)
      columns.day.set(row, on)
      columns.from.set(row, this.members.rowOf(from))
      columns.to.set(row, this.members.rowOf(to))
      columns.directed.set(row, directed)
      columns.kind.set(row, this.kinds.codeOf(kind))
      columns.community.set(row, this.communities.codeOf(community))
      columns.session.set(row, session === null ? 0 : this.sessions.rowOf(session))
      columns.imported.set(row, imported)
    })
  }
}

function standingOf(archived: boolean, status: string): number {
  if (archived) return standing.archived
  return status === 'active' || status === 'alumni' ? standing[status] : standing.other
}

/** So many rows are read at once: few enough to be let go soon, enough that the reading costs and not the asking. */
const chunk = 5000

/** Gives every row to `take`, one after the other, by their ids, which come first; the millions go through here. */
function eachRow<Row extends [id: number, ...SqlValue[]]>(
  db: Reader,
  sql: string,
  first: number,
  last: number,
  take: (row: Row) => void,
): void {
  const part = `${sql} ORDER BY id LIMIT ${chunk}`
  for (let from = first, rows: Row[] = []; ; ) {
    rows = db.arrays<Row>(part, from, last)
    for (const row of rows) take(row)
    const end = rows.at(-1)
    if (!end || rows.length < chunk) return
    from = end[0] + 1
  }
}
