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
    // Two records that were merged go on being found as either of them.
    for (const identity of db.all<Person>(
      `SELECT member_id AS id, name, email, department, location, organisation, external_id AS externalId
        FROM member_identities ORDER BY id`,
    ))
      this.list(identity)
  }

  add(person: Person): void {
    this.byId.set(person.id, person)
    this.list(person)
  }

  /** How a person can be found, by what they are or were. */
  private list(person: Person): void {
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
    return this.people(this.bearers(name))
  }

  private bearers(name: string): Person[] {
    return this.byName.get(nameKey(name)) ?? []
  }

  /** Each once, as they are today, under however many names they were found. */
  private people(found: readonly Person[]): Person[] {
    return [...new Set(found.map(({ id }) => id))].flatMap((id) => this.byId.get(id) ?? [])
  }

  identify(claim: Claim): Identity {
    const { name, email, department } = claim
    const owners = email === null ? undefined : this.byEmail.get(email.toLowerCase())
    if (owners !== undefined) {
      const [owner, ...others] = this.people(name === null ? owners : preferNamed(owners, name))
      if (owner)
        return others.length === 0
          ? { is: 'known', person: owner }
          : { is: 'ambiguous', among: this.people(owners) }
    }
    if (name === null) return { is: 'new' }
    // Two addresses that are both known and differ belong to two people.
    const candidates = this.bearers(name).filter((person) => email === null || person.email === null)
    if (candidates.length === 0) return { is: 'new' }
    if (department === undefined) return decided(this.people(candidates))
    const exact = candidates.filter((person) => same(person.department, department))
    // A name alone, with nothing known of the department, is not enough where anything else speaks against it.
    const fitting = new Set(exact.filter((person) => !contradicts(person, claim)).map(({ id }) => id))
    if (department === null && exact.some(({ id }) => !fitting.has(id)))
      return { is: 'ambiguous', among: this.people(exact) }
    if (exact.length > 0) return decided(this.people(exact))
    const open = candidates.filter((person) => person.department === null || department === null)
    return open.length > 0 ? { is: 'ambiguous', among: this.people(open) } : { is: 'new' }
  }

  /** Who is meant by one word of a file of contacts: an e-mail address, an identifier elsewhere, or a name. */
  identifyWord(word: string): Identity {
    const owners = this.byEmail.get(word.toLowerCase()) ?? this.byExternalId.get(word) ?? this.bearers(word)
    return decided(this.people(owners))
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
