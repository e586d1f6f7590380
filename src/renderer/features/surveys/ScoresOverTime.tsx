import { chartExports } from '@renderer/app/chartExports'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { ChartLegend, LegendItem, LineSwatch } from '@renderer/components/charts/ChartLegend'
import { MOST_SERIES, seriesColour, seriesDash } from '@renderer/components/charts/seriesFill'
import { useWidth } from '@renderer/components/charts/useWidth'
import type { OutputOf } from '@shared/contract'
import type { Scale } from '@shared/domain/surveys/scale'
import { useMemo } from 'react'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import classes from './Surveys.module.css'
import { changeWords, meanText, periodWords } from './words'

interface Props {
  results: OutputOf<'surveys.results'>
  scale: Scale
}

const height = 230

/** Means period by period: the whole, and each part. */
export function ScoresOverTime({ results, scale }: Props) {
  const [ref, width] = useWidth()
  const { periods, period } = results
  const lines = useMemo(
    () => [
      { name: 'On the whole', colour: 'var(--ink)' },
      ...scale.subscales
        .slice(0, MOST_SERIES)
        .map(({ name }, index) => ({ name, colour: seriesColour(index) })),
    ],
    [scale],
  )
  const points = periods.map(({ from, whole, subscales }) => ({
    name: periodWords(from, period),
    means: [whole, ...subscales],
  }))
  const table = {
    columns: [
      {
        label: period === 'month' ? 'Month' : period === 'quarter' ? 'Quarter' : 'Year',
        kind: 'text' as const,
      },
      { label: 'People', kind: 'number' as const },
      ...['On the whole', ...scale.subscales.map(({ name }) => name)].map((label) => ({
        label,
        kind: 'number' as const,
        show: (cell: string | number | null) => meanText(typeof cell === 'number' ? cell : null),
      })),
    ],
    rows: periods.map(({ from, people, whole, subscales }) => [
      periodWords(from, period),
      people,
      whole,
      ...subscales,
    ]),
  }
  const reading = changeWords(results)
  return (
    <ChartFrame
      title="Over time"
      note={`means by ${period}`}
      reading={reading}
      table={table}
      pictureHeight={height}
      {...chartExports('Scores over time')}
    >
      <ChartLegend>
        {lines.map(({ name, colour }, index) => (
          <LegendItem key={name} swatch={<LineSwatch index={index} colour={colour} />}>
            {name}
          </LegendItem>
        ))}
      </ChartLegend>
      <div ref={ref} role="img" aria-label={`Over time. ${reading}`}>
        <LineChart
          width={width}
          height={height}
          data={points}
          margin={{ top: 10, right: 16, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="name"
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink2)', fontSize: 12 }}
            padding={{ left: 30, right: 30 }}
          />
          <YAxis
            domain={[1, scale.anchors.length]}
            ticks={scale.anchors.map((_, index) => index + 1)}
            width={28}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--ink2)', fontSize: 12 }}
          />
          <Tooltip
            content={({ active, payload, label }) => <Tip active={active} payload={payload} label={label} />}
          />
          {lines.map(({ name, colour }, index) => (
            <Line
              key={name}
              name={name}
              dataKey={(point: (typeof points)[number]) => point.means[index] ?? null}
              stroke={colour}
              strokeWidth={index === 0 ? 2.5 : 1.75}
              {...dashed(index)}
              dot={{ r: 3, fill: colour, strokeWidth: 0 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </div>
    </ChartFrame>
  )
}

function dashed(index: number): { strokeDasharray?: string } {
  const dash = seriesDash(index)
  return dash === undefined ? {} : { strokeDasharray: dash }
}

interface TipProps {
  active: boolean
  payload: readonly { name?: unknown; value?: unknown }[]
  label: string | number | undefined
}

function Tip({ active, payload, label }: TipProps) {
  if (!active || payload.length === 0) return null
  return (
    <div className={classes.tip}>
      <b>{label}</b>
      {payload.map(({ name, value }) => (
        <div key={String(name)}>
          <span>{String(name)}</span>
          <span>{meanText(typeof value === 'number' ? value : null)}</span>
        </div>
      ))}
    </div>
  )
}
