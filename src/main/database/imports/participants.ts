import type { PersonReference } from '@shared/domain/imports'
import { sortNameOf } from '@shared/domain/names'
import type { Ledger } from './ledger'
import type { MemberStore } from './memberStore'
import type { Identity, People } from './people'

interface Named {
  name: string
  email: string | null
}

/** People whom sessions and contacts name: known members, or new ones when the user wants them. */
export class Participants {
  constructor(
    private readonly people: People,
    private readonly store: MemberStore,
    private readonly ledger: Ledger,
    private readonly addUnknown: boolean,
  ) {}

  /** @returns the members' ids in order, or null when the row cannot be taken; it has been entered then. */
  byReference(line: number, references: readonly PersonReference[]): number[] | null {
    return this.resolve(
      line,
      references.map(({ name, email }) => ({ name: name ?? email ?? '', email })),
      (_, index) => this.people.identify(references[index] ?? { name: null, email: null }),
    )
  }

  /** The same for words of which nobody knows yet whether they are names, addresses or identifiers. */
  byWord(line: number, words: readonly string[]): number[] | null {
    return this.resolve(
      line,
      words.map((word) => ({ name: word, email: word.includes('@') ? word : null })),
      ({ name }) => this.people.identifyWord(name),
    )
  }

  /** Nobody becomes a member before it is clear that the row is taken. */
  private resolve(
    line: number,
    named: readonly Named[],
    identify: (person: Named, index: number) => Identity,
  ): number[] | null {
    const found: (number | null)[] = []
    for (const [index, person] of named.entries()) {
      const who = this.ledger.settle(line, person.name, identify(person, index), this.people)
      if (who === null) return null
      if (who === 'new' && !this.addUnknown) {
        this.ledger.reject(line, `Nobody called “${person.name}” is in the directory.`)
        return null
      }
      found.push(who === 'new' ? null : who.id)
    }
    return named.map((person, index) => found[index] ?? this.add(line, person, identify(person, index)))
  }

  /** A row may name somebody new more than once. */
  private add(line: number, { name, email }: Named, now: Identity): number {
    if (now.is === 'known') return now.person.id
    const id = this.store.add({
      line,
      name,
      sortName: sortNameOf(name),
      ...(email === null ? {} : { email }),
    })
    this.people.add({
      id,
      name,
      email,
      department: null,
      location: null,
      organisation: null,
      externalId: null,
    })
    this.ledger.newMembers++
    return id
  }
}
