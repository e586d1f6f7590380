import type { MemberCandidate, Rejection } from '@shared/domain/imports'
import { sortNameOf } from '@shared/domain/names'
import type { Applicants } from './applicants'
import type { Ledger } from './ledger'
import type { MemberStore, NewMember } from './memberStore'
import type { People, Person } from './people'

/** A member that is known already is filled in and brought up to date, or left as it is. */
export type OnDuplicate = 'merge' | 'skip'

/** Takes the rows of a file of members, one batch after the other. */
export class MemberImport {
  /** What the file has said so far of those who are in it. */
  private readonly said = new Map<number, MemberCandidate>()
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
    /** Where they apply for a program with it. */
    private readonly applicants: Applicants | null,
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
    this.applicants?.end()
    this.ledger.enrolled = this.applicants?.count ?? 0
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
      const role = this.applicants?.role
      const id = this.add(role === undefined ? candidate : { role, ...candidate })
      this.applicants?.take(id)
      this.ledger.take(line, 'added', cells)
    } else {
      const changed = this.onDuplicate === 'merge' && this.merge(who, candidate)
      const enrolled = this.applicants?.take(who.id) ?? false
      this.ledger.take(line, changed || enrolled ? 'merged' : 'skipped', cells)
    }
  }

  private add(candidate: MemberCandidate): number {
    const member = named(candidate)
    const id = this.store.add(member)
    this.said.set(id, candidate)
    this.people.add({
      id,
      name: member.name,
      email: candidate.email ?? null,
      department: candidate.department ?? null,
      location: candidate.location ?? null,
      organisation: candidate.organisation ?? null,
      externalId: candidate.externalId ?? null,
    })
    this.noteInvitation(id, candidate)
    return id
  }

  /** Of several rows about one member the first that says something counts, so the same file changes nothing twice. */
  private merge(person: Person, candidate: MemberCandidate): boolean {
    const before = this.said.get(person.id)
    const said = before ? filledIn(before, candidate) : candidate
    this.noteInvitation(person.id, candidate)
    if (said === before) return false
    this.said.set(person.id, said)
    this.people.learn(person, said)
    return this.store.merge(person.id, named(said))
  }

  private noteInvitation(member: number, { invitedBy, line }: MemberCandidate): void {
    if (invitedBy) this.invitations.push({ member, line, by: invitedBy })
  }
}

/** A member without a name goes by the e-mail address. */
function named(candidate: MemberCandidate): NewMember {
  const name = candidate.name ?? candidate.email ?? ''
  return { ...candidate, name, sortName: candidate.sortName ?? sortNameOf(name) }
}

/** @returns the first with what it lacks; itself when the other row says nothing more. */
function filledIn(before: MemberCandidate, row: MemberCandidate): MemberCandidate {
  const skillsOffered = union(before.skillsOffered, row.skillsOffered)
  const skillsWanted = union(before.skillsWanted, row.skillsWanted)
  const said = {
    ...row,
    ...before,
    ...(skillsOffered && { skillsOffered }),
    ...(skillsWanted && { skillsWanted }),
  }
  const news = (field: string, value: unknown) =>
    field !== 'invitedBy' && value !== before[field as keyof MemberCandidate]
  return Object.entries(said).some(([field, value]) => news(field, value)) ? said : before
}

/** @returns the first itself when the second adds nothing. */
function union(known: string[] | undefined, more: string[] | undefined): string[] | undefined {
  if (known === undefined || more === undefined) return known ?? more
  const all = [...new Set([...known, ...more])]
  return all.length === known.length ? known : all
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
