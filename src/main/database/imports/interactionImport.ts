import { dateInZone, dayNumber } from '@shared/domain/calendar'
import type { InteractionCandidate, Rejection } from '@shared/domain/imports'
import type { Reader } from '../engine/reader'
import type { BulkInsert, Writer } from '../engine/writer'
import type { Ledger } from './ledger'
import type { Participants } from './participants'
import { nameKey } from './people'

/**
 * Takes the rows of a file of contacts. A contact is known by who, whom, when and what kind; where a file has
 * several that are alike, as many are kept.
 */
export class InteractionImport {
  /** How often each contact has been met in this file, where any could be in the record already. */
  private readonly met = new Map<string, number>()
  private readonly comparing: boolean

  constructor(
    private readonly db: Reader,
    private readonly participants: Participants,
    private readonly writing: InteractionWriting | null,
    private readonly ledger: Ledger,
    /** The program's, which says where its days begin. */
    private readonly timeZone: string,
  ) {
    this.comparing = db.value('SELECT 1 FROM interactions WHERE session_id IS NULL LIMIT 1') === 1
  }

  take(candidates: readonly InteractionCandidate[], rejections: readonly Rejection[]): void {
    this.ledger.rejectAll(rejections)
    for (const candidate of candidates) this.takeOne(candidate)
  }

  end(): void {
    this.writing?.end()
  }

  private takeOne(candidate: InteractionCandidate): void {
    const { line, at, kind } = candidate
    // Somebody new who only contacts themselves shall not be added.
    const alone = nameKey(candidate.from) === nameKey(candidate.to)
    const sides = alone ? [] : this.participants.byWord(line, [candidate.from, candidate.to])
    if (sides === null) return
    const [from, to] = sides
    if (from === undefined || to === undefined || from === to) {
      this.ledger.reject(line, 'A contact needs two people; both sides are the same member.')
      return
    }
    const cells = () => ({
      from: candidate.from,
      to: candidate.to,
      at,
      kind,
      community: candidate.community ?? '',
    })
    const day = dayNumber(at.length > 10 ? dateInZone(at, this.timeZone) : at)
    if (this.comparing && this.isThere(from, to, day, at, kind)) {
      this.ledger.take(line, 'skipped', cells)
      return
    }
    this.writing?.add(from, to, day, candidate)
    this.ledger.take(line, 'added', cells)
  }

  private isThere(from: number, to: number, day: number, at: string, kind: string): boolean {
    const key = `${from} ${to} ${at} ${kind}`
    const met = (this.met.get(key) ?? 0) + 1
    this.met.set(key, met)
    // What this run has added counts as well, so the record grows with `met` and only what it lacks is added.
    const kept = this.db.value<number>(
      `SELECT count(*) FROM interactions INDEXED BY interactions_from
        WHERE from_id = ? AND day = ? AND to_id = ? AND at = ? AND kind = ? AND session_id IS NULL`,
      from,
      day,
      to,
      at,
      kind,
    )
    return (kept ?? 0) >= met
  }
}

/** Writes contacts, and communities that a file names for the first time. */
export class InteractionWriting {
  private readonly interactions: BulkInsert
  private readonly communities: Map<string, number>

  constructor(
    private readonly db: Writer,
    private readonly importId: number,
  ) {
    this.interactions = db.bulk('interactions', [
      'from_id',
      'to_id',
      'directed',
      'day',
      'at',
      'kind',
      'community_id',
      'import_id',
    ])
    const rows = db.all<{ id: number; name: string }>('SELECT id, name FROM communities')
    this.communities = new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
  }

  add(from: number, to: number, day: number, { at, kind, community }: InteractionCandidate): void {
    const communityId = community === undefined ? null : this.community(community)
    this.interactions.add([from, to, 1, day, at, kind, communityId, this.importId])
  }

  end(): void {
    this.interactions.end()
  }

  private community(name: string): number {
    const known = this.communities.get(name.toLowerCase())
    if (known !== undefined) return known
    const id = this.db.insert('communities', {
      name,
      domain: '',
      purpose: '',
      stage: 'potential',
      rhythm_days: null,
    })
    this.communities.set(name.toLowerCase(), id)
    return id
  }
}
