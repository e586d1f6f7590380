import type { PersonReference } from '@shared/domain/imports'
import { sortNameOf } from '@shared/domain/names'
import type { Ledger } from './ledger'
import type { MemberStore } from './memberStore'
import type { Identity, People } from './people'

/** People whom sessions and contacts name: known members, or new ones when the user wants them. */
export class Participants {
  constructor(
    private readonly people: People,
    private readonly store: MemberStore,
    private readonly ledger: Ledger,
    private readonly addUnknown: boolean,
  ) {}

  /** @returns the member's id, or null when the row cannot be taken; it has been entered then. */
  byReference(line: number, { name, email }: PersonReference): number | null {
    const identity = this.people.identify({ name, email })
    return this.resolve(line, name ?? email ?? '', email, identity)
  }

  byWord(line: number, word: string): number | null {
    return this.resolve(line, word, word.includes('@') ? word : null, this.people.identifyWord(word))
  }

  private resolve(line: number, name: string, email: string | null, identity: Identity): number | null {
    const who = this.ledger.settle(line, name, identity, this.people)
    if (who === null) return null
    if (who !== 'new') return who.id
    if (!this.addUnknown) {
      this.ledger.reject(line, `Nobody called “${name}” is in the directory.`)
      return null
    }
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
