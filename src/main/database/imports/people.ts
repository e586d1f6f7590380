import type { Reader } from '../engine/reader'

/** Somebody in the directory, or about to be, as far as identity goes. */
export interface Person {
  id: number
  name: string
  email: string | null
  department: string | null
  location: string | null
  organisation: string | null
  externalId: string | null
}

/** What a row of a file says about who it means. */
export interface Claim {
  name: string | null
  email: string | null
  /** Null is unknown; left out where the file cannot say (a session names people, not departments). */
  department?: string | null
  location?: string | undefined
  organisation?: string | undefined
  externalId?: string | undefined
}

export type Identity = { is: 'known'; person: Person } | { is: 'new' } | { is: 'ambiguous'; among: Person[] }

/**
 * Who is who. Identity is never guessed: by e-mail, else by name and department; where that leaves several, or a
 * department is known on one side only, it is for the user to say.
 */
export class People {
  private readonly byEmail = new Map<string, Person[]>()
  private readonly byName = new Map<string, Person[]>()
  private readonly byExternalId = new Map<string, Person[]>()
  private readonly byId = new Map<number, Person>()

  constructor(db: Reader) {
    type Columns = [number, string, ...(string | null)[]]
    const rows = db.rows<Columns>(
      'SELECT id, name, email, department, location, organisation, external_id FROM members ORDER BY id',
    )
    for (const [
      id,
      name,
      email = null,
      department = null,
      location = null,
      organisation = null,
      externalId = null,
    ] of rows) {
      this.add({ id, name, email, department, location, organisation, externalId })
    }
  }

  add(person: Person): void {
    this.byId.set(person.id, person)
    append(this.byName, nameKey(person.name), person)
    if (person.email !== null) append(this.byEmail, person.email.toLowerCase(), person)
    if (person.externalId !== null) append(this.byExternalId, person.externalId, person)
  }

  /** What a row says anew of a known person, in so far as it tells who is meant by the next rows. */
  learn(person: Person, { email, externalId, department, location, organisation }: Partial<Claim>): void {
    if (person.email === null && email) {
      person.email = email
      append(this.byEmail, email.toLowerCase(), person)
    }
    if (person.externalId === null && externalId !== undefined) {
      person.externalId = externalId
      append(this.byExternalId, externalId, person)
    }
    person.department = department ?? person.department
    person.location = location ?? person.location
    person.organisation = organisation ?? person.organisation
  }

  get(id: number): Person | undefined {
    return this.byId.get(id)
  }

  /** Everybody of that name, whatever its case, accents' form and spaces. */
  named(name: string): Person[] {
    return this.byName.get(nameKey(name)) ?? []
  }

  identify(claim: Claim): Identity {
    const { name, email, department } = claim
    if (email !== null) {
      const owners = this.byEmail.get(email.toLowerCase()) ?? []
      const [owner, ...others] = name === null ? owners : preferNamed(owners, name)
      if (owner)
        return others.length === 0 ? { is: 'known', person: owner } : { is: 'ambiguous', among: owners }
    }
    if (name === null) return { is: 'new' }
    // Two addresses that are both known and differ belong to two people.
    const candidates = this.named(name).filter((person) => email === null || person.email === null)
    if (department === undefined) return decided(candidates)
    const exact = candidates.filter((person) => same(person.department, department))
    // A name alone, with nothing known of the department, is not enough where anything else speaks against it.
    if (department === null && exact.some((person) => contradicts(person, claim)))
      return { is: 'ambiguous', among: exact }
    if (exact.length > 0) return decided(exact)
    const open = candidates.filter((person) => person.department === null || department === null)
    return open.length > 0 ? { is: 'ambiguous', among: open } : { is: 'new' }
  }

  /** Who is meant by one word of a file of contacts: an e-mail address, an identifier elsewhere, or a name. */
  identifyWord(word: string): Identity {
    const owners = this.byEmail.get(word.toLowerCase()) ?? this.byExternalId.get(word) ?? this.named(word)
    return decided(owners)
  }
}

function decided(people: Person[]): Identity {
  const [person, ...others] = people
  if (!person) return { is: 'new' }
  return others.length === 0 ? { is: 'known', person } : { is: 'ambiguous', among: people }
}

function contradicts(person: Person, { location, organisation, externalId }: Claim): boolean {
  const differ = (known: string | null, stated: string | undefined) =>
    known !== null && stated !== undefined && nameKey(known) !== nameKey(stated)
  return (
    differ(person.location, location) ||
    differ(person.organisation, organisation) ||
    differ(person.externalId, externalId)
  )
}

function preferNamed(people: Person[], name: string): Person[] {
  const named = people.filter((person) => nameKey(person.name) === nameKey(name))
  return named.length > 0 ? named : people
}

const same = (one: string | null, other: string | null) => nameKey(one ?? '') === nameKey(other ?? '')

/** Words of plain letters with one space between them, as most names are. */
const plain = /^[!-~]+(?: [!-~]+)*$/

export function nameKey(name: string): string {
  if (plain.test(name)) return name.toLowerCase()
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
}

function append(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key)
  if (known) known.push(person)
  else map.set(key, [person])
}
