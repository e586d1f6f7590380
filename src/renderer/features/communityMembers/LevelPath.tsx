import type { ParticipationLevel } from '@shared/domain/vocabulary'
import { participationLevels } from '@shared/domain/vocabulary'
import classes from './Members.module.css'

interface Props {
  /** The level at the end of each week, the present one first. */
  path: readonly ParticipationLevel[]
  wide?: boolean
}

/** How near the centre somebody was, week by week, as a line of steps: up is nearer. */
export function LevelPath({ path, wide = false }: Props) {
  const weeks = path.length
  const steps = [...path].reverse()
  const [width, height] = wide ? [420, 64] : [96, 20]
  const slot = width / 53
  const y = (level: ParticipationLevel) => 2 + (participationLevels.indexOf(level) * (height - 4)) / 3
  const points = steps.flatMap((level, index) => {
    const x = (53 - weeks + index) * slot
    return [`${x.toFixed(1)},${y(level).toFixed(1)}`, `${(x + slot).toFixed(1)},${y(level).toFixed(1)}`]
  })
  return (
    <svg className={classes.path} width={width} height={height} aria-hidden="true">
      {participationLevels.map((level) => (
        <line key={level} x1={0} x2={width} y1={y(level)} y2={y(level)} className={classes.level} />
      ))}
      <polyline points={points.join(' ')} />
    </svg>
  )
}
