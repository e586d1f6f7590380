import type { PartKey } from '../aliveness/parts'
import type { Ratio, SideReading } from '../aliveness/reading'
import type { StepKind } from '../aliveness/steps'
import type { StepReasons } from '../aliveness/stepWords'
import type { LevelCounts, LevelFlow } from '../participation'
import type { CommunityStage, GatheringKind, ParticipationLevel } from '../vocabulary'

/** What a report of a community is made from. Dates are `YYYY-MM-DD`, null is unknown; names stand as they are told. */
export interface CommunityRecords {
  community: ReportedCommunity
  /** The days that it is about, and those before with which they are compared. */
  span: Days
  before: Days
  aliveness: ReportedAliveness
  participation: ReportedParticipation | null
  /** Members who joined in the span, and who left in it. */
  joined: number
  left: number
  /** Contacts and gatherings by week or by month, those without any included. */
  time: { by: 'week' | 'month'; buckets: { start: string; contacts: number; gatherings: number }[] }
  /** Of the span, in the order of their days. */
  gatherings: ReportedGathering[]
  borders: ReportedBorder[]
  taken: ReportedStep[]
  proposed: { part: PartKey; kind: StepKind; names: string[]; about: string | null; reasons: StepReasons }[]
}

interface Days {
  from: string
  to: string
}

interface ReportedCommunity {
  name: string
  domain: string
  purpose: string
  publicSpaces: string | null
  privateSpaces: string | null
  stage: CommunityStage
  /** The latest first. */
  stages: { stage: CommunityStage; since: string; note: string | null }[]
  rhythmDays: number | null
  beganOn: string | null
  endedOn: string | null
  sponsor: string | null
  coordinator: string | null
}

export interface ReportedPart extends Ratio {
  key: PartKey
  missing: string | null
  before: Ratio
  /** What the value has gained; null where the two cannot be compared. */
  change: number | null
  /** Whether the ranges by resampled weeks lie apart; null where there is no change to tell. */
  verdict: 'higher' | 'lower' | 'no clear change' | null
  also: SideReading[]
}

interface ReportedAliveness {
  parts: ReportedPart[]
  /** Low for the stage, or fallen; the weakest first. */
  weak: PartKey[]
  members: number
  /** Members and others who were in contact. */
  people: number
  contacts: number
  contactsBefore: number
  imported: number
}

export interface ReportedParticipation {
  weeks: number
  on: string
  counts: LevelCounts
  /** Of those who were members twelve weeks before as well. */
  flow: LevelFlow
  moved: { name: string; from: ParticipationLevel; to: ParticipationLevel; on: string }[]
  asked: { name: string; ask: 'invite further in' | 'catch before they drift'; lastSeen: string | null }[]
}

export interface ReportedGathering {
  title: string | null
  kind: GatheringKind
  heldOn: string
  minutes: number | null
  isPrivate: boolean
  status: 'planned' | 'held' | 'cancelled'
  host: string | null
  notes: string
  /** Members who were there, and others. */
  members: number
  guests: number
}

export interface ReportedBorder {
  border: 'location' | 'department'
  external: number
  internal: number
  unknown: number
  index: number | null
  /** The index that follows from the sizes of the groups alone. */
  chance: number | null
  /** The largest first. */
  groups: { name: string; people: number }[]
  /** Of each group with each, row by row. */
  ties: number[][]
  expected: number[][]
  neverMeet: { a: string; b: string; expected: number }[]
}

export interface ReportedStep {
  part: PartKey
  kind: StepKind
  names: string[]
  /** The piece of knowledge that it is about. */
  about: string | null
  takenOn: string
  valueThen: number | null
  contactsSince: number | null
}
