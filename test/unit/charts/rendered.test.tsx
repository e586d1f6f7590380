import { MantineProvider } from '@mantine/core'
import { BreakdownChart } from '@renderer/components/charts/BreakdownChart'
import { CalendarHeatMap } from '@renderer/components/charts/CalendarHeatMap'
import { ChartTableView } from '@renderer/components/charts/ChartTableView'
import { ParticipationOverTime } from '@renderer/components/charts/ParticipationOverTime'
import { ParticipationRings } from '@renderer/components/charts/ParticipationRings'
import { Sparkbars } from '@renderer/components/charts/Sparkbars'
import { TimeSeriesChart } from '@renderer/components/charts/TimeSeriesChart'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

const unit = { one: 'session', other: 'sessions' }
const session = { name: 'sessions', points: [{ on: '2026-03-03', value: 12 }] }
const march = { from: '2026-03-02', to: '2026-03-29', bucket: 'week', locale: 'en-GB' } as const

function render(chart: ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{chart}</MantineProvider>)
}

function words(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, '|')
}

describe('what a chart says', () => {
  it('has its title as heading and its plain reading as text alternative', () => {
    const html = render(
      <TimeSeriesChart
        {...march}
        title="Sessions"
        note="by week"
        reading="One busy week."
        series={[session]}
      />,
    )
    expect(html).toMatch(/<h2[^>]*>Sessions<small[^>]*> by week<\/small><\/h2>/)
    expect(html).toContain('role="img" aria-label="Sessions. One busy week."')
    expect(words(html)).toContain('One busy week.')
  })

  it('names the open week and the imports in its legend', () => {
    const text = words(
      render(
        <TimeSeriesChart
          {...march}
          title="Sessions"
          reading=""
          today="2026-03-04"
          marks={[{ date: '2026-03-12', label: 'Teams' }]}
          series={[session]}
        />,
      ),
    )
    expect(text).toContain('this week, not over yet')
    expect(text).toContain('import')
  })

  it('says so when nothing was recorded, and offers no tools', () => {
    const html = render(<TimeSeriesChart {...march} title="Sessions" reading="Unused." series={[]} />)
    expect(words(html)).toContain(
      'Nothing was recorded between 2 March 2026 and 29 March 2026. Widen the period to see more.',
    )
    expect(html).not.toContain('<button')
    expect(words(html)).not.toContain('Unused.')
  })

  it('shows loading and errors in place of the picture', () => {
    const chart = { title: 'Members', reading: '', heading: 'Place', unit, items: [] }
    const loading = render(<BreakdownChart {...chart} status={{ kind: 'loading' }} />)
    expect(loading).toContain('aria-busy="true"')
    const failed = render(
      <BreakdownChart
        {...chart}
        status={{ kind: 'error', message: 'The file is in use.', onRetry: () => undefined }}
      />,
    )
    expect(failed).toMatch(/role="alert"[^>]*>The file is in use\./)
    expect(words(failed)).toContain('Try again')
  })

  it('offers only what can be done with it', () => {
    const chart = { ...march, title: 'Sessions', reading: '', series: [session] }
    const plain = render(<TimeSeriesChart {...chart} />)
    expect(plain).toContain('aria-label="Show as table"')
    expect(plain).toContain('aria-label="Copy the table"')
    expect(plain).not.toContain('Save as')
    const full = render(
      <TimeSeriesChart {...chart} onSavePng={() => undefined} onSaveCsv={() => undefined} />,
    )
    expect(full).toContain('aria-label="Save as picture (PNG)"')
    expect(full).toContain('aria-label="Save as CSV"')
  })
})

describe('calendar heat map', () => {
  const html = render(
    <CalendarHeatMap
      title="Rhythm"
      reading="Mostly Tuesdays."
      from="2026-03-02"
      to="2026-03-29"
      points={session.points}
      unit={unit}
      locale="en-GB"
    />,
  )
  it('names every day', () => {
    expect(html.match(/role="gridcell"/g)).toHaveLength(28)
    expect(html).toMatch(/aria-label="12 sessions on Tuesday,? 3 March 2026"/)
    expect(html).toMatch(/aria-label="0 sessions on Sunday,? 29 March 2026"/)
  })
  it('is one stop for the Tab key', () => {
    expect(html.match(/role="gridcell"[^>]*tabindex="0"/gi)).toHaveLength(1)
  })
  it('says what its shades stand for', () => {
    expect(words(html)).toContain('12 or more')
  })
})

describe('participation', () => {
  const rings = { title: 'Participation', reading: '', weeks: 12, locale: 'en-GB' }
  it('gives counts and the rule for each level in words', () => {
    const text = words(
      render(<ParticipationRings {...rings} counts={{ core: 2, active: 5, peripheral: 6, outside: 9 }} />),
    )
    expect(text).toContain('2 core')
    expect(text).toContain('in contact in 6 or more of the last 12 weeks')
    expect(text).toContain('9 outside')
  })
  it('has a sentence for a community without members', () => {
    const none = { core: 0, active: 0, peripheral: 0, outside: 0 }
    expect(words(render(<ParticipationRings {...rings} counts={none} />))).toContain('no members yet')
  })
  it('names the levels over time from the core outwards', () => {
    const points = ['2026-01-01', '2026-02-01'].map((on) => ({
      on,
      counts: { core: 1, active: 2, peripheral: 3, outside: 4 },
    }))
    const html = render(
      <ParticipationOverTime title="Levels" reading="" bucket="month" points={points} locale="en-GB" />,
    )
    expect(words(html)).toMatch(/core[\s|]+active[\s|]+peripheral[\s|]+outside/)
  })
})

describe('sparkbars', () => {
  const points = [
    { on: '2026-03-02', value: 10 },
    { on: '2026-03-09', value: 0 },
    { on: '2026-03-16', value: 5 },
  ]
  it('draw heights against the highest and outline the week that is not over', () => {
    const html = render(
      <Sparkbars
        points={points}
        bucket="week"
        unit={unit}
        reading="Quiet."
        today="2026-03-18"
        locale="en-GB"
      />,
    )
    expect(html.match(/height:[^"]*"/g)).toEqual([
      'height:92px"',
      'height:100%"',
      'height:1px"',
      'height:50%"',
    ])
    expect(html.match(/data-open="true"/g)).toHaveLength(1)
    expect(html).toContain('role="img" aria-label="Quiet."')
    expect(html).toMatch(/title="10 sessions, 2\s?–\s?8 March 2026"/)
  })
})

describe('table view', () => {
  it('is a table with headings for columns and rows, and a dash for what is unknown', () => {
    const html = render(
      <ChartTableView
        labelledBy="title"
        table={{
          columns: [
            { label: 'Place', kind: 'text' },
            { label: 'Sessions', kind: 'number' },
          ],
          rows: [
            ['Lagos', 4],
            ['Lagos', null],
          ],
        }}
      />,
    )
    expect(html.match(/<th scope="col"/g)).toHaveLength(2)
    expect(html.match(/<th scope="row">Lagos<\/th>/g)).toHaveLength(2)
    expect(words(html)).toContain('—')
    expect(html).toContain('tabindex="0"')
  })
})
