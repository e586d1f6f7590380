import { itemAt, mix, Random } from '@shared/domain/random'
import { agree, type Duties } from './agreements'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'
import { type NotePlan, writeBlocks } from './notes/blocks'
import { closingTitles, endingTitles, firstTitles } from './notes/endings'
import { layOut } from './notes/layout'
import { firstSteps } from './notes/phrases'
import { type MemberRef, NoteScope } from './notes/scope'
import type { People } from './people'
import type { Schedule } from './schedule'
import { drawAgenda, drawFrame } from './sessionFrame'
import { beginStory, pledgesAfter, type Story, takeSteps, takeTalks } from './stories'
import type { AgreedStep } from './topics/topic'
import type { SampleSession } from './types'

const batchSize = 250

/** How many talks short, usual and long notes tell. */
const talksByLength = [2, 3, 5] as const

interface Writer {
  people: People
  calendar: Calendar
  schedule: Schedule
  matches: readonly PlannedMatch[]
  duties: Duties
  scope: NoteScope
  random: Random
  stories: (Story | undefined)[]
  /** How many sessions of each match have been written. */
  written: Uint32Array
}

/** Sessions in order of time, some hundreds at a time; `memberRef` makes the targets of the links in the notes. */
export function* generateSessions(
  people: People,
  calendar: Calendar,
  matches: readonly PlannedMatch[],
  schedule: Schedule,
  duties: Duties,
  memberRef: MemberRef,
): Generator<SampleSession[], void, void> {
  const writer: Writer = {
    people,
    calendar,
    schedule,
    matches,
    duties,
    scope: new NoteScope(people, memberRef),
    random: new Random(0),
    stories: [],
    written: new Uint32Array(matches.length),
  }
  const { order, orderDays } = schedule
  for (let start = 0; start < order.length; start += batchSize) {
    const batch: SampleSession[] = []
    for (let index = start; index < Math.min(order.length, start + batchSize); index++) {
      writer.random.reseed(mix(people.seed ^ 0x736573, index))
      const match = matches[order[index] ?? -1]
      const day = orderDays[index] ?? calendar.first
      batch.push(match ? sessionOfMatch(writer, match, day) : singleSession(writer, day))
    }
    yield batch
  }
}

function kindOf(match: PlannedMatch, number: number, count: number): NotePlan['kind'] {
  if (number === 0) return 'first'
  if (number === count - 1 && match.closing !== null)
    return match.closing === 'completed' ? 'farewell' : 'ending'
  return 'ordinary'
}

/** What is agreed; a topic's last session either agrees on something or settles it. */
function stepsFor(
  kind: NotePlan['kind'],
  story: Story,
  random: Random,
  needed: boolean,
): readonly AgreedStep[] {
  if (kind === 'first') return [random.pick(firstSteps)]
  if (kind !== 'ordinary') return []
  if (story.stage === 0) return takeSteps(story, random.chance(0.4) ? 2 : 1)
  const most = story.stage + 1 < story.length ? 1 + random.below(2) : random.chance(0.3) ? 1 : 0
  const steps = takeSteps(story, needed ? Math.max(1, most) : most)
  return needed && steps.length === 0 ? story.topic.steps.slice(-1) : steps
}

/** How many of a topic's talks the notes would like to tell. */
function talksWanted(kind: NotePlan['kind'], length: NotePlan['length']): number {
  if (kind === 'first' || kind === 'farewell') return 0
  return kind === 'ending' ? 2 : talksByLength[length]
}

/** Whether the topic has had its time, and the step that its outcome hangs on is done. */
function isSettled(story: Story): boolean {
  return story.stage + 1 >= story.length && story.pledges.every(({ opening, kept }) => kept || !opening)
}

function titleFor(writer: Writer, kind: NotePlan['kind'], story: Story): string {
  const { random, scope } = writer
  if (kind === 'first') return random.pick(firstTitles)
  if (kind === 'farewell') return random.pick(closingTitles)
  if (kind === 'ending') return random.pick(endingTitles)
  const { titles } = story.topic
  return scope.title(itemAt(titles, (story.seed + story.stage) % titles.length))
}

