import { dayNumber } from '@shared/domain/calendar'
import type { Rejection, SessionCandidate } from '@shared/domain/imports'
import { pairsOf } from '@shared/domain/pairs'
import type { Reader } from '../engine/reader'
import type { BulkInsert, Writer } from '../engine/writer'
import type { Ledger } from './ledger'
import type { OnDuplicate } from './memberImport'
import type { Participants } from './participants'
import { sessionColumns, sessionValues } from './rows'
import type { TopicStore } from './topicStore'

/** A session in the file as far as it can be told from another one. */
interface Known {
  id: number
  notes: string
}

/**
 * Takes the rows of a file of sessions. The same people on the same day with the same notes are the same session;
 * notes that were missing are filled in; other notes are another session.
 */
export class SessionImport {
  private readonly known = new Map<string, Known[]>()

  constructor(
    db: Reader,
    private readonly participants: Participants,
    private readonly writing: SessionWriting | null,
    private readonly ledger: Ledger,
    private readonly onDuplicate: OnDuplicate,
  ) {
    const rows = db.rows<[number, string, string, string]>(`
      SELECT sessions.id, held_on, notes, people
      FROM (SELECT session_id, group_concat(member_id, ' ' ORDER BY member_id) AS people
        FROM session_attendees GROUP BY session_id)
      JOIN sessions ON sessions.id = session_id`)
    for (const [id, heldOn, notes, people] of rows)
      this.remember(`${heldOn} ${people}`, { id, notes: fingerprint(notes) })
  }

  take(candidates: readonly SessionCandidate[], rejections: readonly Rejection[]): void {
    this.ledger.rejectAll(rejections)
    for (const candidate of candidates) this.takeOne(candidate)
  }

  end(): void {
    this.writing?.end()
  }

  private takeOne(candidate: SessionCandidate): void {
    const { line, heldOn, notes = '' } = candidate
    const people = candidate.attendees.map(({ person }) => person)
    const ids = this.participants.byReference(line, people)
    if (ids === null) return
    const attendees = [...new Set(ids)]
    const key = `${heldOn} ${[...attendees].sort((a, b) => a - b).join(' ')}`
    const same = this.known.get(key) ?? []
    const text = fingerprint(notes)
    const cells = () => shown(candidate)
    const twin = same.find((other) => other.notes === text || text === '')
    if (twin) {
      this.ledger.take(line, 'skipped', cells)
      return
    }
    const blank = same.find((other) => other.notes === '')
    if (blank && this.onDuplicate === 'merge') {
      this.writing?.fillIn(blank.id, notes)
      blank.notes = text
      this.ledger.take(line, 'merged', cells)
      return
    }
    const id = this.writing?.add(candidate, attendees) ?? 0
    this.remember(key, { id, notes: text })
    this.ledger.take(line, 'added', cells)
  }

  private remember(key: string, session: Known): void {
    const known = this.known.get(key)
    if (known) known.push(session)
    else this.known.set(key, [session])
  }
}

/** Notes are compared, not kept: their length and their ends tell two of one day apart. */
function fingerprint(notes: string): string {
  const text = notes.trim()
  return text.length <= 160 ? text : `${text.length} ${text.slice(0, 80)} ${text.slice(-80)}`
}

function shown({
  heldOn,
  attendees,
  minutes,
  medium,
  title,
  notes,
}: SessionCandidate): Record<string, string> {
  return {
    date: heldOn,
    attendees: attendees.map(({ person }) => person.name ?? person.email ?? '').join(', '),
    minutes: minutes === undefined ? '' : String(minutes),
    medium: medium ?? '',
    title: title ?? '',
    notes: (notes ?? '').slice(0, 200),
  }
}

/** Writes sessions with all that belongs to them, a table at a time. */
export class SessionWriting {
  private readonly sessions: BulkInsert
  private readonly attendees: BulkInsert
  private readonly topics: BulkInsert
  private readonly actionItems: BulkInsert
  private readonly interactions: BulkInsert
  private readonly matches: Map<string, number>

  constructor(
    private readonly db: Writer,
    private readonly topicStore: TopicStore,
    private readonly importId: number,
  ) {
    this.sessions = db.bulk('sessions', sessionColumns)
    this.attendees = db.bulk('session_attendees', ['session_id', 'member_id'])
    this.topics = db.bulk('session_topics', ['session_id', 'topic_id'])
    this.actionItems = db.bulk('action_items', ['session_id', 'owner_id', 'text'])
    this.interactions = db.bulk('interactions', [
      'from_id',
      'to_id',
      'directed',
      'day',
      'at',
      'kind',
      'session_id',
      'import_id',
    ])
    this.matches = pairsWithOneMatch(db)
  }

  add(session: SessionCandidate, attendees: number[]): number {
    const { heldOn } = session
    const people = [...attendees].sort((a, b) => a - b)
    const matchId = this.matches.get(people.join(' ')) ?? null
    const id = this.sessions.add(
      sessionValues(session, matchId, { importId: this.importId, now: this.db.now }),
    )
    for (const member of people) this.attendees.add([id, member])
    for (const topic of new Set(this.topicStore.ids(session.topics ?? []))) this.topics.add([id, topic])
    for (const text of session.actionItems ?? []) this.actionItems.add([id, null, text])
    for (const [from, to] of pairsOf(people)) {
      this.interactions.add([from, to, 0, dayNumber(heldOn), heldOn, 'session', id, this.importId])
    }
    return id
  }

  fillIn(id: number, notes: string): void {
    this.db.update('sessions', id, { notes, updated_at: this.db.now })
  }

  end(): void {
    this.sessions.end()
    this.attendees.end()
    this.topics.end()
    this.actionItems.end()
    this.interactions.end()
  }
}

/** Which match two people have, where they have just one: their sessions belong to it. */
function pairsWithOneMatch(db: Reader): Map<string, number> {
  const rows = db.all<{ people: string; match: number }>(`
    SELECT people, min(id) AS match FROM (
      SELECT match_id AS id, group_concat(member_id, ' ' ORDER BY member_id) AS people
      FROM match_members GROUP BY match_id)
    GROUP BY people HAVING count(*) = 1`)
  return new Map(rows.map(({ people, match }) => [people, match]))
}
