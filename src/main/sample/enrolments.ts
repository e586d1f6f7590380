import { leavingReasons } from '@shared/domain/pipeline/steps'
import { itemAt, mix, Random } from '@shared/domain/random'
import { type EnrolmentStep, enrolmentSteps, type MatchSide } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'
import type { People } from './people'
import type { SampleEnrolment, SampleProgram } from './types'

/** How many more have applied for a program than are in its matches, of those who are. */
const waitingShare = 1.1

/** Where those stand who are not in a match yet; `left` dropped out. */
const waitingAt: readonly (EnrolmentStep | 'left')[] = [
  'applied',
  'ready',
  'ready',
  'screened',
  'ready',
  'trained',
  'ready',
  'left',
  'ready',
  'applied',
]

/** Days that each step before a match has taken at least, and at most. */
const stays: Partial<Record<EnrolmentStep, readonly [number, number]>> = {
  applied: [3, 16],
  screened: [5, 21],
  trained: [1, 12],
  ready: [4, 30],
}

const wishes = [
  'Find out how decisions are made here.',
  'Speak in front of the whole site without a script.',
  'Know whom to ask in the other places.',
  'Lead a small team by the end of the year.',
  'Hand on what I know before I leave.',
  'Understand what the numbers say.',
]

/** Who is in which program, how they came there, and who waits: in the order of the programs and the members. */
export function planEnrolments(
  people: People,
  calendar: Calendar,
  programs: readonly SampleProgram[],
  matches: readonly PlannedMatch[],
): SampleEnrolment[] {
  const random = new Random(mix(people.seed, 0x656e72))
  const inMatches = enrolmentsOfMatches(matches, calendar, random)
  const counts = programs.map((_, program) => inMatches.filter((one) => one.program === program).length)
  const taken = new Set(inMatches.map(({ program, member }) => `${program} ${member}`))
  const waiting = programs.flatMap((program, number) =>
    program.endedOn === null
      ? waitingFor(number, Math.ceil((counts[number] ?? 0) * waitingShare), {
          people,
          calendar,
          random,
          taken,
        })
      : [],
  )
  return [...inMatches, ...waiting].sort((a, b) => a.program - b.program || a.member - b.member)
}

/** Each once, whatever number of matches they are in: as far as the best of them. */
function enrolmentsOfMatches(
  matches: readonly PlannedMatch[],
  calendar: Calendar,
  random: Random,
): SampleEnrolment[] {
  const enrolled = new Map<
    string,
    {
      first: number
      last: number
      going: boolean
      early: boolean
      proposed: boolean
      member: number
      program: number
      role: MatchSide
    }
  >()
  for (const { record, from, until, ongoing, closing } of matches) {
    for (const { member, side } of record.members) {
      const key = `${record.program} ${member} ${side}`
      const known = enrolled.get(key)
      const proposed = record.status === 'proposed'
      enrolled.set(key, {
        member,
        program: record.program,
        role: side,
        first: Math.min(known?.first ?? from, from),
        last: Math.max(known?.last ?? until, until),
        going: (known?.going ?? false) || ongoing,
        early: (known?.early ?? true) && closing === 'ended early',
        proposed: (known?.proposed ?? true) && proposed,
      })
    }
  }
  return [...enrolled.values()].map(({ member, program, role, first, last, going, early, proposed }) => {
    const end: EnrolmentStep = proposed ? 'ready' : going ? 'matched' : 'closed'
    const leftReason = early && end === 'closed' ? itemAt(leavingReasons, 5 + random.below(2)) : null
    // Whoever is only proposed has been ready for a few days.
    const known = proposed ? calendar.today - 3 : Math.min(first, calendar.today)
    const started = calendar.workday(known - random.between(3, 9))
    const moves = movesUntil(proposed ? 'ready' : 'matched', started, calendar, random)
    if (end === 'closed')
      moves.push({ to: 'closed', on: calendar.text(Math.max(Math.min(last, calendar.today), started)) })
    return enrolmentOf({ program, member, role, leftReason, moves, random })
  })
}

interface Circumstances {
  people: People
  calendar: Calendar
  random: Random
  /** Who is in a program already, by program and member. */
  taken: Set<string>
}

function waitingFor(program: number, count: number, { people, calendar, random, taken }: Circumstances) {
  const enrolments: SampleEnrolment[] = []
  // Those who came last are those who wait.
  for (let member = people.count - 1; member >= 0 && enrolments.length < count; member--) {
    const role = people.roleOf(member)
    if (!people.isActive(member) || role === 'neither' || taken.has(`${program} ${member}`)) continue
    taken.add(`${program} ${member}`)
    const place = itemAt(waitingAt, enrolments.length % waitingAt.length)
    const since = calendar.workday(calendar.today - 1 - Math.floor(38 * random.next() ** 1.4))
    const reached = place === 'left' ? itemAt(enrolmentSteps, random.below(3)) : place
    const moves = movesUntil(reached, since, calendar, random)
    if (place === 'left') moves.push({ to: 'closed', on: calendar.text(Math.min(calendar.today, since + 3)) })
    enrolments.push(
      enrolmentOf({
        program,
        member,
        role: role === 'both' ? (random.chance(0.5) ? 'mentor' : 'mentee') : role,
        leftReason: place === 'left' ? itemAt(leavingReasons, random.below(4)) : null,
        moves,
        random,
      }),
    )
  }
  return enrolments
}

/** The steps up to one that was come to on a day; not everybody goes through each. */
function movesUntil(
  step: EnrolmentStep,
  day: number,
  calendar: Calendar,
  random: Random,
): SampleEnrolment['moves'] {
  const moves = [{ to: step, on: calendar.text(day) }]
  let on = day
  for (const before of enrolmentSteps.slice(0, enrolmentSteps.indexOf(step)).toReversed()) {
    if (before === 'trained' && random.chance(0.12)) continue
    const [least, most] = stays[before] ?? [1, 1]
    on = calendar.workday(on - random.between(least, most))
    moves.unshift({ to: before, on: calendar.text(on) })
  }
  return moves
}

interface Parts extends Pick<SampleEnrolment, 'program' | 'member' | 'role' | 'leftReason' | 'moves'> {
  random: Random
}

function enrolmentOf({ random, ...parts }: Parts): SampleEnrolment {
  return {
    ...parts,
    goals: parts.role !== 'mentor' && random.chance(0.45) ? random.pick(wishes) : null,
    wishes: [],
    style: null,
    /** How much of the checklist of the step they are in is done. */
    checked: random.next(),
  }
}
