import type { MemberCandidate, Rejection } from '@shared/domain/imports'
import { sortNameOf } from '@shared/domain/names'
import type { Ledger } from './ledger'
import type { MemberStore } from './memberStore'
import type { People, Person } from './people'

/** A member that is known already is filled in and brought up to date, or left as it is. */
export type OnDuplicate = 'merge' | 'skip'

/** Takes the rows of a file of members, one batch after the other. */
export class MemberImport {
  /** Who was brought in by whom, to be entered when everybody is there. */
  private readonly invitations: {
    member: number
    line: number
    by: NonNullable<MemberCandidate['invitedBy']>
  }[] = []

  constructor(
    private readonly people: People,
    private readonly store: MemberStore,
    private readonly ledger: Ledger,
    private readonly onDuplicate: OnDuplicate,
  ) {}

  take(candidates: readonly MemberCandidate[], rejections: readonly Rejection[]): void {
    this.ledger.rejectAll(rejections)
    for (const candidate of candidates) this.takeOne(candidate)
  }

  end(): void {
    for (const { member, by } of this.invitations) {
      const identity = this.people.identify({ name: by.name, email: by.email })
      // Somebody who is not in the file nor in the directory stays unknown; the member is there all the same.
      if (identity.is === 'known' && identity.person.id !== member)
        this.store.invitedBy(member, identity.person.id)
    }
    this.store.end()
  }

  private takeOne(candidate: MemberCandidate): void {
    const { line, email = null } = candidate
    const name = candidate.name ?? null
    const { location, organisation, externalId } = candidate
    const identity = this.people.identify({
      name,
      email,
      department: candidate.department ?? null,
      location,
      organisation,
      externalId,
    })
    const who = this.ledger.settle(line, name ?? email ?? '', identity, this.people)
    if (who === null) return
    const cells = () => shown(candidate)
    if (who === 'new') {
      this.add(candidate)
      this.ledger.take(line, 'added', cells)
    } else {
      const changed = this.onDuplicate === 'merge' && this.merge(who, candidate)
      this.ledger.take(line, changed ? 'merged' : 'skipped', cells)
    }
  }

  private add(candidate: MemberCandidate): void {
    const name = candidate.name ?? candidate.email ?? ''
    const id = this.store.add({ ...candidate, name, sortName: candidate.sortName ?? sortNameOf(name) })
    this.people.add({
      id,
      name,
      email: candidate.email ?? null,
      department: candidate.department ?? null,
      location: candidate.location ?? null,
      organisation: candidate.organisation ?? null,
      externalId: candidate.externalId ?? null,
    })
    this.noteInvitation(id, candidate)
  }

  private merge(person: Person, candidate: MemberCandidate): boolean {
    const changed = this.store.merge(person.id, candidate)
    if (person.email === null && candidate.email !== undefined)
      this.people.learnEmail(person, candidate.email)
    this.noteInvitation(person.id, candidate)
    return changed
  }

  private noteInvitation(member: number, { invitedBy, line }: MemberCandidate): void {
    if (invitedBy) this.invitations.push({ member, line, by: invitedBy })
  }
}

function shown(candidate: MemberCandidate): Record<string, string> {
  const { line: _, invitedBy, ...fields } = candidate
  const cells = Object.entries(fields).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.join(', ') : String(value),
  ])
  return Object.fromEntries(
    invitedBy ? [...cells, ['invitedBy', invitedBy.name ?? invitedBy.email ?? '']] : cells,
  )
}
