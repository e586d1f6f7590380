import { type Random, share } from '@shared/domain/random'
import type { PlannedCommunity } from './communities'
import { locations } from './organisation'
import type { People } from './people'

/** Members in the order of joining, with running sums of how active each is. */
interface Ranks {
  members: number[]
  sums: number[]
}

/** How active a member is: heavy-tailed (Pareto), so that a tenth of them does about half of everything. */
function activity(seed: number, member: number): number {
  return Math.min(40, (1 - share(seed ^ 0x616374, member) * 0.999) ** -0.72)
}

function add(ranks: Ranks, member: number, weight: number): void {
  ranks.members.push(member)
  ranks.sums.push((ranks.sums[ranks.sums.length - 1] ?? 0) + weight)
}

/** The first index in `[0, size)` whose running sum is above `wanted`. */
function findSum(sums: readonly number[], size: number, wanted: number): number {
  let low = 0
  let high = size - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}

/** How many of a roster and of each place in it were there on a day. */
export interface Presence {
  all: number
  byLocation: readonly number[]
}

/** Those among whom interactions happen: a community, or everybody. */
export class Roster {
  private readonly all: Ranks = { members: [], sums: [] }
  private readonly byLocation: Ranks[] = locations.map(() => ({ members: [], sums: [] }))
  /** Days of joining, for the whole roster and by place. */
  private readonly days: number[] = []
  private readonly daysByLocation: number[][] = locations.map(() => [])

  private constructor(private readonly people: People) {}

  static ofCommunity(community: PlannedCommunity, people: People): Roster {
    const roster = new Roster(people)
    community.members.forEach((member, rank) => {
      // The founders of a community do more in it than those who come late.
      const eager = 1 + 2 / (1 + rank / 6)
      roster.enrol(member, community.joined[rank] ?? 0, activity(people.seed, member) * eager)
    })
    return roster
  }

  static ofAll(people: People): Roster {
    const roster = new Roster(people)
    for (let member = 0; member < people.count; member++) {
      if (people.isActive(member)) roster.enrol(member, people.joinDay(member), activity(people.seed, member))
    }
    return roster
  }

  private enrol(member: number, day: number, weight: number): void {
    const location = this.people.location[member] ?? 0
    add(this.all, member, weight)
    this.days.push(day)
    const place = this.byLocation[location]
    if (place) add(place, member, weight)
    this.daysByLocation[location]?.push(day)
  }

  /** The day from which there are enough people for interactions, never if there never are. */
  readyOn(): number {
    return this.days[2] ?? Number.POSITIVE_INFINITY
  }

  presentOn(day: number): Presence {
    const count = (days: readonly number[]) => {
      let low = 0
      let high = days.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((days[middle] ?? 0) <= day) low = middle + 1
        else high = middle
      }
      return low
    }
    return { all: count(this.days), byLocation: this.daysByLocation.map(count) }
  }

  private from(ranks: Ranks, size: number, random: Random): number {
    const total = ranks.sums[size - 1] ?? 0
    return ranks.members[findSum(ranks.sums, size, random.next() * total)] ?? 0
  }

  draw(present: Presence, random: Random): number {
    return this.from(this.all, present.all, random)
  }

  /** Somebody else, in the same place if so wished and possible; of two candidates rather one of the same department. */
  partnerOf(member: number, present: Presence, near: boolean, random: Random): number {
    const location = this.people.location[member] ?? 0
    const places = present.byLocation[location] ?? 0
    const ranks = near && places > 1 ? this.byLocation[location] : undefined
    let chosen = -1
    for (let tries = 0; tries < 12; tries++) {
      const candidate = ranks ? this.from(ranks, places, random) : this.from(this.all, present.all, random)
      if (candidate === member) continue
      const second = chosen >= 0
      chosen = candidate
      if (second || this.people.department[candidate] === this.people.department[member]) break
    }
    if (chosen >= 0) return chosen
    const [first, second] = this.all.members
    return (first === member ? second : first) ?? 0
  }
}
