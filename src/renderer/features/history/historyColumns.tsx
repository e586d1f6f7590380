import { KindTag } from '@renderer/components/history/KindTag'
import { shortMoment } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { HistoryCommand } from '@shared/contract/history'
import { countWords } from './countWords'
import classes from './History.module.css'

export const historyColumns: Column<HistoryCommand, 'at' | 'what' | 'kind'>[] = [
  { key: 'at', label: 'When', width: '148px', render: ({ at }) => shortMoment(at) },
  {
    key: 'what',
    label: 'What',
    width: 'minmax(280px, 1fr)',
    render: (command) => <What command={command} />,
  },
  {
    key: 'kind',
    label: '',
    width: '150px',
    render: ({ kind, takenBack }) => <KindTag kind={kind} takenBack={takenBack} />,
  },
]

function What({ command: { summary, reason, counts, takenBack } }: { command: HistoryCommand }) {
  return (
    <div className={classes.rowText} data-gone={takenBack}>
      <div className={classes.rowWhat} dir="auto">
        <b>{summary}</b>
      </div>
      <div className={classes.rowMore} dir="auto">
        {countWords(counts)}
        {reason ? ` · ${reason}` : ''}
      </div>
    </div>
  )
}
