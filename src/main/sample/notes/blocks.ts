import { itemAt } from '../random'
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
  /** Where to go on in the topic's talks. */
  talkFrom: number
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
  if (plan.afterGap) return [scope.notes(random.pick(phrases.gapOpenings))]
  if (plan.medium === null || random.chance(plan.length === 0 ? 0.45 : 0.15)) return []
  const apart = plan.apart && random.chance(0.4) ? phrases.apartOpenings[plan.medium] : undefined
  return [scope.notes(random.pick(apart ?? phrases.openings[plan.medium]))]
}

function since(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  const sentences: string[] = []
  const now = { seed: scope.storySeed, colleague: scope.c }
  plan.pending.forEach(({ step, kept, opening: first, seed, colleague }, index) => {
    if (index > 0 && (!kept || random.chance(0.4))) return
    scope.step = step
    scope.storySeed = seed
    scope.c = colleague
    const frames = index > 0 ? phrases.alsoKept : kept ? phrases.keptSteps : phrases.missedSteps
    sentences.push(scope.notes(random.pick<string>(frames)))
    if (kept && first) sentences.push(scope.notes(random.pick(plan.topic.tries)))
  })
  scope.storySeed = now.seed
  scope.c = now.colleague
  return sentences
}

function talks(scope: NoteScope, plan: NotePlan, count: number): string[] {
  const { talks: texts } = plan.topic
  return Array.from({ length: Math.min(count, texts.length) }, (_, index) =>
    scope.notes(itemAt(texts, (plan.talkFrom + index) % texts.length)),
  )
}

/** Some of a list in a random order, none twice. */
function some(scope: NoteScope, list: readonly string[], count: number): string[] {
  const start = scope.random.below(list.length)
  const stride = 1 + scope.random.below(list.length - 1)
  const chosen = new Set<number>()
  for (let index = 0; chosen.size < count && index < list.length; index++) {
    chosen.add((start + index * stride) % list.length)
  }
  return [...chosen].map((index) => scope.notes(itemAt(list, index)))
}

/** How many of a topic's talks are told. */
export function talkCount(plan: Pick<NotePlan, 'kind' | 'length'>): number {
  if (plan.kind === 'first' || plan.kind === 'farewell') return 0
  return plan.kind === 'ending' ? 2 : plan.length * 2 + 2
}

function body(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  switch (plan.kind) {
    case 'first':
      return [
        ...some(scope, phrases.gettingAcquainted, 2 + plan.length),
        scope.notes(random.pick(phrases.hopes)),
      ]
    case 'farewell':
      return [scope.notes(random.pick(endings.farewells)), ...some(scope, endings.harvest, 2 + plan.length)]
    case 'ending':
      return [scope.notes(random.pick(endings.earlyEndings)), ...talks(scope, plan, talkCount(plan))]
    default: {
      const start = plan.stage === 0 ? plan.topic.opens : phrases.continuations
      const sentences = [scope.notes(random.pick(start)), ...talks(scope, plan, talkCount(plan))]
      const thoughts = some(scope, phrases.reflections, plan.length === 2 ? 2 : random.below(2))
      // A thought in between keeps the talks from reading like a list.
      thoughts.forEach((thought, index) => {
        sentences.splice(2 + index * 2, 0, thought)
      })
      if (scope.others.length > 0) sentences.splice(2, 0, scope.notes(random.pick(phrases.groupLines)))
      if (plan.settled && plan.stage > 0) sentences.push(scope.notes(random.pick(plan.topic.settles)))
      return sentences
    }
  }
}

function close(scope: NoteScope, plan: NotePlan): string[] {
  const { random } = scope
  const sentences: string[] = []
  if (plan.kind === 'farewell') sentences.push(...some(scope, endings.afterwards, 1 + random.below(2)))
  if (plan.kind === 'ending') sentences.push(scope.notes(random.pick(endings.afterEarlyEndings)))
  if (plan.kind === 'ordinary') {
    if (plan.rating !== null && plan.rating <= 2) sentences.push(scope.notes(random.pick(phrases.flatAsides)))
    else if (random.chance(0.4)) sentences.push(scope.notes(random.pick(phrases.asides)))
    if (plan.holidays === 'summer') sentences.push(scope.notes(random.pick(phrases.summerLines)))
    if (plan.holidays === 'year end') sentences.push(scope.notes(random.pick(phrases.yearEndLines)))
  }
  if (plan.confidentiality === 'private') sentences.push(scope.notes(random.pick(phrases.confidences)))
  return sentences
}

/** All sentences of a note, in the order in which people are first named in it. */
export function writeBlocks(scope: NoteScope, plan: NotePlan): NoteBlocks {
  const { random } = scope
  const blocks: NoteBlocks = {
    opening: [],
    since: [],
    talk: [],
    quote: null,
    agreed: [],
    lesson: [],
    close: [],
  }
  blocks.opening = opening(scope, plan)
  blocks.since = since(scope, plan)
  blocks.talk = body(scope, plan)
  const told = plan.kind === 'ordinary' || plan.kind === 'single'
  if (told && random.chance(0.25 + plan.length * 0.2)) {
    const [by, text] = random.pick(plan.topic.quotes)
    blocks.quote = { by: scope.mention(by === 'a' ? scope.a : scope.b), text }
  }
  blocks.agreed = plan.agreed.map(({ step, dueOn }) => ({
    by: scope.mention(step[0] === 'a' ? scope.a : scope.b),
    text: scope.notes(step[1]),
    dueOn,
  }))
  if (plan.kind === 'first') blocks.lesson = some(scope, phrases.groundRules, 2 + random.below(2))
  else if (plan.confidentiality === 'shareable')
    blocks.lesson = [scope.notes(random.pick(plan.topic.lessons))]
  blocks.close = close(scope, plan)
  return blocks
}
