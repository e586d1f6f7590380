import { daysBetween } from '../calendar'
import type { InvitationAnswer, ParticipationLevel } from '../vocabulary'

/** The way into a community, from somebody who is thought of to somebody who takes part. */
export const waySteps = ['thought of', 'invited', 'accepted', 'came', 'active'] as const
export type WayStep = (typeof waySteps)[number]

/** What is known about somebody on the way. */
export interface OnTheWay {
  /** Null: nobody has spoken with them yet. */
  invitedOn: string | null
  answer: InvitationAnswer | null
  answeredOn: string | null
  /** A member of the community today. */
  belongs: boolean
  /** The first day on which they took part; being invited is no part. */
  cameOn: string | null
  /** Null where they do not belong, or the community is too young to tell. */
  level: ParticipationLevel | null
}

/**
 * How far somebody has come. *Active* is whoever belongs and is core or active by the rule of participation; *came*
 * has taken part once at least; *accepted* has said so, or belongs.
 */
export function wayStep({ invitedOn, answer, belongs, cameOn, level }: OnTheWay): WayStep {
  if (belongs && (level === 'core' || level === 'active')) return 'active'
  if (cameOn !== null) return 'came'
  if (belongs || answer === 'accepted') return 'accepted'
  return invitedOn !== null || answer !== null ? 'invited' : 'thought of'
}

/** How many have come at least so far: each step holds those of the steps after it. */
export function funnelOf(steps: readonly WayStep[]): { step: WayStep; people: number }[] {
  const furthest = steps.map((step) => waySteps.indexOf(step))
  return waySteps.map((step, at) => ({ step, people: furthest.filter((reached) => reached >= at).length }))
}

/** What the coordinator can do next for somebody; `none` is nothing for now. */
export const nextSteps = ['invite', 'wait', 'ask again', 'admit', 'welcome', 'further in', 'none'] as const
export type NextStep = (typeof nextSteps)[number]

/** An invitation without an answer is brought up again after so many days, a “later” after so many. */
export const patience = { unanswered: 14, later: 60 }

export function nextStep(person: OnTheWay, today: string): NextStep {
  const { answer, invitedOn, answeredOn, belongs } = person
  const step = wayStep(person)
  if (step === 'active') return 'none'
  if (belongs) return step === 'came' ? 'further in' : 'welcome'
  if (answer === 'declined') return 'none'
  if (answer === 'accepted' || step === 'came') return 'admit'
  if (step === 'thought of') return 'invite'
  const since = answer === 'later' ? (answeredOn ?? invitedOn) : invitedOn
  const waited = since === null ? 0 : daysBetween(since, today)
  return waited >= (answer === 'later' ? patience.later : patience.unanswered) ? 'ask again' : 'wait'
}
