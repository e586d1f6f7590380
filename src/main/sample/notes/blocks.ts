import { itemAt } from '@shared/domain/random'
import type { SessionFrame } from '../sessionFrame'
import type { Pledge } from '../stories'
import type { AgreedStep, Topic } from '../topics/topic'
import * as endings from './endings'
import * as phrases from './phrases'
import type { NoteScope } from './scope'

/** What the notes of one session are to tell. */
export interface NotePlan extends SessionFrame {
  kind: 'first' | 'ordinary' | 'farewell' | 'ending' | 'single'
  topic: Topic
  /** How many sessions have been about the topic before. */
  stage: number
  /** Whether this is the last session about the topic. */
  settled: boolean
  /** What of the topic was talked about. */
  talks: readonly string[]
  /** What was agreed last time, and whether it was done. */
  pending: readonly Pledge[]
  agreed: readonly { step: AgreedStep; dueOn: string | null }[]
  afterGap: boolean
}

/** The parts of a note; each holds finished sentences, and an empty one is left out. */
export interface NoteBlocks {
  opening: string[]
  since: string[]
  talk: string[]
  quote: { by: string; text: string } | null
  agreed: { by: string; text: string; dueOn: string | null }[]
  lesson: string[]
  close: string[]
}

function opening(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  if (plan.kind === 'first') return [scope.notes(random.pick(phrases.firstLines))]
  if (plan.kind === 'single') return [scope.notes(random.pick(endings.singleLines))]
  if (plan.afterGap) return [scope.notes(scope.rotate(phrases.gapOpenings, 1))]
  if (plan.medium === null || random.chance(plan.length === 0 ? 0.45 : 0.15)) return []
  const apart = plan.apart && random.chance(0.3) ? phrases.apartOpenings[plan.medium] : undefined
  return [scope.notes(scope.rotate(apart ?? phrases.openings[plan.medium], 2))]
}

/** What became of last time’s steps, told with the people and the work that they were about. */
function since(scope: NoteScope, plan: NotePlan): string[] {
  const { random, storySeed, b, c } = scope
  const sentences: string[] = []
  plan.pending.forEach((pledge, index) => {
    const { step, kept } = pledge
    if (index > 0 && (!kept || random.chance(0.4))) return
    scope.step = step
    scope.storySeed = pledge.seed
    scope.b = pledge.mentee
    scope.c = pledge.colleague
    if (index > 0) sentences.push(scope.notes(random.pick(phrases.alsoKept)))
    else sentences.push(scope.notes(scope.rotate<string>(kept ? phrases.keptSteps : phrases.missedSteps, 3)))
    if (kept && pledge.opening) sentences.push(scope.notes(random.pick(plan.topic.tries)))
  })
  scope.storySeed = storySeed
  scope.b = b
  scope.c = c
  return sentences
}

/** Some of a list in a random order, none twice. */
function some({ random }: NoteScope, list: readonly string[], count: number): string[] {
  const start = random.below(list.length)
  const stride = 1 + random.below(list.length - 1)
  const chosen = new Set<number>()
  for (let index = 0; chosen.size < count && index < list.length; index++) {
    chosen.add((start + index * stride) % list.length)
  }
  return [...chosen].map((index) => itemAt(list, index))
}

/** The texts of the main part, still with their slots. */
function body(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  switch (plan.kind) {
    case 'first':
      return [...some(scope, phrases.gettingAcquainted, 2 + plan.length), random.pick(phrases.hopes)]
    case 'farewell':
      return [random.pick(endings.farewells), ...some(scope, endings.harvest, 2 + plan.length)]
    case 'ending':
      return [random.pick(endings.earlyEndings), ...withThoughts(scope, plan.talks, 3 - plan.talks.length)]
    default: {
      const start = plan.stage === 0 ? random.pick(plan.topic.opens) : continuation(scope, plan)
      const thoughts = plan.length === 2 ? 2 : random.below(2)
      const texts = [start, ...withThoughts(scope, plan.talks, Math.max(thoughts, 3 - plan.talks.length))]
      if (random.chance(0.4)) texts.splice(2, 0, scope.rotate(phrases.references, 5))
      if (scope.others.length > 0) texts.splice(2, 0, scope.rotate(phrases.groupLines, 10))
      if (plan.settled) texts.push(random.pick(plan.topic.settles))
      return texts
    }
  }
}

/** Talks with thoughts in between, so that they do not read like a list. */
function withThoughts(scope: NoteScope, talks: readonly string[], count: number): string[] {
  const texts = [...talks]
  for (let index = 0; index < count; index++) {
    texts.splice(1 + index * 2, 0, scope.rotate(phrases.reflections, 4, index * 9))
  }
  return texts
}

function continuation(scope: NoteScope, plan: NotePlan): string {
  const list = plan.pending.length > 0 ? phrases.continuationsAfterOther : phrases.continuations
  return scope.rotate<string>(list, 6)
}

function close(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  const texts: string[] = []
  if (plan.kind === 'farewell') texts.push(...some(scope, endings.afterwards, 1 + random.below(2)))
  if (plan.kind === 'ending') texts.push(random.pick(endings.afterEarlyEndings))
  if (plan.kind === 'ordinary') {
    if (plan.rating !== null && plan.rating <= 2) texts.push(scope.rotate(phrases.flatAsides, 7))
    else if (random.chance(0.4)) texts.push(scope.rotate(phrases.asides, 8))
    if (plan.holidays === 'summer') texts.push(random.pick(phrases.summerLines))
    if (plan.holidays === 'year end') texts.push(random.pick(phrases.yearEndLines))
  }
  if (plan.confidentiality === 'private') texts.push(scope.rotate(phrases.confidences, 9))
  return texts
}

function lesson(scope: NoteScope, plan: NotePlan): string[] {
  if (plan.kind === 'first') return some(scope, phrases.groundRules, 2 + scope.random.below(2))
  return plan.confidentiality === 'shareable' ? [scope.random.pick(plan.topic.lessons)] : []
}

function quote(scope: NoteScope, plan: NotePlan): NoteBlocks['quote'] {
  const told = plan.kind === 'ordinary' || plan.kind === 'single'
  if (!told || !scope.random.chance(0.25 + plan.length * 0.2)) return null
  const [by, text] = scope.random.pick(plan.topic.quotes)
  return { by: scope.mention(by === 'a' ? scope.a : scope.b), text }
}

/**
 * All parts of a note. Slots are filled in the order in which the parts are read, because people are linked where
 * they are first named; so must the layout keep that order.
 */
export function writeBlocks(scope: NoteScope, plan: NotePlan): NoteBlocks {
  const told = (texts: readonly string[]) => texts.map((text) => scope.notes(text))
  return {
    opening: opening(scope, plan),
    since: since(scope, plan),
    talk: told(body(scope, plan)),
    quote: quote(scope, plan),
    agreed: plan.agreed.map(({ step, dueOn }) => ({
      by: scope.mention(step[0] === 'a' ? scope.a : scope.b),
      text: scope.notes(step[1]),
      dueOn,
    })),
    lesson: told(lesson(scope, plan)),
    close: told(close(scope, plan)),
  }
}
