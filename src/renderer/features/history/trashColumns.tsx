import { shortDate, shortMoment } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { TrashRow } from '@shared/contract/trash'
import { countWords } from './countWords'
import classes from './History.module.css'

export const trashColumns: Column<TrashRow, 'name' | 'parts' | 'deletedAt'>[] = [
  { key: 'name', label: 'What', width: 'minmax(280px, 1fr)', render: (row) => <What row={row} /> },
  {
    key: 'parts',
    label: 'With it',
    width: 'minmax(160px, 0.5fr)',
    render: ({ parts }) => countWords(parts) || '—',
  },
  { key: 'deletedAt', label: 'Deleted', width: '148px', render: ({ deletedAt }) => shortMoment(deletedAt) },
]

const withoutDetail: Record<TrashRow['table'], string> = {
  sessions: 'Without notes',
  members: 'Member',
  programs: 'Program',
  enrolments: 'Enrolment',
  survey_templates: 'Survey',
  survey_responses: 'Answers',
  check_ins: 'Check-in',
  goals: 'Goal',
  communities: 'Community',
  gatherings: 'Gathering',
  asks: 'Ask',
  invitations: 'Invitation',
  knowledge_items: 'Knowledge',
  knowledge_reuses: 'Use of knowledge',
}

function What({ row }: { row: TrashRow }) {
  return (
    <div className={classes.rowText}>
      <div className={classes.rowWhat} dir="auto">
        <b>{row.name}</b>
        {row.heldOn ? ` · ${shortDate(row.heldOn)}` : ''}
      </div>
      <div className={classes.rowMore} dir="auto">
        {row.detail || withoutDetail[row.table]}
      </div>
    </div>
  )
}