function sessionOfMatch(writer: Writer, match: PlannedMatch, day: number): SampleSession {
  const { people, calendar, schedule, random, scope, written, duties } = writer
  const number = written[match.index] ?? 0
  written[match.index] = number + 1
  const offset = schedule.offsets[match.index] ?? 0
  const count = (schedule.offsets[match.index + 1] ?? 0) - offset
  const last = number === count - 1
  const kind = kindOf(match, number, count)
  const story = storyAt(writer, match, kind, number, day)
  const attendees = attendeesOf(match, number)
  const common = drawFrame(
    people,
    calendar,
    random,
    attendees,
    day,
    story.topic.sensitive === true && kind === 'ordinary',
  )
  const seed = mix(people.seed ^ 0x6e6f74, match.index)
  setScope(scope, story, attendees, calendar.month(day), mix(seed, number))
  scope.matchSeed = seed
  scope.turn = number
  const gap = number === 0 ? 0 : day - (schedule.days[offset + number - 1] ?? day)
  scope.gapWeeks = Math.round(gap / 7)
  const pending = story.pledges
  const unwritten = last && duties.withoutNotes(match.index)
  const duty = duties.dutyOf(match.index)
  const steps = unwritten ? [] : stepsFor(kind, story, random, last && duty !== 'done')
  const next = last ? null : (schedule.days[offset + number + 1] ?? day)
  const agreed = agree(calendar, match, steps, day, next, duty, random)
  const plan: NotePlan = {
    ...common,
    kind,
    topic: story.topic,
    stage: story.stage,
    settled: isSettled(story) && steps.length === 0,
    talks: takeTalks(story, talksWanted(kind, common.length)),
    pending,
    agreed: agreed.map(({ step, dueOn }) => ({ step, dueOn })),
    afterGap: gap > match.cadence * 1.6 && scope.gapWeeks > 3,
  }
  const title = titleFor(writer, kind, story)
  const notes = unwritten ? '' : write(scope, plan)
  const actionItems = agreed.map(({ step, dueOn, doneOn }) => ({
    text: scope.title(step[1]),
    owner: step[0] === 'a' ? 0 : 1,
    dueOn,
    doneOn,
  }))
  story.pledges = pledgesAfter(story, kind === 'ordinary', agreed, scope.b)
  if (kind === 'ordinary') story.stage++
  if (last) writer.stories[match.index] = undefined
  return {
    match: match.index,
    attendees: [...attendees],
    heldOn: calendar.text(day),
    minutes: common.minutes,
    medium: common.medium,
    title: random.chance(0.82) ? title : null,
    agenda: drawAgenda(random, title, pending.length > 0),
    notes,
    confidentiality: notes === '' ? 'pair' : common.confidentiality,
    rating: notes === '' ? null : common.rating,
    topics: notes === '' && random.chance(0.5) ? [] : topicsOf(kind, story, random),
    actionItems,
  }
}

function topicsOf(kind: NotePlan['kind'], story: Story, random: Random): string[] {
  if (kind === 'first') return ['getting started', story.topic.name]
  if (kind === 'farewell' || kind === 'ending') return ['closing']
  return random.chance(0.08) ? [story.topic.name, 'getting on with people'] : [story.topic.name]
}

/** The story as this session finds it: a settled topic makes room for the next. */
function storyAt(
  writer: Writer,
  match: PlannedMatch,
  kind: NotePlan['kind'],
  number: number,
  day: number,
): Story {
  const former = writer.stories[match.index] ?? null
  const closing = kind === 'farewell' || kind === 'ending'
  if (former && (closing || former.stage < former.length)) return former
  const seed = mix(writer.people.seed ^ 0x746f70, match.index * 512 + number)
  const story = beginStory(former, writer.people, match.members, seed, day)
  writer.stories[match.index] = story
  return story
}

/** Everybody, with another mentee in the middle each time when there are several. */
function attendeesOf(match: PlannedMatch, number: number): readonly number[] {
  const [first, ...rest] = match.members
  if (first === undefined || rest.length < 2) return match.members
  const turn = number % rest.length
  return [first, ...rest.slice(turn), ...rest.slice(0, turn)]
}

function setScope(
  scope: NoteScope,
  story: Story,
  attendees: readonly number[],
  month: number,
  seed: number,
): void {
  scope.reset(seed)
  scope.a = attendees[0] ?? 0
  scope.b = attendees[1] ?? scope.a
  scope.c = story.colleague
  scope.others = attendees.slice(2)
  scope.storySeed = story.seed
  scope.topicName = story.topic.spoken ?? story.topic.name
  scope.month = month
}

function write(scope: NoteScope, plan: NotePlan): string {
  return layOut(writeBlocks(scope, plan), scope.random, plan.kind === 'first', plan.length)
}

/** A talk of two people outside any match. */
function singleSession(writer: Writer, day: number): SampleSession {
  const { people, calendar, random, scope } = writer
  const known = Math.max(2, people.joinedBy(day))
  const a = someoneActive(people, known, random, -1)
  const b = someoneActive(people, known, random, a)
  const story = beginStory(null, people, [a, b], random.below(4294967296), day)
  const common = drawFrame(people, calendar, random, [a, b], day, story.topic.sensitive === true)
  setScope(scope, story, [a, b], calendar.month(day), story.seed)
  scope.matchSeed = story.seed
  const plan: NotePlan = {
    ...common,
    kind: 'single',
    topic: story.topic,
    stage: 0,
    settled: false,
    talks: takeTalks(story, talksWanted('single', common.length)),
    pending: [],
    agreed: [],
    afterGap: false,
    length: common.length === 0 ? 0 : 1,
  }
  return {
    match: null,
    attendees: [a, b],
    heldOn: calendar.text(day),
    minutes: common.minutes,
    medium: common.medium,
    title: random.chance(0.6) ? titleFor(writer, 'single', story) : null,
    agenda: null,
    notes: write(scope, plan),
    confidentiality: common.confidentiality,
    rating: common.rating,
    topics: [story.topic.name],
    actionItems: [],
  }
}

function someoneActive(people: People, known: number, random: Random, except: number): number {
  let member = random.below(known)
  for (let tries = 0; tries < 30 && (member === except || !people.isActive(member)); tries++)
    member = random.below(known)
  return member === except ? (member + 1) % people.count : member
}
