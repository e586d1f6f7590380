import { type LevelCounts, levelThresholds } from '@shared/domain/participation'
import { type ParticipationLevel, participationLevels } from '@shared/domain/vocabulary'
import type { ChartTable } from './chartTable'
import { formatNumber, formatShare, type Locale } from './formats'

const mixed = (colour: string, percent: number) =>
  `color-mix(in srgb, ${colour} ${percent}%, var(--paper, var(--surface)))`

/** The colour of each level, from the middle outwards; pale enough to carry its count in ink. */
export const levelColours: Record<ParticipationLevel, string> = {
  core: 'var(--s1)',
  active: mixed('var(--s1)', 50),
  peripheral: mixed('var(--s3)', 45),
  outside: mixed('var(--quiet)', 20),
}

/** What puts a member at each level, in words: “in contact in 6 or more of the last 12 weeks”. */
export function levelRules(weeks: number): Record<ParticipationLevel, string> {
  const { core, active, peripheral } = levelThresholds(weeks)
  return {
    core: `in contact in ${core} or more of the last ${weeks} weeks`,
    active: between(active, core - 1),
    peripheral: between(peripheral, active - 1),
    outside: 'in none',
  }
}

function between(least: number, most: number): string {
  if (most < least) return 'no number of weeks in so short a time'
  if (least === most) return `in ${least} ${least === 1 ? 'week' : 'weeks'}`
  return `in ${least} ${most - least === 1 ? 'or' : 'to'} ${most} weeks`
}

export function levelsTotal(counts: LevelCounts): number {
  return participationLevels.reduce((sum, level) => sum + counts[level], 0)
}

/** The levels as rows, with their share of all members and the rule. */
export function participationTable(counts: LevelCounts, weeks: number, locale: Locale): ChartTable {
  const total = levelsTotal(counts)
  const rules = levelRules(weeks)
  return {
    columns: [
      { label: 'Level', kind: 'text' },
      { label: 'Members', kind: 'number', show: (cell) => formatNumber(Number(cell), locale) },
      { label: 'Share (%)', kind: 'number', show: (cell) => formatShare(Number(cell) / 100, locale) },
      { label: 'Rule', kind: 'text' },
    ],
    rows: participationLevels.map((level) => [
      level,
      counts[level],
      total === 0 ? null : Math.round((counts[level] / total) * 1000) / 10,
      rules[level],
    ]),
  }
}
