import { Avatar } from '@renderer/components/Avatar'
import { shortDate } from '@renderer/components/labels'
import { Names } from '@renderer/components/Names'
import type { Column } from '@renderer/components/RecordTable'
import type { MatchRow } from '@shared/contract/matches'
import classes from './MatchList.module.css'

type Key = 'people' | 'sentence' | 'status' | 'started'

export const matchColumns: Column<MatchRow, Key>[] = [
  {
    key: 'people',
    label: 'Match',
    width: 'minmax(240px, 1.4fr)',
    render: ({ members, tone }) => (
      <span className={classes.pair}>
        <Avatar name={members[0]?.name ?? '?'} tone={tone} />
        <span>
          <Names people={members} />
        </span>
      </span>
    ),
  },
  {
    key: 'sentence',
    label: 'How it is',
    width: 'minmax(300px, 2fr)',
    render: ({ sentence, flags, tone }) => (
      <span className={classes.sentence} data-tone={tone} title={sentence}>
        {sentence}
        {flags > 1 ? ` And ${flags - 1} more.` : ''}
      </span>
    ),
  },
  { key: 'status', label: 'Status', width: '110px', render: ({ status }) => status },
  {
    key: 'started',
    label: 'Since',
    width: '110px',
    render: ({ startedOn }) => (startedOn === null ? '' : shortDate(startedOn)),
  },
]
