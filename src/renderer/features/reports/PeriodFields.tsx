import { Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { reportSpans } from '@shared/domain/report/design'
import { programSpans } from '@shared/domain/report/period'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'
import { spanLabels } from './words'

/** What the report is about in time; `resolved` says which days these are today. */
export function PeriodFields({ resolved }: { resolved: string | undefined }) {
  const { design, change } = useReportsView()
  const { period, kind, programId, matchId } = design
  const ofProgram = kind === 'program' || programId !== null || matchId !== null
  const spans = reportSpans.filter(
    (span) => ofProgram || span === period.span || !programSpans.includes(span),
  )
  const follows = period.span !== 'all' && period.span !== 'fixed'
  return (
    <div>
      <Select
        label="Period"
        allowDeselect={false}
        data={[...spans.filter((span) => span !== 'fixed'), 'fixed' as const].map((value) => ({
          value,
          label: spanLabels[value],
        }))}
        value={period.span}
        onChange={(value) => {
          const span = reportSpans.find((known) => known === value)
          if (span) change({ period: { ...period, span } })
        }}
      />
      {period.span === 'fixed' ? (
        <DatePickerInput
          mt={8}
          type="range"
          aria-label="Days"
          placeholder="The first and the last day"
          clearable
          allowSingleDateInRange
          valueFormat="D MMM YYYY"
          value={[period.from, period.to]}
          onChange={([from, to]) => change({ period: { span: 'fixed', from, to } })}
        />
      ) : null}
      {follows && resolved !== undefined ? (
        <p className={classes.hint}>{resolved}. A template follows the calendar.</p>
      ) : null}
    </div>
  )
}
