import { Avatar } from '@renderer/components/Avatar'
import { shortDate } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { Membership } from '@shared/contract/communityMembers'
import { LevelPath } from './LevelPath'
import classes from './Members.module.css'
import { levelLabels, moveWords } from './standing'

type Key = 'name' | 'role' | 'level' | 'moved' | 'lastSeen' | 'joined'

export const memberColumns: Column<Membership, Key>[] = [
  {
    key: 'name',
    label: 'Member',
    width: 'minmax(220px, 1.4fr)',
    render: ({ name, location }) => (
      <span className={classes.who} dir="auto">
        <Avatar name={name} tone="quiet" />
        <b>{name}</b>
        <span>{location}</span>
      </span>
    ),
  },
  { key: 'role', label: 'Role', width: 'minmax(90px, 0.5fr)', render: ({ role }) => role },
  {
    key: 'level',
    label: 'Level, over a year',
    width: '210px',
    render: ({ level, path }) =>
      level === null ? (
        ''
      ) : (
        <span className={classes.standing}>
          <span>{levelLabels[level]}</span>
          <LevelPath path={path} />
        </span>
      ),
  },
  {
    key: 'moved',
    label: 'Moved',
    width: 'minmax(190px, 0.9fr)',
    render: (member) => <span className={classes.quiet}>{moveWords(member)}</span>,
  },
  {
    key: 'lastSeen',
    label: 'Took part last',
    width: '120px',
    render: ({ lastSeen }) => (lastSeen === null ? '' : shortDate(lastSeen)),
  },
  {
    key: 'joined',
    label: 'Belongs to it',
    width: '150px',
    render: ({ joinedOn, leftOn }) =>
      leftOn === null
        ? joinedOn === null
          ? ''
          : `since ${shortDate(joinedOn)}`
        : `left ${shortDate(leftOn)}`,
  },
]
