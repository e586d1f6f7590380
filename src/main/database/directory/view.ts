import type { Ints } from '../columns/intColumn'
import type { Reader } from '../engine/reader'
import type { DirectoryTables } from './tables'

/** What the search found, of each row 1 or 0. */
export type Hits = Uint8Array

/** Searches whose hits are kept: a list, its filters and its next pages ask for the same ones. */
const keptSearches = 4

/**
 * The directory as it is at one moment, with what is computed from it when it is first asked for. Rows of members are
 * numbered from 1 on; those without a status are nobody.
 */
export class DirectoryView {
  readonly members: { rows: number } & Record<keyof DirectoryTables['members']['columns'], Ints>
  private names: { places: Int32Array; rows: Int32Array } | null = null
  private matched: MatchCounts | null = null
  private skilled: SkillsByMember | null = null
  private readonly searches = new Map<string, Hits>()

  constructor(readonly tables: DirectoryTables) {
    this.members = tables.members.view()
  }

  /** Of each row its place among all members by name, from 0 on. */
  placesByName(): Int32Array {
    return this.byName().places
  }

  /** All members by name, then by id. */
  rowsByName(): Int32Array {
    return this.byName().rows
  }

  /** In how many matches each member is. */
  matches(): MatchCounts {
    this.matched ??= countMatches(this.tables, this.members.rows)
    return this.matched
  }

  /** Who has which topic, those of one member next to each other. */
  skillsByMember(): SkillsByMember {
    if (this.skilled === null) {
      const { rows, member, topic } = this.tables.skills.view()
      const order = sortedBy(member, rows, this.members.rows)
      this.skilled = {
        member: order.map((row) => member[row] ?? 0),
        topic: order.map((row) => topic[row] ?? 0),
      }
    }
    return this.skilled
  }

  /** Whom the search finds. @param match what `member_search` is asked */
  hits(db: Reader, match: string): Hits {
    const known = this.searches.get(match)
    if (known) return known
    const hits = new Uint8Array(this.members.rows)
    const found = db.column<number>('SELECT rowid FROM member_search WHERE member_search MATCH ?', match)
    for (const id of found) {
      const row = this.tables.members.knownRow(id)
      if (row > 0) hits[row] = 1
    }
    this.searches.set(match, hits)
    const [oldest] = this.searches.keys()
    if (this.searches.size > keptSearches && oldest !== undefined) this.searches.delete(oldest)
    return hits
  }

  private byName(): { places: Int32Array; rows: Int32Array } {
    if (this.names === null) {
      const { id, sortName, rows } = this.members
      const ranks = this.tables.texts.sortName.ranks()
      const rankOfRow = new Int32Array(rows)
      for (let row = 1; row < rows; row++) rankOfRow[row] = ranks[sortName[row] ?? 0] ?? 0
      const byId = sortedById(id, rows)
      const ordered = sortedBy(rankOfRow, rows, ranks.length, byId)
      const places = new Int32Array(rows)
      for (let place = 0; place < ordered.length; place++) places[ordered[place] ?? 0] = place
      this.names = { places, rows: ordered }
    }
    return this.names
  }
}

/** A row of the members and the number of a topic each; both are 0 where a skill was deleted. */
interface SkillsByMember {
  member: Int32Array
  topic: Int32Array
}

/** Of each row of the members a number of matches. */
interface MatchCounts {
  /** Those that are active or paused. */
  current: Int32Array
  /** Of those, the ones in which the member is the mentor. */
  mentoring: Int32Array
  /** How many of a mentor's places are taken: a match that is proposed holds its place. */
  taken: Int32Array
}

function countMatches(tables: DirectoryTables, members: number): MatchCounts {
  const { rows, member, match, mentor } = tables.matchMembers.view()
  const { status } = tables.matches.view()
  const statuses = tables.matchStatuses.values
  const isCurrent = statuses.map((name) => name === 'active' || name === 'paused')
  const takesPlace = statuses.map((name, code) => isCurrent[code] === true || name === 'proposed')
  const counts = {
    current: new Int32Array(members),
    mentoring: new Int32Array(members),
    taken: new Int32Array(members),
  }
  const add = (count: Int32Array, who: number) => {
    count[who] = (count[who] ?? 0) + 1
  }
  for (let row = 1; row < rows; row++) {
    const who = member[row] ?? 0
    const code = status[match[row] ?? 0] ?? 0
    if (isCurrent[code]) add(counts.current, who)
    if (mentor[row] !== 1) continue
    if (isCurrent[code]) add(counts.mentoring, who)
    if (takesPlace[code]) add(counts.taken, who)
  }
  return counts
}

/** Rows that have an id, by it. They mostly are in that order as they are. */
function sortedById(id: Ints, rows: number): Int32Array {
  const all = new Int32Array(rows)
  let length = 0
  let isSorted = true
  for (let row = 1; row < rows; row++) {
    if (id[row] === 0) continue
    if (length > 0 && (id[row] ?? 0) < (id[all[length - 1] ?? 0] ?? 0)) isSorted = false
    all[length++] = row
  }
  const there = all.subarray(0, length)
  return isSorted ? there : there.sort((a, b) => (id[a] ?? 0) - (id[b] ?? 0))
}

/** Rows by a number from 0 up to `most`, those of one number as they were; without row 0 unless told which rows. */
function sortedBy(numbers: Ints, rows: number, most: number, which?: Int32Array): Int32Array {
  const starts = new Int32Array(most + 2)
  const length = which?.length ?? rows - 1
  const rowAt = (index: number) => (which ? (which[index] ?? 0) : index + 1)
  for (let index = 0; index < length; index++) {
    const number = (numbers[rowAt(index)] ?? 0) + 1
    starts[number] = (starts[number] ?? 0) + 1
  }
  for (let number = 1; number < starts.length; number++)
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0)
  const sorted = new Int32Array(Math.max(0, length))
  for (let index = 0; index < length; index++) {
    const row = rowAt(index)
    const number = numbers[row] ?? 0
    const place = starts[number] ?? 0
    starts[number] = place + 1
    sorted[place] = row
  }
  return sorted
}
