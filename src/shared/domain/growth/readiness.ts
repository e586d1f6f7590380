/**
 * Whether there is ground for a community: twelve statements in our own words, two for each of six areas, after what
 * Wenger, McDermott and Snyder (2002) say about the stage *potential* and the seven principles. Each is answered from 1,
 * not at all, to 5, fully. It is a talk to have before beginning, not a validated scale.
 */
export const readinessAreas = ['sponsor', 'time', 'energy', 'people', 'tools', 'culture'] as const
export type ReadinessArea = (typeof readinessAreas)[number]

export const areaLabels: Record<ReadinessArea, string> = {
  sponsor: 'Sponsor',
  time: 'Time',
  energy: 'Energy of the domain',
  people: 'People',
  tools: 'Places and tools',
  culture: 'Culture',
}

export interface ReadinessItem {
  key: string
  area: ReadinessArea
  statement: string
  /** What would make it truer, as a first step. */
  step: string
}

export const readinessItems: readonly ReadinessItem[] = [
  {
    key: 'sponsor-voice',
    area: 'sponsor',
    statement: 'Somebody with influence wants this community, and says so.',
    step: 'Ask one person with influence to say in public, in their own words, why this question matters to them.',
  },
  {
    key: 'sponsor-trust',
    area: 'sponsor',
    statement: 'Whoever supports it is content that the members decide what it works on.',
    step: 'Agree with the sponsor on what they will not decide: topics, members and dates belong to the community.',
  },
  {
    key: 'time-members',
    area: 'time',
    statement: 'Those who would come may spend some hours a month on it, in working time.',
    step: 'Ask the managers of the first five people for two hours a month for them, and thank them in writing.',
  },
  {
    key: 'time-coordinator',
    area: 'time',
    statement: 'Somebody has the time to tend it: to talk with people between gatherings too.',
    step: 'Free half a day a week for whoever will coordinate it, before the first gathering.',
  },
  {
    key: 'energy-question',
    area: 'energy',
    statement: 'We can say in one sentence which question these people share.',
    step: 'Write the question in one sentence, try it on five people, and keep the version that makes them talk.',
  },
  {
    key: 'energy-talk',
    area: 'energy',
    statement: 'People speak of it without being asked.',
    step: 'Have ten short talks about where the question hurts, and begin with the story that comes up most.',
  },
  {
    key: 'people-heart',
    area: 'people',
    statement: 'Two or three people whom others respect would begin with us tomorrow.',
    step: 'Invite the two or three who care most to a first talk, and let them choose what to begin with.',
  },
  {
    key: 'people-mix',
    area: 'people',
    statement: 'Those who would come are from several places or departments, and of different experience.',
    step: 'Find one person who has the question in each place or department, and ask whom they would bring.',
  },
  {
    key: 'tools-meet',
    area: 'tools',
    statement:
      'There is a room, or a place online, where all of them can take part without asking for leave.',
    step: 'Choose one place to meet that everybody can reach already, and test it with somebody from afar.',
  },
  {
    key: 'tools-keep',
    area: 'tools',
    statement: 'What is learned can be kept where everybody finds it again.',
    step: 'Agree on one place for what is learned, and put three useful things there before the first gathering.',
  },
  {
    key: 'culture-ask',
    area: 'culture',
    statement: 'Asking for help is taken as strength here, by those who lead as well.',
    step: 'Ask somebody who leads to begin the first gathering with something that they could not solve.',
  },
  {
    key: 'culture-give',
    area: 'culture',
    statement: 'Passing on what one knows is noticed, and counts.',
    step: 'Agree with one manager on how helping others is to be spoken of in the next review.',
  },
]

export const agreement = ['Not at all', 'Hardly', 'In part', 'Mostly', 'Fully'] as const

/** One person’s answers, 1 to 5 by the key of the statement; what is missing was left out. */
export type ReadinessAnswers = Readonly<Record<string, number>>

export interface AreaReading {
  area: ReadinessArea
  /** 1 to 5; null where nobody answered. */
  mean: number | null
  /** How far those who answered are apart: the widest of its statements, in steps of the scale. */
  spread: number
}

export interface PlanStep {
  area: ReadinessArea
  statement: string
  mean: number
  step: string
}

export interface Readiness {
  people: number
  /** The mean of the areas; null while fewer than four of them have answers. */
  mean: number | null
  areas: AreaReading[]
  /** What to do first: for each of the three weakest areas its weakest statement, the weakest area first. */
  plan: PlanStep[]
  verdict: 'ready' | 'in part' | 'not yet' | null
}

/** A plan has had its time then, in days: whoever answered is asked again. */
export const lookAgainDays = 90

const fewestAreas = 4
const mostSteps = 3
/** From here on an area carries. */
const enough = 4
/** Below this it does not. */
const tooLow = 3

/** What several people together say about the ground: every person counts alike. */
export function readinessOf(checks: readonly ReadinessAnswers[]): Readiness {
  const items = readinessItems.map((item) => {
    const values = checks.flatMap((answers) => answers[item.key] ?? [])
    const spread = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
    return { ...item, mean: meanOf(values), spread }
  })
  const areas = readinessAreas.map((area): AreaReading => {
    const own = items.filter((item) => item.area === area)
    return {
      area,
      mean: meanOf(own.flatMap(({ mean }) => mean ?? [])),
      spread: own.reduce((most, { spread }) => Math.max(most, spread), 0),
    }
  })
  const known = areas.flatMap(({ mean }) => mean ?? [])
  const mean = known.length < fewestAreas ? null : meanOf(known)
  const plan = areas
    .flatMap(({ area, mean: own }) => (own !== null && own < enough ? [{ area, own }] : []))
    .sort((one, other) => one.own - other.own)
    .slice(0, mostSteps)
    .flatMap(({ area }) => weakest(items.filter((item) => item.area === area)))
  return { people: checks.length, mean, areas, plan, verdict: mean === null ? null : verdictOf(mean, known) }
}

function weakest(items: readonly (ReadinessItem & { mean: number | null })[]): PlanStep[] {
  const [lowest] = items
    .flatMap(({ mean, area, statement, step }) => (mean === null ? [] : [{ mean, area, statement, step }]))
    .sort((one, other) => one.mean - other.mean)
  return lowest ? [lowest] : []
}

/** One area that is missing holds back the others. */
function verdictOf(mean: number, areas: readonly number[]): NonNullable<Readiness['verdict']> {
  if (mean < tooLow) return 'not yet'
  return mean >= enough && Math.min(...areas) >= tooLow ? 'ready' : 'in part'
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

const verdictWords: Record<NonNullable<Readiness['verdict']>, string> = {
  ready: 'The ground is ready: invite people to a first gathering.',
  'in part': 'The ground is ready in part: take these steps while the first talks go on.',
  'not yet': 'The ground is not ready yet: take these steps first, and ask again in two or three months.',
}

/** The reading in a sentence or two. */
export function readinessWords({ people, mean, verdict, areas }: Readiness): string {
  if (mean === null || verdict === null) return 'Too little has been answered to tell.'
  const apart = areas.filter(({ spread }) => people > 1 && spread >= 3).map(({ area }) => areaLabels[area])
  const talk =
    apart.length === 0
      ? ''
      : ` You see this very differently: ${apart.join(', ')}. Talk about it before you begin.`
  return `${verdictWords[verdict]}${talk}`
}
