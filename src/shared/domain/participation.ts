import { type ParticipationLevel, participationLevels } from './vocabulary'

/**
 * Levels of participation over a sliding window of weeks, by one rule that fits in a sentence: *whoever was in
 * contact in at least half of the weeks is core, in at least a quarter active, in at least one peripheral, and
 * in none outside.*
 *
 * Why weeks and not contacts: three calls on one afternoon are one sign of life. Why thresholds and not ranks:
 * Wenger, McDermott and Snyder (2002) saw 10–15 % core and 15–20 % active in communities that thrive, as a
 * description. Cutting at those ranks would name a core where nobody is active, split people who did the same,
 * and move a member outward because others did more. Here a level follows from a member's own weeks alone, so
 * that movement between levels means movement. The book's shares are for comparison, never a target.
 */

/** How many weeks of the window the inner three levels take at least. */
export interface LevelThresholds {
  core: number
  active: number
  peripheral: number
}

export type LevelCounts = Record<ParticipationLevel, number>

/**
 * The rule in whole weeks, for the sentence on the screen: of 12 weeks 6, 3 and 1. A community that is younger
 * than the window is judged by the weeks that it has; under five weeks levels coincide, so show none there.
 * Throws a RangeError unless `weeks` is 1 to 255.
 */
export function levelThresholds(weeks: number): LevelThresholds {
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 255) {
    throw new RangeError(`A window of ${weeks} weeks is not a whole number from 1 to 255.`)
  }
  return { core: Math.ceil(weeks / 2), active: Math.ceil(weeks / 4), peripheral: 1 }
}

/** The level of one member by the weeks in which they had an interaction. */
export function levelOf(activeWeeks: number, weeks: number): ParticipationLevel {
  return participationLevels[levelIndex(activeWeeks, levelThresholds(weeks))] ?? 'outside'
}

/**
 * The level of every member, as indexes into `participationLevels` (0 core to 3 outside), in the given order.
 * `activeWeeks[i]` is in how many of the window's `weeks` member i had at least one interaction; throws a
 * RangeError when that is more weeks than the window has.
 */
export function levels(activeWeeks: Uint8Array, weeks: number): Uint8Array {
  const thresholds = levelThresholds(weeks)
  const found = new Uint8Array(activeWeeks.length)
  activeWeeks.forEach((active, member) => {
    if (active > weeks) throw new RangeError(`${active} active weeks do not fit a window of ${weeks}.`)
    found[member] = levelIndex(active, thresholds)
  })
  return found
}

/** How many members there are at each level, from the indexes that `levels` gives. */
export function countLevels(indexes: Uint8Array): LevelCounts {
  const counts: LevelCounts = { core: 0, active: 0, peripheral: 0, outside: 0 }
  for (const index of indexes) {
    const level = participationLevels[index]
    if (level !== undefined) counts[level] += 1
  }
  return counts
}

/** How many members moved towards the core, away from it, or stayed, between two windows. */
export interface LevelFlow {
  inward: number
  outward: number
  held: number
}

/** Compares the levels of the same members, in the same order, in an earlier and a later window. */
export function levelFlow(before: Uint8Array, after: Uint8Array): LevelFlow {
  if (before.length !== after.length)
    throw new RangeError('Two windows can be compared for the same members only.')
  const flow: LevelFlow = { inward: 0, outward: 0, held: 0 }
  after.forEach((level, member) => {
    const earlier = before[member] ?? level
    if (level < earlier) flow.inward += 1
    else if (level > earlier) flow.outward += 1
    else flow.held += 1
  })
  return flow
}

function levelIndex(activeWeeks: number, thresholds: LevelThresholds): number {
  if (activeWeeks >= thresholds.core) return 0
  if (activeWeeks >= thresholds.active) return 1
  return activeWeeks >= thresholds.peripheral ? 2 : 3
}
