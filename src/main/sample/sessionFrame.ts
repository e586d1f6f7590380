import { itemAt, type Random, WeightedChoice } from '@shared/domain/random'
import type { Confidentiality, SessionMedium } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import type { People } from './people'

const minuteChoices = [30, 45, 60, 50, 40, 75, 90, 25, 20, 120]
const chooseMinutes = new WeightedChoice([16, 30, 27, 8, 5, 5, 4, 3, 1.5, 0.5])
const near: readonly SessionMedium[] = ['in person', 'video', 'phone', 'chat', 'other', 'e-mail']
const chooseNear = new WeightedChoice([64, 22, 8, 2, 3, 1])
const far: readonly SessionMedium[] = ['video', 'phone', 'in person', 'chat', 'e-mail', 'other']
const chooseFar = new WeightedChoice([78, 10, 5, 3, 2, 2])
const chooseRating = new WeightedChoice([1, 4, 18, 47, 30])

/** What any session has, whatever it is about. */
export interface SessionFrame {
  /** Whether the two are from different places. */
  apart: boolean
  medium: SessionMedium | null
  minutes: number | null
  rating: number | null
  confidentiality: Confidentiality
  holidays: 'summer' | 'year end' | null
  /** Of the notes: 0 short, 1 usual, 2 long. */
  length: 0 | 1 | 2
}

function confidentialityFor(random: Random, sensitive: boolean): Confidentiality {
  const u = random.next()
  if (u < (sensitive ? 0.34 : 0.08)) return 'private'
  return u > (sensitive ? 0.96 : 0.84) ? 'shareable' : 'pair'
}

function holidaysFor(calendar: Calendar, day: number, random: Random): SessionFrame['holidays'] {
  const date = Number(calendar.text(day).slice(8))
  const month = calendar.month(day)
  if (month === 6 && date > 14) return random.chance(0.35) ? 'summer' : null
  return month === 11 && date > 9 && random.chance(0.45) ? 'year end' : null
}

/** Draws the circumstances of a session; a sensitive topic is more often kept private. */
export function drawFrame(
  people: People,
  calendar: Calendar,
  random: Random,
  attendees: readonly number[],
  day: number,
  sensitive: boolean,
): SessionFrame {
  const apart = people.location[attendees[0] ?? 0] !== people.location[attendees[1] ?? 0]
  const medium = apart
    ? itemAt(far, chooseFar.indexAt(random.next()))
    : itemAt(near, chooseNear.indexAt(random.next()))
  return {
    apart,
    medium: random.chance(0.02) ? null : medium,
    minutes: random.chance(0.04) ? null : itemAt(minuteChoices, chooseMinutes.indexAt(random.next())),
    rating: random.chance(0.35) ? null : chooseRating.indexAt(random.next()) + 1,
    confidentiality: confidentialityFor(random, sensitive),
    holidays: holidaysFor(calendar, day, random),
    length: random.chance(0.36) ? 0 : random.chance(0.72) ? 1 : 2,
  }
}

/** The agenda as a list, or null when nobody wrote one. */
export function drawAgenda(random: Random, title: string, followUp: boolean): string | null {
  if (random.chance(0.55)) return null
  const points = followUp ? ['What became of the last step', title] : [title]
  if (random.chance(0.3)) points.push('Anything else')
  points.push('Next steps')
  return points.map((point) => `- ${point}`).join('\n')
}
