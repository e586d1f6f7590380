import type { ImportOutcome, ImportRequest } from '@shared/contract/imports'
import type { Rejection } from '@shared/domain/imports'
import type { Identity, Person } from './people'

export type Fate = 'added' | 'merged' | 'skipped'

interface Sample {
  line: number
  fate: Fate
  cells: Record<string, string>
}

const usuallyListed = 1000
const sampled = 50
const listedNames = 500

type Decisions = ReadonlyMap<string, number | 'new' | 'skip'>

/** Keeps count of what becomes of each row, and of the names that the user has to decide on. */
export class Ledger {
  readonly counts: Record<Fate, number> = { added: 0, merged: 0, skipped: 0 }
  newMembers = 0
  /** Who came into a program by it. */
  enrolled = 0
  readonly sample: Sample[] = []
  private rejectedCount = 0
  private readonly rejected: { line: number; reason: string }[] = []
  private readonly ambiguous = new Map<string, { rows: number; candidates: Person[] }>()

  private readonly decisions: Decisions
  private readonly listed: number

  constructor({ decisions, listed = usuallyListed }: Pick<ImportRequest, 'decisions' | 'listed'>) {
    this.decisions = new Map(decisions.map(({ name, is }) => [name, is]))
    this.listed = listed
  }

  take(line: number, fate: Fate, cells: () => Record<string, string>): void {
    this.counts[fate]++
    if (this.sample.length < sampled) this.sample.push({ line, fate, cells: cells() })
  }

  reject(line: number, reason: string): void {
    this.rejectedCount++
    if (this.rejected.length < this.listed) this.rejected.push({ line, reason })
  }

  rejectAll(rejections: readonly Rejection[]): void {
    for (const { line, reason } of rejections) this.reject(line, reason)
  }

  /**
   * Settles an identity with the user's word on it.
   * @returns the person, `new`, or null when the row is not to be taken; it has been entered then.
   */
  settle(
    line: number,
    name: string,
    identity: Identity,
    people: { get(id: number): Person | undefined },
  ): Person | 'new' | null {
    if (identity.is === 'known') return identity.person
    if (identity.is === 'new') return 'new'
    const decision = this.decisions.get(name)
    if (decision === 'new') return 'new'
    if (decision === 'skip') {
      this.reject(line, `Left out, as you said for “${name}”.`)
      return null
    }
    const person = decision === undefined ? undefined : people.get(decision)
    if (person) return person
    this.enter(name, identity.among)
    const several = identity.among.length > 1
    this.reject(
      line,
      several
        ? `“${name}” could be any of ${identity.among.length} members. Say who is meant.`
        : `There is a “${name}” already, but nothing says that it is the same person. Say who is meant.`,
    )
    return null
  }

  outcome(): ImportOutcome {
    const { added, merged, skipped } = this.counts
    return {
      added,
      merged,
      skipped,
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      newMembers: this.newMembers,
      enrolled: this.enrolled,
    }
  }

  questions() {
    return [...this.ambiguous].map(([name, { rows, candidates }]) => ({
      name,
      rows,
      candidates: candidates.slice(0, 20).map(({ id, name: known, email, location, department }) => ({
        id,
        name: known,
        email,
        location,
        department,
      })),
    }))
  }

  private enter(name: string, candidates: Person[]): void {
    const known = this.ambiguous.get(name)
    if (known) known.rows++
    else if (this.ambiguous.size < listedNames) this.ambiguous.set(name, { rows: 1, candidates })
  }
}
