import { knowledgeStateLabels, numberText, shortDate } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { KnowledgeRow, KnowledgeSort } from '@shared/contract/knowledge'
import { localDate } from '@shared/domain/calendar'
import classes from './Knowledge.module.css'
import { kindAndAuthors } from './words'

export const knowledgeColumns: Column<KnowledgeRow, KnowledgeSort['by']>[] = [
  {
    key: 'title',
    label: 'What',
    width: 'minmax(320px, 1fr)',
    sortable: true,
    render: (row) => <What row={row} />,
  },
  {
    key: 'reuses',
    label: 'Used',
    width: '84px',
    numeric: true,
    sortable: true,
    render: ({ reuses }) => (reuses === 0 ? '—' : `${numberText(reuses)}×`),
  },
  {
    key: 'reviewOn',
    label: 'Look through',
    width: '116px',
    sortable: true,
    render: ({ reviewOn, state }) => (reviewOn === null || state === 'retired' ? '—' : shortDate(reviewOn)),
  },
  {
    key: 'updatedAt',
    label: 'Changed',
    width: '104px',
    sortable: true,
    render: ({ updatedAt }) => shortDate(localDate(new Date(updatedAt))),
  },
]

function What({ row }: { row: KnowledgeRow }) {
  return (
    <div className={classes.rowText}>
      <div className={classes.rowTitle}>
        <b dir="auto">{row.title}</b>
        {row.state === 'endorsed' ? null : (
          <span className={classes.state} data-state={row.state}>
            {knowledgeStateLabels[row.state]}
          </span>
        )}
        <span className={classes.topics} dir="auto">
          {row.topics.join(', ')}
        </span>
      </div>
      <div className={classes.rowExcerpt} dir="auto">
        <span className={classes.by}>{kindAndAuthors(row)}.</span> <ExcerptText pieces={row.excerpt} />
      </div>
    </div>
  )
}

/** The pieces of an excerpt, each known by where it begins. */
function ExcerptText({ pieces }: { pieces: KnowledgeRow['excerpt'] }) {
  let at = 0
  return pieces.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
