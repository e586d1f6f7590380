import { roleLabels, shortDate, statusLabels } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { MemberRow, MemberSortKey } from '@shared/contract/members'
import type { MemberColumnKey } from './membersView'

const unknown = <span title="Unknown">—</span>
const dated = (date: string | null) => (date === null ? unknown : shortDate(date))

/** "2 of 3" for a mentor who said how many, else the number; nothing to count for who is not in mentoring. */
function matchesOf({ matches, mentoring, capacity, role }: MemberRow) {
  if (matches === 0 && role === 'neither') return unknown
  return capacity !== null && (role === 'mentor' || role === 'both') ? `${mentoring} of ${capacity}` : matches
}

type MemberColumn = Column<MemberRow, MemberSortKey | 'phone'>

export const nameColumn: MemberColumn = {
  key: 'name',
  label: 'Name',
  width: 'minmax(150px, 2fr)',
  sortable: true,
  render: ({ sortName }) => (
    <b dir="auto" title={sortName}>
      {sortName}
    </b>
  ),
}

export const memberColumns: Record<MemberColumnKey, MemberColumn> = {
  role: { key: 'role', label: 'Role', width: '78px', sortable: true, render: ({ role }) => roleLabels[role] },
  status: {
    key: 'status',
    label: 'Status',
    width: '94px',
    sortable: true,
    render: ({ status }) => statusLabels[status],
  },
  location: text('location', 'Location', 'minmax(92px, 1fr)'),
  department: text('department', 'Department', 'minmax(100px, 1.1fr)'),
  jobTitle: text('jobTitle', 'Position', 'minmax(130px, 1.4fr)'),
  organisation: text('organisation', 'Organisation', 'minmax(130px, 1.2fr)'),
  email: text('email', 'E-mail', 'minmax(180px, 1.8fr)'),
  phone: { ...text('phone', 'Phone', '140px'), sortable: false },
  joinedOn: {
    key: 'joinedOn',
    label: 'Joined',
    width: '110px',
    numeric: true,
    sortable: true,
    render: ({ joinedOn }) => dated(joinedOn),
  },
  matches: {
    key: 'matches',
    label: 'Matches',
    width: '82px',
    numeric: true,
    sortable: true,
    render: matchesOf,
  },
  lastContactOn: {
    key: 'lastContactOn',
    label: 'Last contact',
    width: '104px',
    numeric: true,
    sortable: true,
    render: ({ lastContactOn }) => dated(lastContactOn),
  },
}

function text(
  key: 'location' | 'department' | 'jobTitle' | 'organisation' | 'email' | 'phone',
  label: string,
  width: string,
): MemberColumn {
  return {
    key,
    label,
    width,
    sortable: true,
    render: (row) =>
      row[key] === null ? (
        unknown
      ) : (
        <span dir="auto" title={row[key]}>
          {row[key]}
        </span>
      ),
  }
}
