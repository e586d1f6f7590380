import { Loader } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import screen from '@renderer/components/Screen.module.css'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import { useMemo, useState } from 'react'
import classes from './Report.module.css'
import { ReportControls } from './ReportControls'
import { ReportPart } from './ReportPart'

/** How a program went in a period: as a page to read, and to hand on. */
export function ReportTab({ programId }: { programId: number }) {
  const today = useToday()
  const [period, setPeriod] = useState<[string | null, string | null]>([null, null])
  const [redaction, setRedaction] = useState<RedactionLevel>('figures')
  const [nameAll, setNameAll] = useState(false)
  const request = useMemo(
    () => ({ programId, from: period[0], to: period[1], redaction, today, nameAll }),
    [programId, period, redaction, today, nameAll],
  )
  const { data, error } = useRecords('programReport.get', request)
  const report = data?.report
  const isEmpty = report?.sections.length === 0

  return (
    <div className={`${classes.tab} ${screen.reading}`}>
      <ReportControls
        request={request}
        unwilling={data?.unwilling ?? 0}
        disabled={!report || isEmpty}
        onPeriod={setPeriod}
        onRedaction={setRedaction}
        onNameAll={setNameAll}
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {isEmpty ? (
        <EmptyState
          title="Nothing to report yet"
          text={
            period[0] === null && period[1] === null
              ? 'As soon as people are enrolled in this program, and matches meet, this page tells how it goes.'
              : 'Nobody was enrolled and no match ran in this period. Choose a longer one.'
          }
        />
      ) : report ? (
        <article className={classes.report} aria-label="Report">
          <p className={classes.say}>{report.reading}</p>
          <p className={classes.note} data-level={redaction}>
            <b>{report.label}.</b> {report.note}
          </p>
          {report.sections.map((part) => (
            <ReportPart key={part.title} part={part} today={today} />
          ))}
        </article>
      ) : error ? null : (
        <p className={classes.waiting}>
          <Loader size="xs" mr={8} />
          Counting…
        </p>
      )}
    </div>
  )
}
