import type { CommunityStage } from '../vocabulary'
import { introductions } from './introductions'
import type { Standings } from './levelMoves'
import { type PartKey, partKeys } from './parts'
import type { Profile } from './profile'
import type { Period } from './records'
import { weakBelow } from './stages'
import { passedOn } from './stepAsks'
import { beats, caught, leads, unanswered, welcomes } from './stepFinders'
import { broughtIntoUse } from './stepKnowledge'

/** What a coordinator can do for a community; each names two people at most, so that it is one step. */
export const stepKinds = [
  'introduce',
  'welcome',
  'share the lead',
  'answer',
  'catch',
  'set a day',
  'pass on',
  'show',
  'endorse',
  'write down',
  'tell',
] as const
export type StepKind = (typeof stepKinds)[number]

/** What makes two members worth introducing to each other. */
export type SharedTopic =
  | 'both want'
  | 'one offers what the other wants'
  | 'both talked about'
  | 'the other offers'
  | 'the one wants'
  | 'both asked about'

/** Why a step would help, without any name. */
export interface StepFacts {
  topic?: { name: string; shared: SharedTopic }
  /** Locations or departments of the two, where they differ. */
  places?: [one: string, other: string]
  /** The day that it began, or that somebody was last seen. */
  day?: number
  /** Contacts, or days since the last gathering or of waiting, or weekdays, or sessions that knowledge was made of. */
  count?: number
  /** Of a hundred, or the usual gap in days. */
  usual?: number
  /** The number of the ask that waits, and of the piece of knowledge that it is about. */
  ask?: number
  item?: number
}

export interface Step {
  part: PartKey
  kind: StepKind
  /** None, one or two, by their numbers. */
  people: readonly number[]
  facts: StepFacts
}

/** What is known about the members beside their contacts. */
export interface StepKnowledge {
  /** By the number of a person: topics by name, and how they come to them. */
  topics: ReadonlyMap<number, readonly KnownTopic[]>
  /** Whether two have ever been in contact, met in a session or a match, in whatever community. */
  haveMet(one: number, other: number): boolean
  /** Of a location or department by its number. */
  locationName(group: number): string
  departmentName(group: number): string
}

export interface KnownTopic {
  name: string
  how: 'wants' | 'offers' | 'talked about'
}

export interface StepSituation {
  period: Period
  profile: Profile
  before: { period: Period; profile: Profile }
  standings: Standings | null
  knowledge: StepKnowledge
}

/** A fall by so much calls for a step, however high the part may still be. */
const clearFall = 0.15

/** The parts that are low for the stage, or have fallen: the lowest against its limit first. */
export function weakParts(now: Profile, before: Profile, stage: CommunityStage): PartKey[] {
  return partKeys
    .flatMap((part) => {
      const { value } = now[part]
      if (value === null) return []
      const limit = weakBelow(part, stage)
      const fall = (before[part].value ?? value) - value
      if (limit === null || (value >= limit && fall < clearFall)) return []
      return [{ part, lack: Math.max(limit - value, fall) }]
    })
    .sort((one, other) => other.lack - one.lack)
    .map(({ part }) => part)
}

const finders: Partial<Record<PartKey, (situation: StepSituation, part: PartKey) => Step[]>> = {
  boundaries: introductions,
  connectedness: introductions,
  breadth: caught,
  retention: caught,
  newcomers: welcomes,
  evenness: leads,
  independence: leads,
  reciprocity: unanswered,
  rhythm: beats,
  responsiveness: passedOn,
  value: broughtIntoUse,
}

/** A few concrete steps for each weak part; nobody is asked for two things at once. */
export function stepsFor(
  situation: StepSituation,
  stage: CommunityStage,
  isTaken: (step: Step) => boolean = () => false,
): Step[] {
  const { profile, before } = situation
  const weak = weakParts(profile, before.profile, stage)
  // A community that has no rhythm yet can be given one.
  const parts: PartKey[] = profile.rhythm.value === null ? [...weak, 'rhythm'] : weak
  const asked = new Set<number>()
  const said = new Set<string>()
  const found = parts.map((part) =>
    (finders[part]?.(situation, part) ?? []).filter((step) => {
      const { kind, people, facts } = step
      const name = `${kind} ${facts.item}`
      const isSaid = people.length === 0 ? said.has(name) : people.some((person) => asked.has(person))
      if (isTaken(step) || isSaid) return false
      said.add(name)
      for (const person of people) asked.add(person)
      return true
    }),
  )
  // One for each part first, then the others.
  const most = found.reduce((longest, { length }) => Math.max(longest, length), 0)
  return Array.from({ length: most }, (_, at) => found.flatMap((steps) => steps[at] ?? [])).flat()
}
