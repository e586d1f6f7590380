import { itemAt, mix, Random, share } from '@shared/domain/random'
import type { PersonName } from '../names/personName'
import { departments } from '../organisation'
import type { People } from '../people'
import type { AgreedStep } from '../topics/topic'
import { render, type Slot } from './template'
import { clients, months, numberWords, projects, stationAt, teams, weekdays } from './words'

/** Makes what stands in a note's link to a member, `coppice:member/…`. */
export type MemberRef = (member: number) => string

/** Early entries of a list come up more often than late ones, as things do in an organisation. */
function skewed<T>(list: readonly T[], u: number): T {
  return itemAt(list, Math.floor(list.length * u ** 1.7))
}

/**
 * Who and what the texts of one session are about. People are linked where they are first named in the notes and go
 * by their short name after that; in plain texts (titles, action items) nobody is linked.
 */
export class NoteScope {
  a = 0
  b = 0
  c = 0
  others: readonly number[] = []
  /** Ties the work that is spoken about to one match and topic, so that it stays the same over sessions. */
  storySeed = 0
  /** The match, and how many sessions it has had: together they keep phrases from coming back too soon. */
  matchSeed = 0
  turn = 0
  month = 0
  gapWeeks = 0
  topicName = ''
  step: AgreedStep | null = null
  readonly random = new Random(0)
  private linking = false
  private readonly linked = new Set<number>()
  private readonly names = new Map<number, PersonName>()
  private readonly fill = (slot: Slot): string => this.filled(slot)

  constructor(
    private readonly people: People,
    private readonly memberRef: MemberRef,
  ) {}

  /** Starts a session's texts. */
  reset(seed: number): void {
    this.random.reseed(seed)
    this.linked.clear()
    this.names.clear()
    this.others = []
    this.step = null
  }

  /** The entry of a list whose turn it is in this match; lists of the same length get different `salt`, and `further` goes on in it. */
  rotate<T>(list: readonly T[], salt: number, further = 0): T {
    return itemAt(list, (mix(this.matchSeed, salt) + this.turn + further) % list.length)
  }

  notes(text: string): string {
    this.linking = true
    return render(text, this.fill)
  }

  plain(text: string): string {
    this.linking = false
    const result = render(text, this.fill)
    this.linking = true
    return result
  }

  /** A plain text of its own, beginning with a capital. */
  title(text: string): string {
    const result = this.plain(text)
    return result.charAt(0).toUpperCase() + result.slice(1)
  }

  private nameOf(member: number): PersonName {
    let name = this.names.get(member)
    if (!name) {
      name = this.people.nameOf(member)
      this.names.set(member, name)
    }
    return name
  }

  /** A member as named in the running text. */
  mention(member: number): string {
    const { full, short } = this.nameOf(member)
    const called = this.hasNamesake(member, short) ? full : short
    if (!this.linking) return member === this.c ? full : called
    if (this.linked.has(member)) return called
    this.linked.add(member)
    return `[@${full}](coppice:member/${this.memberRef(member)})`
  }

  /** Whether somebody else in these notes goes by the same short name. */
  private hasNamesake(member: number, short: string): boolean {
    for (const [other, name] of this.names) if (other !== member && name.short === short) return true
    return false
  }

  private filled(slot: Slot): string {
    const { random, people } = this
    switch (slot) {
      case 'a':
        return this.mention(this.a)
      case 'b':
        return this.mention(this.b)
      case 'c':
        return this.mention(this.c)
      case 'who':
        return this.mention(this.step?.[0] === 'a' ? this.a : this.b)
      case 'did':
        return this.step === null ? '' : render(this.step[2], this.fill)
      case 'step':
        return this.step === null ? '' : this.plain(this.step[1])
      case 'others':
        return this.others.map((other) => this.mention(other)).join(' and ')
      case 'he':
        return this.nameOf(this.b).female ? 'she' : 'he'
      case 'him':
        return this.nameOf(this.b).female ? 'her' : 'him'
      case 'his':
        return this.nameOf(this.b).female ? 'her' : 'his'
      case 'himself':
        return this.nameOf(this.b).female ? 'herself' : 'himself'
      case 'ahe':
        return this.nameOf(this.a).female ? 'she' : 'he'
      case 'ahis':
        return this.nameOf(this.a).female ? 'her' : 'his'
      case 'ahimself':
        return this.nameOf(this.a).female ? 'herself' : 'himself'
      case 'project':
        return skewed(projects, share(this.storySeed, 1))
      case 'client':
        return skewed(clients, share(this.storySeed, 2))
      case 'team':
        return skewed(teams, share(this.storySeed, 3))
      case 'dept':
        return this.otherDepartment()
      case 'cdept':
        return people.departmentOf(this.c)
      case 'place':
        return people.locationOf(this.b)
      case 'aplace':
        return people.locationOf(this.a)
      case 'cplace':
        return people.locationOf(this.c)
      case 'n':
        return itemAt(numberWords, random.between(2, 9))
      case 'N':
        return String(random.between(11, 10 + Math.floor(90 * random.next() ** 2 + 4)))
      case 'station':
        return stationAt(share(this.storySeed, 8), share(this.storySeed, 9))
      case 'ticket':
        return `TW-${random.between(1000, 99_999)}`
      case 'drawing':
        return `D-${random.between(100, 9999)}/${random.between(1, 9)}`
      case 'weekday':
        return random.pick(weekdays)
      case 'month':
        return itemAt(months, (this.month + 1 + (mix(this.storySeed, 4) % 2)) % 12)
      case 'lastmonth':
        return itemAt(months, (this.month + 10 + (mix(this.storySeed, 5) % 2)) % 12)
      case 'topic':
        return this.topicName
      case 'gap':
        return `${numberWords[this.gapWeeks] ?? this.gapWeeks} weeks`
    }
  }

  private otherDepartment(): string {
    const own = this.people.department[this.b] ?? 0
    const step = 1 + (mix(this.storySeed, 6) % (departments.length - 1))
    return itemAt(departments, (own + step) % departments.length)
  }
}
