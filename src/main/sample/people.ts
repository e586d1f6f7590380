import { mix, Random, share, WeightedChoice } from '@shared/domain/random'
import type { MemberStatus, MentoringRole } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import { nameOf } from './names/nameOf'
import { notables } from './names/notables'
import type { PersonName } from './names/personName'
import { type Department, departments, departmentWeights, locations, locationWeights } from './organisation'
import { drawSkills } from './skills'

/** Share of the people who were there in the first month. */
const founders = 0.4

/** The last to come have not joined yet: they are prospects, or invited. */
const joined = 0.92

const statusCodes: readonly MemberStatus[] = ['active', 'alumni', 'invited', 'prospect']
const roleCodes: readonly MentoringRole[] = ['mentor', 'mentee', 'both', 'neither']

const chooseLocation = new WeightedChoice(locationWeights)
const chooseDepartment = new WeightedChoice(departmentWeights)
const chooseRole = new WeightedChoice([27, 37, 11, 25])
const chooseCapacity = new WeightedChoice([38, 38, 16, 8])

/**
 * What other records need to know of each member, held in a few bytes a head. A member is known by number, in the
 * order of joining; whatever else there is to say is made from the seed and the number when it is asked for.
 */
export class People {
  readonly location: Uint8Array
  readonly department: Uint8Array
  private readonly status: Uint8Array
  private readonly role: Uint8Array

  constructor(
    readonly seed: number,
    readonly count: number,
    private readonly calendar: Calendar,
  ) {
    this.location = new Uint8Array(count)
    this.department = new Uint8Array(count)
    this.status = new Uint8Array(count)
    this.role = new Uint8Array(count)
    const random = new Random(0)
    for (let index = 0; index < count; index++) {
      random.reseed(mix(seed, index))
      const notable = notables[index]
      const location = chooseLocation.indexAt(random.next())
      this.location[index] = notable ? locations.indexOf(notable.location) : location
      this.department[index] = chooseDepartment.indexAt(random.next())
      this.role[index] = chooseRole.indexAt(random.next())
      this.status[index] = this.drawStatus(index, random.next())
    }
  }

  private drawStatus(index: number, u: number): number {
    const position = index / this.count
    if (position >= joined) return u < 0.55 ? 2 : 3
    if (position > 0.7 && u < 0.06) return 2
    if (position > 0.05 && position < 0.5 && u < 0.1) return 1
    return 0
  }

  statusOf(index: number): MemberStatus {
    return statusCodes[this.status[index] ?? 0] ?? 'active'
  }

  roleOf(index: number): MentoringRole {
    return roleCodes[this.role[index] ?? 3] ?? 'neither'
  }

  departmentOf(index: number): Department {
    return departments[this.department[index] ?? 0] ?? 'Engineering'
  }

  locationOf(index: number): string {
    return locations[this.location[index] ?? 0] ?? locations[0]
  }

  /** Whether the member belongs to the organisation today. */
  isActive(index: number): boolean {
    return this.status[index] === 0
  }

  nameOf(index: number): PersonName {
    return nameOf(this.seed, index, this.location[index] ?? 0, this.count)
  }

  /** The day of joining. It never falls when the number rises. */
  joinDay(index: number): number {
    const position = index / this.count
    const { first, today, workday } = this.calendar
    const grown = Math.min(1, (position - founders) / (joined - founders))
    const day =
      position < founders ? first + (position / founders) * 28 : first + 28 + grown * (today - first - 32)
    return Math.max(first, workday(Math.floor(day)))
  }

  /** How many members had joined by the end of a day. */
  joinedBy(day: number): number {
    let low = 0
    let high = Math.ceil(this.count * joined)
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.joinDay(middle) <= day) low = middle + 1
      else high = middle
    }
    return low
  }

  /** How many mentees a mentor takes; null when not asked, or no mentor. */
  capacityOf(index: number): number | null {
    const role = this.roleOf(index)
    if (role !== 'mentor' && role !== 'both') return null
    const drawn = chooseCapacity.indexAt(share(this.seed ^ 0x636170, index)) + 1
    return drawn > 3 ? null : drawn
  }

  /** Who brought the member along: somebody who had joined before, most often from the same place. */
  invitedBy(index: number): number | null {
    const random = new Random(mix(this.seed ^ 0x696e76, index))
    const position = index / this.count
    const candidates = Math.min(index, Math.ceil(this.count * joined))
    if (candidates === 0 || !random.chance(position < 0.06 ? 0.1 : position < founders ? 0.6 : 0.82))
      return null
    let inviter: number | null = null
    for (let tries = 0; tries < 12; tries++) {
      // Some people bring many others, and they are more often those who came early.
      const candidate = Math.floor(candidates * random.next() ** 1.8)
      if (!this.isActive(candidate)) continue
      inviter = candidate
      if (this.location[candidate] === this.location[index] || random.chance(0.15)) break
    }
    return inviter
  }

  /** The numbers of the skills that a member offers or wants. */
  skillsOf(index: number): { offered: number[]; wanted: number[] } {
    const random = new Random(mix(this.seed ^ 0x736b69, index))
    const role = this.roleOf(index)
    const department = this.department[index] ?? 0
    const teaches = role === 'mentor' || role === 'both'
    const learns = role === 'mentee' || role === 'both'
    const offered = drawSkills(
      random,
      department,
      'offered',
      teaches ? random.between(2, 5) : random.between(0, 2),
    )
    const wanted = drawSkills(
      random,
      department,
      'wanted',
      learns ? random.between(1, 4) : random.between(0, 1),
      offered,
    )
    return { offered, wanted }
  }
}
