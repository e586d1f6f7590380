import type { ReportSpan } from '../report/span'
import type { afterwards, ClosureStepKind } from '../support/closure'
import type { LoggedContact } from '../support/kept'
import type { MatchMove } from '../support/pauses'
import type { SupportPlan } from '../support/plan'
import type { SurveyResponse } from '../surveys/results'
import type { Scale } from '../surveys/scale'
import type { EnrolmentStep, MatchSide, MatchStatus } from '../vocabulary'

/** What a report of a program is made from. Dates are `YYYY-MM-DD`, null is unknown. */
export interface ReportRecords {
  program: { name: string; plan: SupportPlan | null }
  enrolments: ReportEnrolment[]
  matches: ReportMatch[]
  surveys: ReportSurvey[]
}

export interface ReportEnrolment {
  role: MatchSide
  /** Why they dropped out; null for who did not. */
  leftReason: string | null
  /** In the order in which they were made; the first is the enrolment itself. */
  moves: { to: EnrolmentStep; on: string; reason: string | null }[]
}

export interface ReportPerson {
  id: number
  name: string
  side: MatchSide
  location: string | null
  department: string | null
}

export interface ReportMatch {
  id: number
  status: MatchStatus
  startedOn: string | null
  endedOn: string | null
  /** What the two agreed on, or else the program asks for. */
  cadenceDays: number | null
  people: ReportPerson[]
  moves: MatchMove[]
  sessions: { on: string; minutes: number | null; rating: number | null }[]
  checkIns: (LoggedContact & { member: number })[]
  goals: ReportGoal[]
  actionItems: { sessionOn: string; dueOn: string | null; doneOn: string | null }[]
  closures: ReportClosure[]
}

export interface ReportGoal {
  text: string
  /** The day on which it was written down. */
  since: string
  dueOn: string | null
  reachedOn: string | null
  droppedOn: string | null
}

/** A survey that was answered in the program, with every answer sheet. */
export interface ReportSurvey {
  name: string
  version: number
  scale: Scale
  responses: SurveyResponse<MatchSide>[]
}

export interface ReportClosure {
  anticipated: boolean
  reason: string
  closedOn: string | null
  reopenedOn: string | null
  steps: { kind: ClosureStepKind; doneOn: string | null; afterwards: (typeof afterwards)[number] | null }[]
}

/** Whether a match took place in it, if only for a day; one that was merely proposed never does. */
export function tookPlace({ status, startedOn, endedOn }: ReportMatch, { from, until }: ReportSpan): boolean {
  if (status === 'proposed' || (startedOn !== null && startedOn > until)) return false
  return endedOn === null || from === null || endedOn >= from
}
