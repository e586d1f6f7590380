import { counted, numberText, shortDate } from '@renderer/components/labels'
import type { ProgramRow } from '@shared/contract/programs'
import { daysBetween } from '@shared/domain/calendar'
import { stuckAfterDays } from '@shared/domain/pipeline/stuck'
import type { EnrolmentStep } from '@shared/domain/vocabulary'

/** Something that a program asks for, and where it is settled. */
export interface NextThing {
  words: string
  tone: 'over' | 'due' | 'quiet' | 'leaf'
  /** What is looked at to settle it; null where nothing asks. */
  at:
    | { tab: 'enrolments'; steps: EnrolmentStep[]; stuck?: true }
    | { tab: 'matching' | 'matches' }
    | { edit: true }
    | null
}

const soon = 30

/** Everything that a program asks for today, the most pressing first; at least one sentence. */
export function nextThings(program: ProgramRow, today: string): NextThing[] {
  const { status, startsOn, endsOn, steps, stuck, matches, enrolled } = program
  if (status === 'closed') return [{ words: closedWords(program), tone: 'quiet', at: null }]
  const things: (NextThing | false)[] = [
    status === 'running' &&
      endsOn !== null &&
      endsOn < today && {
        words: `Its end was on ${shortDate(endsOn)}: close it, or give it more time.`,
        tone: 'over',
        at: { edit: true },
      },
    status === 'planned' &&
      startsOn <= today && {
        words: `It ${startsOn === today ? 'starts today' : `was to start on ${shortDate(startsOn)}`}: say that it runs, or choose another day.`,
        tone: startsOn === today ? 'due' : 'over',
        at: { edit: true },
      },
    ...fullWords(program),
    enrolled === 0 &&
      matches.proposed + matches.current + matches.ended === 0 && {
        words: 'Nobody is in it yet: import applicants, or add members.',
        tone: 'due',
        at: { tab: 'enrolments', steps: [] },
      },
    stuck > 0 && {
      words: `${peopleWait(stuck)} for more than ${stuckAfterDays} days.`,
      tone: 'over',
      at: { tab: 'enrolments', steps: [], stuck: true },
    },
    asks(steps.applied, 'application', 'to screen', 'applied'),
    asks(steps.screened, 'person', 'to train', 'screened'),
    asks(steps.trained, 'person', 'to make ready', 'trained'),
    steps.ready > 0 && {
      words: `${people(steps.ready)} ready to be matched.`,
      tone: 'due',
      at: { tab: 'matching' },
    },
    matches.proposed > 0 && {
      words: `${counted(matches.proposed, 'proposed match', 'proposed matches')} to begin.`,
      tone: 'due',
      at: { tab: 'matches' },
    },
    status === 'planned' &&
      startsOn > today && { words: startWords(startsOn, today), tone: 'quiet', at: null },
    status === 'running' && {
      words: goingWords(program, today),
      tone: 'leaf',
      at: matches.current === 0 && steps.ready === 0 ? { tab: 'matching' } : null,
    },
  ]
  return things.filter((thing) => thing !== false)
}

/** Where the places are taken, whoever still applies has to be told. */
function fullWords({ format, taken, mentorPlaces, menteePlaces }: ProgramRow): (NextThing | false)[] {
  const full = (people: string, there: number, places: number | null): NextThing | false =>
    places !== null &&
    there >= places && {
      words:
        there > places
          ? `${numberText(there)} ${people} are taken, for ${counted(places, 'place')}.`
          : `All ${numberText(places)} places for ${people} are taken.`,
      tone: there > places ? 'over' : 'quiet',
      at: { edit: true },
    }
  return format === 'peer'
    ? [full('people', taken.peer, menteePlaces)]
    : [full('mentors', taken.mentor, mentorPlaces), full('mentees', taken.mentee, menteePlaces)]
}

function asks(
  count: number,
  one: 'application' | 'person',
  what: string,
  step: EnrolmentStep,
): NextThing | false {
  if (count === 0) return false
  const words = one === 'person' ? counted(count, 'person', 'people') : counted(count, one)
  return { words: `${words} ${what}.`, tone: 'due', at: { tab: 'enrolments', steps: [step] } }
}

const people = (count: number): string => (count === 1 ? 'One person is' : `${numberText(count)} people are`)
const peopleWait = (count: number): string =>
  count === 1 ? 'One person has waited' : `${numberText(count)} people have waited`

function startWords(startsOn: string, today: string): string {
  const days = daysBetween(today, startsOn)
  return days <= soon
    ? `It starts on ${shortDate(startsOn)}, in ${counted(days, 'day')}.`
    : `It starts on ${shortDate(startsOn)}.`
}

function goingWords({ matches, endsOn }: ProgramRow, today: string): string {
  const going =
    matches.current === 0
      ? 'No match is under way'
      : `${counted(matches.current, 'match is', 'matches are')} under way`
  if (endsOn === null || endsOn < today) return `${going}.`
  const days = daysBetween(today, endsOn)
  return days <= soon
    ? `${going}; it ends on ${shortDate(endsOn)}, in ${counted(days, 'day')}.`
    : `${going}, until ${shortDate(endsOn)}.`
}

function closedWords({ enrolled, steps, left, matches }: ProgramRow): string {
  if (enrolled === 0)
    return matches.ended === 0
      ? 'Closed.'
      : `Closed; ${counted(matches.ended, 'match', 'matches')} came to an end.`
  const ended = Math.max(0, steps.closed - left)
  return `Closed; ${numberText(ended)} of ${counted(enrolled, 'person', 'people')} came to its end.`
}

/** When it is: "5 Mar 2026 to 30 Sep 2026", "since 5 Mar". */
export function periodWords({
  startsOn,
  endsOn,
  status,
}: Pick<ProgramRow, 'startsOn' | 'endsOn' | 'status'>): string {
  if (endsOn === startsOn) return shortDate(startsOn)
  if (endsOn !== null) return `${shortDate(startsOn)} to ${shortDate(endsOn)}`
  return status === 'planned' ? `from ${shortDate(startsOn)}` : `since ${shortDate(startsOn)}`
}

/** Who is in it: "44 people, 20 matches under way". */
export function sizeWords({ enrolled, steps, matches, status }: ProgramRow): string {
  const matched = matches.proposed + matches.current + matches.ended
  if (enrolled + matched === 0) return 'nobody in it yet'
  const inIt = status === 'closed' ? enrolled : enrolled - steps.closed
  const who =
    inIt === enrolled ? counted(enrolled, 'person', 'people') : `${counted(inIt, 'person', 'people')} now`
  const which =
    matches.current > 0
      ? `${counted(matches.current, 'match', 'matches')} under way`
      : matched > 0
        ? counted(matched, 'match', 'matches')
        : 'no match yet'
  return enrolled === 0 ? which : `${who}, ${which}`
}
