import type { Random } from '@shared/domain/random'
import type { Calendar } from './calendar'
import type { PlannedMatch } from './matches'
import type { Schedule } from './schedule'
import type { AgreedStep } from './topics/topic'

/** What the last session of a match that goes on has left to do. */
type Duty = 'overdue' | 'today' | 'soon' | 'later' | 'done'

export interface Duties {
  dutyOf(match: number): Duty
  /** Whether nobody has written notes yet for the last session. */
  withoutNotes(match: number): boolean
}

const dutyCodes: readonly Duty[] = ['done', 'overdue', 'today', 'soon', 'later']
const duringWeeks: readonly Duty[] = ['overdue', 'today', 'soon', 'later', 'soon']
const justAgreed: readonly Duty[] = ['soon', 'today', 'later', 'soon']

/** How many of the recent sessions lack notes: three, or one in this many. */
const notesBehind = 14

/** Decides what the coordinator finds to do today: missing notes, and action items due, overdue and coming. */
export function planDuties(matches: readonly PlannedMatch[], schedule: Schedule, calendar: Calendar): Duties {
  const codes = new Uint8Array(matches.length)
  const missing = new Set<number>()
  const recent = matches.filter((match) => {
    const ago = calendar.today - match.until
    const held = (schedule.offsets[match.index + 1] ?? 0) - (schedule.offsets[match.index] ?? 0)
    return match.record.status === 'active' && held > 1 && ago <= 13
  })
  const behind = recent.filter((match) => match.until <= calendar.today - 2)
  const wanted = Math.min(behind.length, Math.max(3, Math.floor(recent.length / notesBehind)))
  for (let index = 0; index < wanted; index++) {
    const match = behind[Math.floor((index * behind.length) / wanted)]
    if (match) missing.add(match.index)
  }
  let ripe = 0
  let fresh = 0
  for (const match of recent) {
    if (missing.has(match.index)) continue
    const old = calendar.today - match.until >= 4
    const duty = old ? duringWeeks[ripe++ % duringWeeks.length] : justAgreed[fresh++ % justAgreed.length]
    codes[match.index] = dutyCodes.indexOf(duty ?? 'later')
  }
  return {
    dutyOf: (match) => dutyCodes[codes[match] ?? 0] ?? 'done',
    withoutNotes: (match) => missing.has(match),
  }
}

export interface Agreement {
  step: AgreedStep
  dueOn: string | null
  doneOn: string | null
  /** Whether the next session can tell that it was done. */
  kept: boolean
}

function openDue(duty: Duty, calendar: Calendar, held: number, random: Random): number {
  const { today } = calendar
  if (duty === 'overdue') return Math.max(held + 1, today - random.between(1, 3))
  if (duty === 'today') return today
  if (duty === 'soon') return today + random.between(1, 7)
  return today + random.between(8, 20)
}

/**
 * When each step is due and when it was done: before the next session if it was kept, some days after if not; what
 * the last session left is as the match's duty says.
 */
export function agree(
  calendar: Calendar,
  match: PlannedMatch,
  steps: readonly AgreedStep[],
  held: number,
  next: number | null,
  duty: Duty,
  random: Random,
): Agreement[] {
  const { today, text } = calendar
  return steps.map((step) => {
    const kept = random.chance(0.8)
    const late = random.between(2, 12)
    const due = (next ?? held + match.cadence) - random.between(0, 4)
    if (next === null && duty !== 'done' && match.ongoing) {
      return { step, dueOn: text(openDue(duty, calendar, held, random)), doneOn: null, kept }
    }
    const done = kept ? held + 1 + random.below(Math.max(1, (next ?? due) - held)) : (next ?? due) + late
    const overtaken = next === null && match.ongoing && random.chance(0.4)
    return {
      step,
      dueOn: random.chance(0.12) ? null : text(Math.max(held + 1, due)),
      doneOn: done > today || overtaken ? null : text(done),
      kept,
    }
  })
}
