import type { RedactionLevel } from '@shared/domain/vocabulary'
import { useMemo, useState } from 'react'

type Period = [from: string | null, to: string | null]

/** Of which days a report is, and what it may say. */
export function useReportChoices(today: string) {
  const [period, setPeriod] = useState<Period>([null, null])
  const [redaction, setRedaction] = useState<RedactionLevel>('figures')
  const [nameAll, setNameAll] = useState(false)
  /** As it is asked for; it stays the same object until something else is chosen. */
  const asked = useMemo(
    () => ({ from: period[0], to: period[1], redaction, today, nameAll }),
    [period, redaction, today, nameAll],
  )
  return { asked, period, redaction, nameAll, setPeriod, setRedaction, setNameAll }
}

export type ReportChoices = ReturnType<typeof useReportChoices>
