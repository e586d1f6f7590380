import { useDebouncedValue } from '@mantine/hooks'
import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import type { ReportDesign } from '@shared/domain/report/design'
import { useEffect, useMemo } from 'react'
import { DesignSettings } from './DesignSettings'
import { ReportActions } from './ReportActions'
import { isUnchosen, ReportPreview } from './ReportPreview'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'
import { TemplateList } from './TemplateList'

/** Reports: which one, how it is made up, and how it will look; kept as templates, and handed out. */
export function ReportsScreen() {
  const place = usePlace('reports')
  const today = useToday()
  const { design, nameAll, openUsual } = useReportsView()
  useEffect(() => {
    const { memberIds = [], matchId = null } = place ?? {}
    if (memberIds.length > 0 || matchId !== null) openUsual('sessions', { memberIds, matchId })
  }, [place, openUsual])
  const request = useMemo(() => ({ design, today, nameAll }), [design, today, nameAll])
  const [settled] = useDebouncedValue(request, 150)
  const isOpen = isUnchosen(settled.design)
  const { data, error } = useRecords('reports.preview', settled, { enabled: !isOpen })
  const preview = isOpen || error ? undefined : data
  useShown('reports', preview !== undefined)

  return (
    <div className={screen.screen}>
      <PageHeader
        title="Reports"
        reading={
          preview ? reading(preview, design, nameAll) : 'What happened, as it will leave this computer.'
        }
        actions={
          <ReportActions
            request={request}
            settled={settled}
            isEmpty={preview === undefined || preview.isEmpty}
          />
        }
      />
      <div className={classes.body}>
        <TemplateList />
        <DesignSettings preview={preview} />
        <ReportPreview
          design={settled.design}
          preview={preview}
          problem={isOpen ? undefined : error?.message}
        />
      </div>
    </div>
  )
}

/** What there is to know before it leaves. */
function reading(
  { sessions, unwilling, isEmpty }: OutputOf<'reports.preview'>,
  { redaction }: ReportDesign,
  nameAll: boolean,
): string {
  if (isEmpty) return 'There is nothing to report yet.'
  const named =
    unwilling > 0 && nameAll ? ` It names ${counted(unwilling, 'member')} who did not agree to be named.` : ''
  if (sessions === null) return `As it will leave this computer.${named}`
  const hidden =
    redaction === 'none' || sessions.private === 0
      ? ''
      : ` The text of ${counted(sessions.private, 'private session')} stays here.`
  const part =
    sessions.shown < sessions.all && redaction !== 'figures'
      ? ` The preview shows the first ${sessions.shown}.`
      : ''
  return `${counted(sessions.all, 'session')}.${hidden}${named}${part}`
}
