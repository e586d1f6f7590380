import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import type { ChartTable } from '@renderer/components/charts/chartTable'
import { formatDate } from '@renderer/components/charts/formats'
import { useWidth } from '@renderer/components/charts/useWidth'
import classes from './Crossing.module.css'
import { type By, byWords, type Months } from './words'

const height = 190
const room = { left: 44, right: 12, top: 10, bottom: 26 }
/** A month with fewer ties says nothing: its point would be chance. */
const leastTies = 5

interface Props {
  months: Months
  /** What the sizes of the groups alone would give. */
  chance: number | null
  by: By
}

/** The E-I index month by month, beside the line that chance would draw. */
export function CrossingTime({ months, chance, by }: Props) {
  const [ref, width] = useWidth()
  const title = 'Crossing, month by month'
  const points = months.map((month) => {
    const { external, internal, index } = month[by]
    return { month: month.month, external, internal, index: external + internal < leastTies ? null : index }
  })
  const read = points.filter(({ index }) => index !== null)
  const inner = {
    width: Math.max(1, width - room.left - room.right),
    height: height - room.top - room.bottom,
  }
  const x = (at: number) => room.left + (inner.width * (at + 0.5)) / Math.max(1, points.length)
  const y = (index: number) => room.top + (inner.height * (1 - index)) / 2
  const every = Math.ceil(points.length / Math.max(1, Math.floor(inner.width / 76)))
  return (
    <ChartFrame
      title={title}
      note="E-I index"
      reading={timeReading(read, chance, by)}
      table={tableOf(points, chance)}
      pictureHeight={height}
      {...chartExports(title)}
      status={
        read.length === 0
          ? {
              kind: 'empty',
              message: `No month has ${leastTies} ties or more, which it takes to say anything.`,
            }
          : undefined
      }
    >
      <div ref={ref}>
        <svg width={width} height={height} role="img" aria-label={timeReading(read, chance, by)}>
          {[-1, 0, 1].map((index) => (
            <g key={index}>
              <line x1={room.left} x2={width - room.right} y1={y(index)} y2={y(index)} stroke="var(--line)" />
              <text x={room.left - 8} y={y(index) + 4} textAnchor="end" fontSize={11} fill="var(--ink2)">
                {index === 0 ? 'half' : index === 1 ? 'all' : 'none'}
              </text>
            </g>
          ))}
          {chance === null ? null : (
            <line
              x1={room.left}
              x2={width - room.right}
              y1={y(chance)}
              y2={y(chance)}
              stroke="var(--s2)"
              strokeWidth={1.5}
              strokeDasharray="5 4"
            />
          )}
          {points.map(({ month, index }, at) => {
            const next = points[at + 1]
            return (
              <g key={month}>
                {index === null || next === undefined || next.index === null ? null : (
                  <line
                    x1={x(at)}
                    y1={y(index)}
                    x2={x(at + 1)}
                    y2={y(next.index)}
                    stroke="var(--s1)"
                    strokeWidth={2}
                  />
                )}
                {index === null ? null : <circle cx={x(at)} cy={y(index)} r={3.5} fill="var(--s1)" />}
                {at % every === 0 ? (
                  <text x={x(at)} y={height - 7} textAnchor="middle" fontSize={11} fill="var(--ink2)">
                    {formatDate(month, 'shortMonth', undefined)} {month.slice(0, 4)}
                  </text>
                ) : null}
              </g>
            )
          })}
        </svg>
      </div>
      <ul className={classes.legend}>
        <li data-line="here">ties that lead to another {byWords[by].one}: none, half, or all of them</li>
        <li data-line="chance">if everybody met by chance</li>
      </ul>
    </ChartFrame>
  )
}

function timeReading(read: readonly { index: number | null }[], chance: number | null, by: By): string {
  const last = read.at(-1)?.index
  if (last === undefined || last === null || chance === null) return 'There is too little to compare yet.'
  const share = `In the latest month ${Math.round(((last + 1) / 2) * 100)} % of ties lead to another ${byWords[by].one}`
  return `${share}; by chance it would be ${Math.round(((chance + 1) / 2) * 100)} %.`
}

function tableOf(
  points: readonly { month: string; external: number; internal: number; index: number | null }[],
  chance: number | null,
): ChartTable {
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)
  return {
    columns: [
      { label: 'Month', kind: 'text' },
      { label: 'Ties across', kind: 'number' },
      { label: 'Ties within', kind: 'number' },
      { label: 'E-I index', kind: 'number' },
      { label: 'By chance', kind: 'number' },
    ],
    rows: points.map(({ month, external, internal, index }) => [
      month.slice(0, 7),
      external,
      internal,
      rounded(index),
      rounded(chance),
    ]),
  }
}
