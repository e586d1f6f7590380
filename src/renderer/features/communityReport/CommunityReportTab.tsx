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

/** What a community is and how alive, as a page to read, and to hand on. */
export function CommunityReportTab({ communityId }: { communityId: number }) {
  const today = useToday()
  const choices = useReportChoices(today)
  const { asked } = choices
  const request = useMemo(() => ({ communityId, ...asked }), [communityId, asked])
  const { data, error } = useRecords('communityReport.get', request)
  const save = useCommand('communityReport.save')
  const print = useCommand('communityReport.print')
  const report = data?.report
  const isEmpty = report?.sections.length === 0

  return (
    <div className={`${classes.tab} ${screen.reading}`}>
      <ReportControls
        choices={choices}
        wholePeriod="The last 90 days"
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
          text="As soon as people belong to this community and do something together, this page tells how alive it is, who takes part and what crosses between places."
        />
      ) : report ? (
        <>
          <p className={classes.period}>{report.period}</p>
          <ReportView report={report} today={today} exportsOf={chartExports} />
        </>
      ) : error ? null : (
        <p className={classes.waiting}>
          <Loader size="xs" mr={8} />
          Counting…
        </p>
      )}
    </div>
  )
}
