import type {
  CommunityStage,
  Confidentiality,
  MatchSide,
  MatchStatus,
  MemberStatus,
  MentoringRole,
  SessionMedium,
} from './vocabulary'

/**
 * The records as plain data, before they have a place in a program file.
 * A calendar date is `YYYY-MM-DD`; `null` means unknown, which is never zero or the empty text.
 */

export interface MemberFields {
  /** The name as the person writes it, in any script. */
  name: string
  /** What the directory sorts by, usually family name first. */
  sortName: string
  email: string | null
  phone: string | null
  status: MemberStatus
  role: MentoringRole
  /** Position in the organisation, such as "Operations lead". */
  jobTitle: string | null
  organisation: string | null
  location: string | null
  department: string | null
  /** How many mentees this member takes at most; unknown when not asked. */
  capacity: number | null
  joinedOn: string | null
  /** The member's identifier in the system that they were imported from. */
  externalId: string | null
  /** Markdown. */
  about: string | null
  /** By its name of the IANA database, such as "Europe/Lisbon". */
  timeZone: string | null
  /** When they have time, on their own clock: "Mon 9-12, Thu 14-17". */
  hours: string | null
  /** From 1, at the beginning, to 5. */
  seniority: number | null
  languages: string[]
  skillsOffered: string[]
  skillsWanted: string[]
}

export interface ActionItemFields {
  text: string
  /** Index into the session's attendees, or null when nobody owns it yet. */
  owner: number | null
  dueOn: string | null
  doneOn: string | null
}

export interface SessionFields {
  heldOn: string
  /** Length in minutes. */
  minutes: number | null
  medium: SessionMedium | null
  title: string | null
  agenda: string | null
  /** Markdown. */
  notes: string
  confidentiality: Confidentiality
  /** 1 (poor) to 5 (very good). */
  rating: number | null
  topics: string[]
}

export interface MatchFields {
  status: MatchStatus
  startedOn: string | null
  endedOn: string | null
  /** Days between sessions that the two agreed on. */
  cadenceDays: number | null
}

export interface CommunityFields {
  name: string
  domain: string
  purpose: string
  stage: CommunityStage
  /** Days between gatherings. */
  rhythmDays: number | null
}

export type { MatchSide }
