import { itemAt, mix, Random } from '@shared/domain/random'
import type { MatchStatus } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import { programNames } from './organisation'
import { createPairMaker, type PairMaker } from './pairs'
import type { People } from './people'
import type { SampleMatch, SampleProgram } from './types'

/** A match with the days between which its sessions lie. */
export interface PlannedMatch {
  index: number
  record: SampleMatch
  /** Mentors (or peers) first. */
  members: number[]
  /** Days of the first and the last session; no sessions when `from` lies behind `until`. */
  from: number
  until: number
  cadence: number
  /** Whether the match goes on, and action items of the last session may still be open. */
  ongoing: boolean
  closing: 'completed' | 'ended early' | null
}

/** How a match has gone; forty in a row make the usual mixture. */
type Course = 'completed' | 'early' | 'proposed' | 'paused' | 'stopped' | 'quiet' | 'regular'

const pattern: readonly Course[] = [
  ...Array.from({ length: 15 }, (_, place): Course => (place % 5 === 4 ? 'early' : 'completed')),
  'proposed',
  'proposed',
  'paused',
  'paused',
  'stopped',
  ...Array.from({ length: 4 }, (): Course => 'quiet'),
  ...Array.from({ length: 16 }, (): Course => 'regular'),
]

const statusByCourse: Record<Course, MatchStatus> = {
  completed: 'completed',
  early: 'ended early',
  proposed: 'proposed',
  paused: 'paused',
  stopped: 'ended early',
  quiet: 'active',
  regular: 'active',
}

const cadences = [14, 14, 14, 21, 14, 14, 28, 21, 14, 14]

/** Days from the calendar's first day to the end of last year's cohort, and to the start of this year's. */
const formerEnd = 378
const currentStart = 262

const purposes = [
  'Pass on what the experienced know before they leave, and bring the six places closer together.',
  'Help people in a new job to find their feet and their colleagues within a year.',
  'Let those who will lead sites and teams learn from somebody who does.',
]

function createPrograms(calendar: Calendar, tracks: number, seed: number): SampleProgram[] {
  const { first, text, workday } = calendar
  return Array.from({ length: tracks }, (_, track) => {
    const name = itemAt(programNames, track)
    const purpose = itemAt(purposes, track % purposes.length)
    const cohort = 5 + (mix(seed, track) % 4)
    return [
      {
        name: `${name}, cohort ${cohort}`,
        startedOn: text(first),
        endedOn: text(workday(first + formerEnd)),
      },
      {
        name: `${name}, cohort ${cohort + 1}`,
        startedOn: text(workday(first + currentStart)),
        endedOn: null,
      },
    ].map((program) => ({ ...program, purpose, cadenceDays: 14 }))
  }).flat()
}

function planDays(
  course: Course,
  cadence: number,
  calendar: Calendar,
  random: Random,
): [number, number, number] {
  const { first, today, workday } = calendar
  const former = course === 'completed' || course === 'early'
  const start = workday(
    former
      ? first + 12 + Math.floor(75 * random.next() ** 1.5)
      : first + currentStart + 10 + Math.floor(110 * random.next() ** 1.6),
  )
  const from = Math.max(start, workday(start + random.between(4, 10)))
  const until = {
    completed: () => first + formerEnd - random.between(0, 60),
    early: () => start + random.between(70, 180),
    proposed: () => from - 1,
    paused: () => today - random.between(40, 80),
    stopped: () => start + random.between(55, 110),
    quiet: () => today - Math.ceil(cadence * (1.65 + 0.95 * random.next())),
    regular: () => today - 1 - Math.floor(cadence * 0.8 * random.next()),
  }[course]()
  return [start, from, course === 'proposed' ? until : workday(until)]
}

function memberSides(place: number, pairs: PairMaker, former: boolean, start: number) {
  const { mentor, mentee } = pairs.pair(former, start)
  if (place === 31) return [mentor, mentee].map((member) => ({ member, side: 'peer' as const }))
  const members = [
    { member: mentor, side: 'mentor' as const },
    { member: mentee, side: 'mentee' as const },
  ]
  if (place !== 26 && place !== 35) return members
  const others = [pairs.mentee(former, start), pairs.mentee(former, start)]
  const more = others.filter(
    (other, at) => other !== mentor && other !== mentee && others.indexOf(other) === at,
  )
  return [...members, ...more.map((member) => ({ member, side: 'mentee' as const }))]
}

/** Programs and matches: last year's cohort, which is over, and this year's, which runs. */
export function planMatches(
  people: People,
  calendar: Calendar,
  count: number,
): { programs: SampleProgram[]; matches: PlannedMatch[] } {
  const tracks = Math.min(programNames.length, Math.max(1, Math.ceil(count / 1000)))
  const programs = createPrograms(calendar, tracks, people.seed)
  const pairs = createPairMaker(people)
  const random = new Random(0)
  const drafts = Array.from({ length: count }, (_, number) => {
    random.reseed(mix(people.seed ^ 0x6d6174, number))
    const place = (number * 7) % pattern.length
    const course = itemAt(pattern, place)
    const cadence = random.pick(cadences)
    const [start, from, until] = planDays(course, cadence, calendar, random)
    const former = course === 'completed' || course === 'early'
    const track = Math.floor(number / pattern.length) % tracks
    return { number, place, course, cadence, start, from, until, program: track * 2 + (former ? 0 : 1) }
  })
  // Those that are only proposed come last; the others in the order in which they began.
  drafts.sort(
    (a, b) =>
      Number(a.course === 'proposed') - Number(b.course === 'proposed') ||
      a.start - b.start ||
      a.number - b.number,
  )
  const matches = drafts.map(
    ({ place, course, cadence, start, from, until, program }, index): PlannedMatch => {
      const members = memberSides(place, pairs, program % 2 === 0, start)
      const over =
        course === 'completed'
          ? 'completed'
          : course === 'early' || course === 'stopped'
            ? 'ended early'
            : null
      return {
        index,
        record: {
          program,
          status: statusByCourse[course],
          startedOn: course === 'proposed' ? null : calendar.text(start),
          endedOn: over === null ? null : calendar.text(Math.max(until, start)),
          cadenceDays: cadence,
          members,
          goals: pairs.goalsOf(index, members),
        },
        members: members.map(({ member }) => member),
        from,
        until,
        cadence,
        ongoing: course === 'quiet' || course === 'regular' || course === 'paused',
        closing: over,
      }
    },
  )
  return { programs, matches }
}
