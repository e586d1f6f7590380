import { type Contact, dueDay } from './due'
import type { CheckInDepth, PresetName, SupportPlan } from './plan'

/** What became of a due check-in; `waiting` is the one that comes next. */
export type KeptOutcome = 'kept' | 'late' | 'missed' | 'waiting'

export interface KeptLine {
  depth: CheckInDepth
  preset: PresetName
  dueOn: string
  latestOn: string
  /** The contact that settled it; null while none has. */
  contactOn: string | null
  outcome: KeptOutcome
}

export interface LoggedContact extends Contact {
  /** What was due when it was logged, and by which preset; null when nothing was planned then. */
  dueOn: string | null
  preset: PresetName | null
}

interface Past {
  plan: SupportPlan
  startedOn: string
  endedOn: string | null
  contacts: readonly LoggedContact[]
  /** The end is null while the pause lasts. */
  pauses: readonly { from: string; to: string | null }[]
  today: string
}

/**
 * What was kept of a plan with one person, from the start to today or to the end: one line for each due day, the oldest
 * first. A due day that a pause came before is asked of nobody. A contact that was logged under another preset is
 * measured by that one.
 */
export function keptOf(past: Past): KeptLine[] {
  return [...trackOf(past, 'quick'), ...trackOf(past, 'in depth')].sort((one, other) =>
    one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : one.depth < other.depth ? 1 : -1,
  )
}

function trackOf(past: Past, depth: CheckInDepth): KeptLine[] {
  const { plan, startedOn, endedOn, today } = past
  const until = endedOn !== null && endedOn < today ? endedOn : today
  const stages = depth === 'quick' ? plan.quick : plan.inDepth
  const contacts = past.contacts
    .filter((contact) => contact.on >= startedOn && (depth === 'quick' || contact.depth === 'in depth'))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const lines: KeptLine[] = []
  let since = startedOn
  for (;;) {
    const day = dueDay(stages, startedOn, since)
    if (day === null) return lines
    const contact = contacts.find(({ on }) => on > since)
    const pause = past.pauses.find(({ from, to }) => from >= since && (to === null || to > since))
    if (pause && pause.from <= day.dueOn && (!contact || pause.from < contact.on)) {
      if (pause.to === null) return lines
      since = pause.to
      continue
    }
    if (!contact || contact.on > until) {
      if (endedOn === null || day.dueOn <= until) {
        lines.push({ ...lineOf(day), contactOn: null, outcome: openOutcome(day, until) })
      }
      return lines
    }
    const other = contact.preset !== null && contact.preset !== plan.preset && contact.dueOn !== null
    const dueOn = other && contact.dueOn !== null ? contact.dueOn : day.dueOn
    const latestOn = later(day.latestOn, dueOn)
    lines.push({
      depth,
      preset: other && contact.preset !== null ? contact.preset : plan.preset,
      dueOn,
      latestOn,
      contactOn: contact.on,
      outcome: contact.on <= dueOn ? 'kept' : contact.on <= latestOn ? 'late' : 'missed',
    })
    since = contact.on
  }

  function lineOf({ dueOn, latestOn }: { dueOn: string; latestOn: string }) {
    return { depth, preset: plan.preset, dueOn, latestOn }
  }
}

const later = (one: string, other: string) => (one > other ? one : other)

function openOutcome({ dueOn, latestOn }: { dueOn: string; latestOn: string }, until: string): KeptOutcome {
  if (until > latestOn) return 'missed'
  return until > dueOn ? 'late' : 'waiting'
}

export interface KeptFigures {
  kept: number
  late: number
  missed: number
}

export function keptFigures(lines: readonly KeptLine[]): KeptFigures {
  const count = (outcome: KeptOutcome) => lines.filter((line) => line.outcome === outcome).length
  return { kept: count('kept'), late: count('late'), missed: count('missed') }
}

/** "7 of 9 check-ins took place in time, 1 later, 1 was let slip." */
export function keptWords({ kept, late, missed }: KeptFigures): string {
  const all = kept + late + missed
  if (all === 0) return 'No check-in has been due yet.'
  const more = [
    late > 0 ? `${late} later` : '',
    missed > 0 ? `${missed} ${missed === 1 ? 'was' : 'were'} let slip` : '',
  ].filter((part) => part !== '')
  const was = all === 1 ? 'check-in' : 'check-ins'
  return `${[`${kept} of ${all} ${was} took place in time`, ...more].join(', ')}.`
}
