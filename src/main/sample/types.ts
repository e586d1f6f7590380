import type { Style } from '@shared/domain/matching/style'
import type {
  ActionItemFields,
  CommunityFields,
  MatchFields,
  MatchSide,
  MemberFields,
  SessionFields,
} from '@shared/domain/records'
import type { CheckInDepth } from '@shared/domain/support/plan'
import type {
  CommunityStage,
  EnrolmentStep,
  GatheringKind,
  GatheringStatus,
  Helped,
  InvitationAnswer,
  KnowledgeKind,
  KnowledgeState,
  SessionMedium,
  ValueCycle,
} from '@shared/domain/vocabulary'

/** Members are known by number, from 0, in the order in which `members()` yields them. */
export interface SampleMember extends MemberFields {
  /** The number of the member who brought this one along, always a smaller one. */
  invitedBy: number | null
  /** The number of whom they report to. */
  manager: number | null
}

export interface SampleProgram {
  name: string
  purpose: string
  startedOn: string
  /** Null while it runs. */
  endedOn: string | null
  cadenceDays: number
}

export interface SampleEnrolment {
  /** Index into the programs. */
  program: number
  member: number
  role: MatchSide
  leftReason: string | null
  goals: string | null
  /** Numbers of members they would like, the dearest first. */
  wishes: number[]
  /** How they like to work; null where nobody asked. */
  style: Style | null
  /** The steps they came to, and when; the last is where they are. */
  moves: { to: EnrolmentStep; on: string }[]
  /** The part of their step's checks that is done, 0 to 1; those of the steps before are. */
  checked: number
}

export interface SampleSurveyResponse {
  /** Index into the sample's surveys. */
  survey: number
  /** Index into the programs. */
  program: number
  /** Index into the matches. */
  match: number
  member: number
  on: string
  /** By statement. */
  answers: (number | null)[]
}

export interface SampleMatch extends MatchFields {
  /** Index into the programs. */
  program: number
  members: { member: number; side: MatchSide }[]
  goals: string[]
}

export type SampleCommunityRole = 'coordinator' | 'facilitator' | 'expert' | 'member'

export interface SampleCommunity extends CommunityFields {
  startedOn: string
  members: { member: number; role: SampleCommunityRole; joinedOn: string }[]
  /** The number of the member who speaks for it. */
  sponsor: number | null
  publicSpaces: string
  privateSpaces: string
  stages: SampleStage[]
}

export interface SampleStage {
  stage: CommunityStage
  since: string
  note: string | null
}

export interface SampleGathering {
  /** Index into the communities. */
  community: number
  kind: GatheringKind
  title: string | null
  on: string
  startsAt: string
  minutes: number
  place: string | null
  isPrivate: boolean
  status: GatheringStatus
  /** Numbers of members. */
  host: number | null
  attendees: number[]
  guests: number
  /** Whether it is one of the community's series. */
  isSeries: boolean
}

export interface SampleAsk {
  /** Index into the communities. */
  community: number
  /** Number of a member. */
  asker: number
  text: string
  topic: string | null
  on: string
  isPrivate: boolean
  closedOn: string | null
  answers: {
    member: number
    on: string
    means: SessionMedium
    helped: Helped | null
    note: string | null
  }[]
}

export interface SampleInvitation {
  /** Index into the communities. */
  community: number
  /** Numbers of members; null is in no directory, and has a name then. */
  member: number | null
  by: number | null
  name: string | null
  email: string | null
  on: string | null
  answer: InvitationAnswer | null
  answeredOn: string | null
  note: string | null
}

export interface SampleKnowledge {
  kind: KnowledgeKind
  state: KnowledgeState
  title: string
  body: string
  /** The text before it was written over; null where it never was. */
  earlier: string | null
  topics: string[]
  /** Numbers of members. */
  authors: number[]
  /** Index into the communities. */
  community: number | null
  begunOn: string
  writtenOn: string
  reviewOn: string | null
  fromNotes: boolean
  uses: { member: number; on: string; story: Partial<Record<ValueCycle, string>> }[]
}

export interface SampleSession extends SessionFields {
  /** Index into the matches; null for a talk outside any match. */
  match: number | null
  /** Numbers of members. */
  attendees: number[]
  actionItems: ActionItemFields[]
}

/** Interactions in columns, in order of time; every column has `count` entries. */
export interface SampleInteractions {
  count: number
  /** Numbers of members. */
  from: Int32Array
  to: Int32Array
  /** When, in seconds since 1970 (UTC); `instantText` writes it out. */
  at: Float64Array
  /** Index into `interactionKinds`. */
  kind: Uint8Array
  /** Index into the communities; -1 outside any. */
  community: Int16Array
}

export interface SampleSizes {
  members: number
  sessions: number
  /** Beside those that sessions imply. */
  interactions: number
}

export interface SampleSupport {
  /** Index into the matches. */
  match: number
  checkIns: {
    member: number
    on: string
    means: SessionMedium
    minutes: number | null
    depth: CheckInDepth
    notes: string
  }[]
  goal: {
    text: string
    setOn: string
    dueOn: string
    reachedOn: string | null
    milestones: { text: string; doneOn: string | null }[]
  } | null
  closure: {
    anticipated: boolean
    begunOn: string
    endsOn: string
    /** Null while it is being brought to its end. */
    closedOn: string | null
    /** When the first of them was talked with about the end. */
    talkedOn: string
  } | null
}
