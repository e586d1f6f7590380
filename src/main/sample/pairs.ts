import { itemAt, mix, Random } from '@shared/domain/random'
import { NoteScope } from './notes/scope'
import type { People } from './people'
import { topics } from './topics'

export interface PairMaker {
  /** A mentor and a mentee who had both joined by the start day. */
  pair(former: boolean, start: number): { mentor: number; mentee: number }
  mentee(former: boolean, start: number): number
  /** One or two goals, from what one side offers and the other wants. */
  goalsOf(match: number, members: readonly { member: number }[]): string[]
}

/** The topics that the first member offers and the second wants, by number. */
export function sharedTopics(people: People, mentor: number, mentee: number): number[] {
  const { offered } = people.skillsOf(mentor)
  return people.skillsOf(mentee).wanted.filter((skill) => skill < topics.length && offered.includes(skill))
}

function poolOf(people: People, fits: (index: number) => boolean): number[] {
  const pool: number[] = []
  for (let index = 0; index < people.count; index++) if (fits(index)) pool.push(index)
  return pool
}

/** How many items of an ascending list are smaller than `limit`. */
function countBelow(list: readonly number[], limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Pairs mentors who have room with mentees, favouring what one offers and the other wants, and other departments.
 */
export function createPairMaker(people: People): PairMaker {
  const random = new Random(mix(people.seed, 0x70616972))
  const isMentor = (index: number) => ['mentor', 'both'].includes(people.roleOf(index))
  const isMentee = (index: number) => ['mentee', 'both'].includes(people.roleOf(index))
  const present = poolOf(people, (index) => people.isActive(index))
  const poolsFor = (former: boolean) => {
    const belongs = (index: number) =>
      people.isActive(index) || (former && people.statusOf(index) === 'alumni')
    const mentors = poolOf(people, (index) => belongs(index) && isMentor(index))
    const mentees = poolOf(people, (index) => belongs(index) && isMentee(index))
    // In a very small organisation anybody may have to do.
    return {
      mentors: mentors.length > 1 ? mentors : present,
      mentees: mentees.length > 1 ? mentees : present,
    }
  }
  const pools = { former: poolsFor(true), current: poolsFor(false) }
  const load = { former: new Map<number, number>(), current: new Map<number, number>() }
  const learning = { former: new Set<number>(), current: new Set<number>() }

  function drawMentee(former: boolean, start: number, except: number): number {
    const key = former ? 'former' : 'current'
    const { mentees } = pools[key]
    const eligible = Math.max(2, countBelow(mentees, people.joinedBy(start - 1)))
    const taken = learning[key]
    let mentee = itemAt(mentees, random.below(Math.min(eligible, mentees.length)))
    for (let tries = 0; tries < 60 && (taken.has(mentee) || mentee === except); tries++) {
      mentee = itemAt(mentees, random.below(Math.min(eligible, mentees.length)))
    }
    taken.add(mentee)
    return mentee
  }

  function drawMentor(former: boolean, start: number, mentee: number): number {
    const key = former ? 'former' : 'current'
    const { mentors } = pools[key]
    const eligible = Math.min(mentors.length, Math.max(2, countBelow(mentors, people.joinedBy(start - 1))))
    const { wanted } = people.skillsOf(mentee)
    let best = -1
    let bestScore = Number.NEGATIVE_INFINITY
    for (let tries = 0; tries < 16 || best < 0; tries++) {
      const mentor = itemAt(mentors, tries < 64 ? random.below(eligible) : tries % mentors.length)
      if (mentor === mentee) continue
      const mentees = load[key].get(mentor) ?? 0
      const room = (people.capacityOf(mentor) ?? 2) - mentees
      const common = people.skillsOf(mentor).offered.filter((skill) => wanted.includes(skill)).length
      const score =
        (room > 0 ? 0 : 20 * (room - 1)) +
        Math.min(common, 2) * 3 +
        (people.department[mentor] === people.department[mentee] ? 0 : 1) +
        (people.location[mentor] === people.location[mentee] ? 0.8 : 0) +
        random.next()
      if (score > bestScore) {
        best = mentor
        bestScore = score
      }
    }
    load[key].set(best, (load[key].get(best) ?? 0) + 1)
    return best
  }

  return {
    pair: (former, start) => {
      const mentee = drawMentee(former, start, -1)
      return { mentor: drawMentor(former, start, mentee), mentee }
    },
    mentee: (former, start) => drawMentee(former, start, -1),
    goalsOf: (match, members) => {
      const [mentor, mentee] = [members[0]?.member ?? 0, members[1]?.member ?? 0]
      const drawn = new Random(mix(people.seed ^ 0x676f61, match))
      const common = sharedTopics(people, mentor, mentee)
      const scope = new NoteScope(people, String)
      scope.reset(match)
      scope.storySeed = match
      ;[scope.a, scope.b, scope.c] = [mentor, mentee, mentor]
      const chosen = common.length > 0 ? common.slice(0, 2) : [drawn.below(8)]
      return chosen.map((topic) => scope.title(drawn.pick(itemAt(topics, topic).goals)))
    },
  }
}
