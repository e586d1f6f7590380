import { formatDate } from '@renderer/components/charts/formats'
import { bucketEnd, daysBetween } from '@shared/domain/calendar'
import type { Imports, Point } from './words'

const room = { left: 44, right: 12, top: 10, bottom: 36 }

interface Props {
  points: readonly Point[]
  imports: Imports
  width: number
  height: number
  label: string
}

/** Two lines over months, from none of the ties to all of them; below them marks where something was imported. */
export function TimeLines({ points, imports, width, height, label }: Props) {
  const inner = {
    width: Math.max(1, width - room.left - room.right),
    height: height - room.top - room.bottom,
  }
  const column = inner.width / Math.max(1, points.length)
  const x = (at: number) => room.left + column * (at + 0.5)
  const y = (index: number) => room.top + (inner.height * (1 - index)) / 2
  const every = Math.ceil(points.length / Math.max(1, Math.floor(inner.width / 76)))
  /** One line for each row of months in which there is something to tell. */
  const lines = (of: 'index' | 'chance') => {
    let pen = 'M'
    return points
      .map((point, at) => {
        const value = point[of]
        if (value === null) {
          pen = 'M'
          return ''
        }
        const step = `${pen}${x(at)} ${y(value)}`
        pen = 'L'
        return step
      })
      .join('')
  }
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {[-1, 0, 1].map((index) => (
        <g key={index}>
          <line x1={room.left} x2={width - room.right} y1={y(index)} y2={y(index)} stroke="var(--line)" />
          <text x={room.left - 8} y={y(index) + 4} textAnchor="end" fontSize={11} fill="var(--ink2)">
            {index === 0 ? 'half' : index === 1 ? 'all' : 'none'}
          </text>
        </g>
      ))}
      <path d={lines('chance')} fill="none" stroke="var(--s2)" strokeWidth={1.5} strokeDasharray="5 4" />
      <path d={lines('index')} fill="none" stroke="var(--s1)" strokeWidth={2} />
      {points.map(({ month, index }, at) => (
        <g key={month}>
          {index === null ? null : <circle cx={x(at)} cy={y(index)} r={3.5} fill="var(--s1)" />}
          {at % every === 0 ? (
            <text x={x(at)} y={height - 7} textAnchor="middle" fontSize={11} fill="var(--ink2)">
              {formatDate(month, 'shortMonth', undefined)} {month.slice(0, 4)}
            </text>
          ) : null}
        </g>
      ))}
      {imports.map(({ on, label: what }) => {
        const at = points.findIndex(({ month }) => month.slice(0, 7) === on.slice(0, 7))
        if (at < 0) return null
        const month = `${on.slice(0, 7)}-01`
        const far = daysBetween(month, on) / (daysBetween(month, bucketEnd(month, 'month')) + 1)
        return (
          <path
            key={`${on} ${what}`}
            d={`M${room.left + column * (at + far)} ${height - room.bottom + 4}l3.5 7h-7z`}
            fill="var(--ink2)"
          >
            <title>{what}</title>
          </path>
        )
      })}
    </svg>
  )
}
