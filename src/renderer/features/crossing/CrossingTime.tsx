import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { ChartLegend, LegendItem } from '@renderer/components/charts/ChartLegend'
import type { ChartTable } from '@renderer/components/charts/chartTable'
import { formatDate } from '@renderer/components/charts/formats'
import { useWidth } from '@renderer/components/charts/useWidth'
import { shortDate } from '@renderer/components/labels'
import { TimeLines } from './TimeLines'
import { type By, byWords, type Imports, type Months, type Point } from './words'

const height = 200
/** A month with fewer ties says nothing: its point would be chance. */
const leastTies = 5
/** More imports than these are told in the table of imports, not here. */
const mostTold = 6

interface Props {
  months: Months
  imports: Imports
  by: By
  about: string
}

/** The E-I index month by month, beside the line that chance would draw, and the imports of that time. */
export function CrossingTime({ months, imports, by, about }: Props) {
  const [ref, width] = useWidth()
  const title = 'Crossing, month by month'
  const points = months.map((month): Point => {
    const { external, internal, index, chance } = month[by]
    return {
      month: month.month,
      external,
      internal,
      index: external + internal < leastTies ? null : index,
      chance,
    }
  })
  const read = points.filter(({ index }) => index !== null)
  const reading = timeReading(read.at(-1), by)
  return (
    <ChartFrame
      title={title}
      note={`E-I index; ${about}`}
      reading={reading}
      table={tableOf(points, imports)}
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
      <ChartLegend>
        <LegendItem swatch={<path d="M0 6h14" stroke="var(--s1)" strokeWidth={2} />}>
          ties that lead to another {byWords[by].one}: none, half, or all of them
        </LegendItem>
        <LegendItem swatch={<path d="M0 6h14" stroke="var(--s2)" strokeWidth={2} strokeDasharray="4 3" />}>
          if everybody who was there met by chance
        </LegendItem>
        {imports.length === 0 ? null : (
          <LegendItem swatch={<path d="M7 2l3.5 7h-7z" fill="var(--ink2)" />}>
            imported:{' '}
            {imports
              .slice(0, mostTold)
              .map(({ on, label }) => `${label} on ${shortDate(on)}`)
              .join('; ')}
            {imports.length > mostTold ? `; and ${imports.length - mostTold} more` : ''}
          </LegendItem>
        )}
      </ChartLegend>
      <div ref={ref}>
        <TimeLines points={points} imports={imports} width={width} height={height} label={reading} />
      </div>
    </ChartFrame>
  )
}

function timeReading(last: Point | undefined, by: By): string {
  if (!last || last.index === null) return 'There is too little to compare yet.'
  const month = formatDate(last.month, 'month', undefined)
  const share = `In ${month} ${Math.round(((last.index + 1) / 2) * 100)} % of ties led to another ${byWords[by].one}`
  if (last.chance === null) return `${share}.`
  return `${share}; by chance it would have been ${Math.round(((last.chance + 1) / 2) * 100)} %.`
}

function tableOf(points: readonly Point[], imports: Imports): ChartTable {
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)
  return {
    columns: [
      { label: 'Month', kind: 'text' },
      { label: 'Ties across', kind: 'number' },
      { label: 'Ties within', kind: 'number' },
      { label: 'E-I index', kind: 'number' },
      { label: 'By chance', kind: 'number' },
      { label: 'Imported', kind: 'text' },
    ],
    rows: points.map(({ month, external, internal, index, chance }) => [
      month.slice(0, 7),
      external,
      internal,
      rounded(index),
      rounded(chance),
      imports
        .filter(({ on }) => on.slice(0, 7) === month.slice(0, 7))
        .map(({ label }) => label)
        .join('; '),
    ]),
  }
}
