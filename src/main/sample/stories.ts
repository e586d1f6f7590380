import { itemAt, mix, Random, WeightedChoice } from '@shared/domain/random'
import type { Agreement } from './agreements'
import { sharedTopics } from './pairs'
import type { People } from './people'
import { topics } from './topics'
import type { AgreedStep, Topic } from './topics/topic'

/** A step agreed in one session, which the next one comes back to. */
export interface Pledge {
  step: AgreedStep
  kept: boolean
  /** Whether it is the first step of the topic, whose outcome the topic tells. */
  opening: boolean
  /** The story's seed, the mentee and the colleague at the time, whom the step may name. */
  seed: number
  mentee: number
  colleague: number
}

/** Where the talks of one match stand between two sessions. */
export interface Story {
  topic: Topic
  stage: number
  length: number
  /** Ties project, client and colleague to this match and topic. */
  seed: number
  colleague: number
  /** Where in the topic's talks it began, and how many have been told. */
  talkAt: number
  told: number
  stepAt: number
  pledges: Pledge[]
  /** Topics that the match has had, by number. */
  had: Set<number>
}

const usual = new WeightedChoice(topics.map((_, rank) => 1 / (rank + 4)))

function nextTopic(story: Story | null, people: People, members: readonly number[], random: Random): number {
  const had = story?.had ?? new Set<number>()
  const wished = sharedTopics(people, members[0] ?? 0, members[1] ?? 0).find((topic) => !had.has(topic))
  if (wished !== undefined && random.chance(0.8)) return wished
  for (let tries = 0; tries < 40; tries++) {
    const topic = usual.indexAt(random.next())
    if (!had.has(topic)) return topic
  }
  return random.below(topics.length)
}

/** A colleague outside the session whom the talks may name, fitting to the topic where there is one. */
function colleagueFor(
  people: People,
  topic: Topic,
  members: readonly number[],
  day: number,
  random: Random,
): number {
  const known = Math.max(2, people.joinedBy(day))
  const home = people.location[members[1] ?? 0]
  let best = random.below(known)
  let bestScore = -1
  for (let tries = 0; tries < 24 && bestScore < 7; tries++) {
    const candidate = random.below(known)
    if (members.includes(candidate) || !people.isActive(candidate)) continue
    const near = people.location[candidate] === home
    const wanted = topic.colleague
    const score =
      (wanted === undefined || people.departmentOf(candidate) === wanted ? 4 : 0) +
      (near !== (topic.elsewhere === true) ? 3 : 0)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** Begins a topic for the given members; `former` is what they talked about until now. */
export function beginStory(
  former: Story | null,
  people: People,
  members: readonly number[],
  seed: number,
  day: number,
): Story {
  const random = new Random(seed)
  const number = nextTopic(former, people, members, random)
  const topic = itemAt(topics, number)
  const had = former?.had ?? new Set<number>()
  had.add(number)
  return {
    topic,
    stage: 0,
    length: random.between(2, 3),
    seed: mix(seed, 7),
    colleague: colleagueFor(people, topic, members, day, random),
    talkAt: random.below(topic.talks.length),
    told: 0,
    stepAt: 0,
    pledges: former?.pledges ?? [],
    had,
  }
}

/** Takes the next of the topic's talks, none twice, and leaves some for the sessions that follow. */
export function takeTalks(story: Story, wanted: number): readonly string[] {
  const { talks } = story.topic
  const left = talks.length - story.told
  const later = 2 * Math.max(0, story.length - story.stage - 1)
  const count = Math.max(Math.min(1, left), Math.min(wanted, left - later))
  const start = story.talkAt + story.told
  story.told += count
  return Array.from({ length: count }, (_, index) => itemAt(talks, (start + index) % talks.length))
}

/** Takes the next steps of the topic, in order; fewer than asked for when it has no more. */
export function takeSteps(story: Story, count: number): readonly AgreedStep[] {
  const steps = story.topic.steps.slice(story.stepAt, story.stepAt + count)
  story.stepAt += steps.length
  return steps
}

/**
 * What the next session comes back to. The first step of a topic is the one that its outcome hangs on: where it was
 * missed, it stays promised, and the topic stays on the table.
 */
export function pledgesAfter(
  story: Story,
  ordinary: boolean,
  agreed: readonly Agreement[],
  mentee: number,
): Pledge[] {
  const { seed, colleague, stage } = story
  const carried = story.pledges.filter(({ opening, kept }) => ordinary && opening && !kept)
  if (carried.length > 0) story.length = Math.max(story.length, stage + 2)
  return [
    ...carried.map((pledge) => ({ ...pledge, kept: true })),
    ...agreed.map(({ step, kept }, index) => ({
      step,
      kept,
      opening: ordinary && stage === 0 && index === 0,
      seed,
      mentee,
      colleague,
    })),
  ]
}
