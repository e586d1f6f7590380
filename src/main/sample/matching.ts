import { mix, Random, WeightedChoice } from '@shared/domain/random'
import type { People } from './people'
import { skillName } from './skills'
import type { SampleEnrolment, SampleMatch, SampleMember } from './types'

/** What matching looks at: where people's clocks are, what they speak, and what they said for a program. */

const zones: Readonly<Record<string, { timeZone: string; language: string }>> = {
  Bristol: { timeZone: 'Europe/London', language: 'English' },
  Gdańsk: { timeZone: 'Europe/Warsaw', language: 'Polish' },
  Valparaíso: { timeZone: 'America/Santiago', language: 'Spanish' },
  Mombasa: { timeZone: 'Africa/Nairobi', language: 'Swahili' },
  Alexandria: { timeZone: 'Africa/Cairo', language: 'Arabic' },
  Kobe: { timeZone: 'Asia/Tokyo', language: 'Japanese' },
}

/** How many are on each rung, from the first to the fifth. */
const mentorRungs = new WeightedChoice([0, 1, 4, 5, 3])
const otherRungs = new WeightedChoice([4, 5, 3, 1, 0])

const times = [
  'weekday mornings',
  'weekday afternoons',
  'Mon 9-12, Wed 14-17',
  'Tue-Thu 8-10',
  'Fri 9-15',
  'Tue 17-20, Thu 17-20',
  'Mon 12-14, Thu 12-14',
]

type Background = Pick<SampleMember, 'timeZone' | 'hours' | 'seniority' | 'languages' | 'manager'>

export function backgroundOf(people: People, index: number): Background {
  const random = new Random(mix(people.seed ^ 0x6267, index))
  const home = zones[people.locationOf(index)]
  const role = people.roleOf(index)
  const rungs = role === 'mentor' || role === 'both' ? mentorRungs : otherRungs
  const others = Object.values(zones).map(({ language }) => language)
  const languages = new Set([home?.language ?? 'English'])
  if (random.chance(0.82)) languages.add('English')
  if (random.chance(0.15)) languages.add(random.pick(others))
  return {
    timeZone: people.isActive(index) ? (home?.timeZone ?? null) : null,
    hours: role !== 'neither' && random.chance(0.7) ? random.pick(times) : null,
    seniority: random.chance(0.9) ? rungs.indexAt(random.next()) + 1 : null,
    languages: random.chance(0.93) ? [...languages] : [],
    manager: managerOf(people, index, random),
  }
}

/** Somebody who came before and mentors, of the same department. */
function managerOf(people: People, index: number, random: Random): number | null {
  if (!people.isActive(index) || random.chance(0.3)) return null
  for (let tries = 0; tries < 6 && index > 0; tries++) {
    const manager = random.below(index)
    const role = people.roleOf(manager)
    if (
      role === 'mentor' &&
      people.isActive(manager) &&
      people.departmentOf(manager) === people.departmentOf(index)
    )
      return manager
  }
  return null
}

/** How well a skill is offered or how much it is wanted; null where nobody asked. */
export function levelOf(seed: number, member: number, skill: number): number | null {
  const random = new Random(mix(seed ^ 0x6c76, member * 131 + skill))
  return random.chance(0.7) ? random.between(1, 5) : null
}

const ofOne = [
  (one: string) => `By the end of the year ${one} should be no worry any more.`,
  (one: string) => `Get better at ${one}.`,
]
const ofTwo = [
  (one: string, other: string) => `Get better at ${one}; and ${other}, if there is time.`,
  (one: string, other: string) => `Most of all ${one}. Also ${other}.`,
]

function goalsFor([one = '', other]: readonly string[], random: Random): string {
  return other === undefined ? random.pick(ofOne)(one) : random.pick(ofTwo)(one, other)
}

/**
 * What those said who wait for a match, or have one: what they want to work on, how they like to work, and whom they
 * would like; some of those who have a match got whom they wished for.
 */
export function withPreferences(
  people: People,
  enrolments: readonly SampleEnrolment[],
  matches: readonly SampleMatch[],
): SampleEnrolment[] {
  const random = new Random(mix(people.seed, 0x707266))
  const mentors = Map.groupBy(
    enrolments.filter(({ role, moves }) => role === 'mentor' && moves.at(-1)?.to === 'ready'),
    ({ program }) => program,
  )
  const keyOf = ({ program, member, role }: Pick<SampleEnrolment, 'program' | 'member' | 'role'>) =>
    `${program} ${member} ${role}`
  const partnerOf = new Map(
    matches.flatMap(({ program, members: [first, second] }) =>
      first?.side === 'mentor' && second?.side === 'mentee'
        ? [
            [keyOf({ program, member: second.member, role: 'mentee' }), first.member] as const,
            [keyOf({ program, member: first.member, role: 'mentor' }), second.member] as const,
          ]
        : [],
    ),
  )
  return enrolments.map((enrolment) => {
    const step = enrolment.moves.at(-1)?.to
    if (enrolment.role === 'peer' || (step !== 'ready' && step !== 'matched')) return enrolment
    const { offered, wanted } = people.skillsOf(enrolment.member)
    const partner = partnerOf.get(keyOf(enrolment))
    const theirs = partner === undefined ? [] : Object.values(people.skillsOf(partner)).flat()
    // What the two have in common comes first.
    const skills = (enrolment.role === 'mentor' ? offered : wanted).toSorted(
      (one, other) => Number(theirs.includes(other)) - Number(theirs.includes(one)),
    )
    const known = (mentors.get(enrolment.program) ?? []).filter(({ member }) => member !== enrolment.member)
    const wishes = new Set<number>()
    if (enrolment.role === 'mentee' && partner !== undefined && random.chance(0.5)) wishes.add(partner)
    const count = enrolment.role === 'mentee' && random.chance(0.6) ? random.between(1, 3) : 0
    for (let wish = 0; wish < count && known.length > 0; wish++) wishes.add(random.pick(known).member)
    const answer = () => (random.chance(0.85) ? random.between(1, 5) : null)
    return {
      ...enrolment,
      goals:
        skills.length > 0 && random.chance(0.8)
          ? goalsFor(skills.slice(0, 2).map(skillName), random)
          : enrolment.goals,
      wishes: [...wishes],
      style: random.chance(0.75)
        ? { plan: answer(), rhythm: answer(), advice: answer(), talk: answer() }
        : enrolment.style,
    }
  })
}
