import type { LevelCounts } from '@shared/domain/participation'
import { participationLevels } from '@shared/domain/vocabulary'
import { useMemo } from 'react'
import { ChartFrame } from './ChartFrame'
import type { ChartOptions } from './chartProps'
import styles from './charts.module.css'
import { formatNumber } from './formats'
import { levelColours, levelRules, levelsTotal, participationTable } from './participationData'

const SIZE = 208
const CENTRE = SIZE / 2
const DISC = 21
const RING = 19
const GAP = 7

/** The middle of each ring's band, from the core's disc outwards. */
const radii = { active: 0, peripheral: 1, outside: 2 } as const
const radiusOf = (ring: number) => DISC + GAP + RING / 2 + ring * (RING + GAP)

export interface ParticipationRingsProps extends ChartOptions {
  counts: LevelCounts
  /** The weeks of the window by which the levels were told. */
  weeks: number
  /** The rule in one sentence below the rings, where there is no room beside them. */
  brief?: boolean
}

/** Core, active, peripheral and outside as rings, with the rule that tells them apart in words. */
export function ParticipationRings({ counts, weeks, brief = false, ...options }: ParticipationRingsProps) {
  const { locale } = options
  const table = useMemo(() => participationTable(counts, weeks, locale), [counts, weeks, locale])
  const rules = levelRules(weeks)
  const status =
    options.status ??
    (levelsTotal(counts) === 0
      ? { kind: 'empty' as const, message: 'This community has no members yet.' }
      : undefined)
  return (
    <ChartFrame {...options} status={status} table={table} pictureHeight={SIZE}>
      <div className={styles.rings}>
        <svg role="img" aria-label={`${options.title}. ${options.reading}`} width={SIZE} height={SIZE}>
          {(['outside', 'peripheral', 'active'] as const).map((level) => (
            <circle
              key={level}
              cx={CENTRE}
              cy={CENTRE}
              r={radiusOf(radii[level])}
              fill="none"
              stroke={levelColours[level]}
              strokeWidth={RING}
            />
          ))}
          <circle cx={CENTRE} cy={CENTRE} r={DISC} fill={levelColours.core} />
          <g textAnchor="middle" fontSize={13} fill="var(--ink)">
            <text x={CENTRE} y={CENTRE + 4.5} fill="var(--surface)" fontWeight={650}>
              {formatNumber(counts.core, locale)}
            </text>
            {(['active', 'peripheral', 'outside'] as const).map((level) => (
              <text key={level} x={CENTRE} y={CENTRE - radiusOf(radii[level]) + 4.5}>
                {formatNumber(counts[level], locale)}
              </text>
            ))}
          </g>
        </svg>
        {brief ? (
          <p className={styles.rule}>
            {participationLevels
              .map((level) => `${formatNumber(counts[level], locale)} ${level}: ${rules[level]}`)
              .join('; ')}
            .
          </p>
        ) : (
          <dl className={styles.levels}>
            {participationLevels.map((level) => (
              <div key={level}>
                <dt>
                  <svg width={12} height={12} aria-hidden="true">
                    <circle
                      cx={6}
                      cy={6}
                      r={level === 'core' ? 5 : 4.25}
                      fill={level === 'core' ? levelColours.core : 'none'}
                      stroke={level === 'core' ? 'none' : levelColours[level]}
                      strokeWidth={3}
                    />
                  </svg>
                  {formatNumber(counts[level], locale)} {level}
                </dt>
                <dd>{rules[level]}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </ChartFrame>
  )
}
