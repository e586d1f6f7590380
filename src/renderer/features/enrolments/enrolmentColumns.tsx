import { counted, shortDate, sideLabels, stepLabels } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { EnrolmentRow, EnrolmentSortKey } from '@shared/contract/enrolments'
import { daysBetween } from '@shared/domain/calendar'
import { isStuck } from '@shared/domain/pipeline/stuck'
import classes from './Enrolments.module.css'

export function enrolmentColumns(today: string): Column<EnrolmentRow, EnrolmentSortKey | 'checks'>[] {
  return [
    {
      key: 'name',
      label: 'Name',
      width: 'minmax(170px, 1.6fr)',
      sortable: true,
      render: ({ name }) => (
        <b>
          <bdi>{name}</bdi>
        </b>
      ),
    },
    { key: 'role', label: 'Role', width: '84px', sortable: true, render: ({ role }) => sideLabels[role] },
    {
      key: 'step',
      label: 'Step',
      width: 'minmax(110px, 1fr)',
      sortable: true,
      render: ({ step, leftReason }) => (leftReason === null ? stepLabels[step] : `Left: ${leftReason}`),
    },
    {
      key: 'stepSince',
      label: 'Since',
      width: '150px',
      sortable: true,
      render: ({ step, stepSince }) => (
        <span className={classes.since} data-stuck={isStuck(step, stepSince, today)}>
          {shortDate(stepSince)} · {daysWords(stepSince, today)}
        </span>
      ),
    },
    {
      key: 'checks',
      label: 'Checks',
      width: '76px',
      render: ({ checks, checksDone }) => (checks === 0 ? '' : `${checksDone} of ${checks}`),
    },
    {
      key: 'appliedOn',
      label: 'Applied',
      width: '104px',
      sortable: true,
      render: ({ appliedOn }) => (appliedOn === null ? '' : shortDate(appliedOn)),
    },
    {
      key: 'location',
      label: 'Location',
      width: 'minmax(100px, 1fr)',
      sortable: true,
      render: ({ location }) => location ?? '',
    },
    {
      key: 'department',
      label: 'Department',
      width: 'minmax(110px, 1fr)',
      sortable: true,
      render: ({ department }) => department ?? '',
    },
  ]
}

/** How long that is ago: "today", "1 day", "24 days". */
export function daysWords(since: string, today: string): string {
  const days = daysBetween(since, today)
  return days <= 0 ? 'today' : counted(days, 'day')
}
