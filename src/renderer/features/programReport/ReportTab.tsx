import { Loader } from '@mantine/core'
import { chartExports } from '@renderer/app/chartExports'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import classes from '@renderer/components/report/Report.module.css'
import { ReportControls } from '@renderer/components/report/ReportControls'
import { ReportView } from '@renderer/components/report/ReportView'
import { useReportChoices } from '@renderer/components/report/useReportChoices'
import screen from '@renderer/components/Screen.module.css'
import { useMemo } from 'react'

/** How a program went in a period: as a page to read, and to hand on. */
export function ReportTab({ programId }: { programId: number }) {
  const today = useToday()
  const choices = useReportChoices(today)
  const { asked, period } = choices
  const request = useMemo(() => ({ programId, ...asked }), [programId, asked])
  const { data, error } = useRecords('programReport.get', request)
  const save = useCommand('programReport.save')
  const print = useCommand('programReport.print')
  const report = data?.report
  const isEmpty = report?.sections.length === 0

  return (
    <div className={`${classes.tab} ${screen.reading}`}>
      <ReportControls
        choices={choices}
        wholePeriod="From its beginning to today"
        unwilling={data?.unwilling ?? 0}
        disabled={!report || isEmpty}
        saving={save.running}
        printing={print.running}
        onSave={(format) =>
          void save
            .run({ ...request, format })
            .then((done) => (done ? tell(`Saved as ${done.fileName}.`) : undefined))
        }
        onPrint={() => void print.run(request)}
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
        <ReportView report={report} today={today} exportsOf={chartExports} />
      ) : error ? null : (
        <p className={classes.waiting}>
          <Loader size="xs" mr={8} />
          Counting…
        </p>
      )}
    </div>
  )
}
