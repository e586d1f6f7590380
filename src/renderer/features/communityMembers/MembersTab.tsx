import { Button } from '@mantine/core'
import { go, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { numberText } from '@renderer/components/labels'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { Membership } from '@shared/contract/communityMembers'
import { participationLevels } from '@shared/domain/vocabulary'
import { useMemo, useRef, useState } from 'react'
import { JoinDialog } from './JoinDialog'
import { MemberDialog } from './MemberDialog'
import classes from './Members.module.css'
import { memberColumns } from './memberColumns'
import { isShown, levelLabels, readingOf, ruleText, type Show } from './standing'

const shows: readonly [Show, string][] = [
  ['all', 'Everybody'],
  ...participationLevels.map((level): [Show, string] => [level, levelLabels[level]]),
  ['moved', 'Moved lately'],
  ['left', 'Left'],
]

/** Who belongs to a community: in which role, how near its centre, and who moved; by name, nobody is ranked. */
export function MembersTab({ communityId }: { communityId: number }) {
  const today = useToday()
  const { data, error } = useRecords('communities.members', { id: communityId, today })
  const [joining, setJoining] = useState(false)
  if (error) return <ErrorNotice message={error.message} />
  if (!data) return null
  const { members, weeks, on } = data
  return (
    <>
      {members.length === 0 ? (
        <EmptyState
          title="Nobody belongs to it yet"
          text="Begin with the two or three who care most about what it is about. They will know who else does."
        >
          <Button onClick={() => setJoining(true)}>Add members</Button>
        </EmptyState>
      ) : (
        <>
          <div className={classes.head}>
            <div>
              <p>{readingOf(members, weeks, today)}</p>
              {weeks === null ? null : <small>{ruleText(weeks, on, today)}</small>}
            </div>
            <Button onClick={() => setJoining(true)}>Add members</Button>
          </div>
          <List communityId={communityId} members={members} today={today} />
        </>
      )}
      {joining ? <JoinDialog communityId={communityId} onClose={() => setJoining(false)} /> : null}
    </>
  )
}

interface ListProps {
  communityId: number
  members: Membership[]
  today: string
}

function List({ communityId, members, today }: ListProps) {
  const place = usePlace('community')
  const table = useRef<RecordTableHandle>(null)
  const [show, setShow] = useState<Show>('all')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const shown = useMemo(() => {
    const wanted = query.trim().toLocaleLowerCase()
    return members.filter(
      (member) => isShown(member, show, today) && member.name.toLocaleLowerCase().includes(wanted),
    )
  }, [members, show, query, today])
  const counts = new Map(
    shows.map(([value]) => [value, members.filter((member) => isShown(member, value, today)).length]),
  )
  const open = members.find(({ id }) => id === place?.memberId)
  const at = (memberId?: number) =>
    go({ screen: 'community', communityId, tab: 'members', ...(memberId === undefined ? {} : { memberId }) })
  return (
    <>
      <div className={`${screen.bar} ${classes.bar}`}>
        <SearchField
          label="Search members"
          value={query}
          onChange={setQuery}
          onLeave={() => table.current?.focus()}
        />
        {shows.map(([value, label]) =>
          (counts.get(value) ?? 0) === 0 && value !== show ? null : (
            <Chip key={value} on={value === show} onClick={() => setShow(value)}>
              {label} {numberText(counts.get(value) ?? 0)}
            </Chip>
          ),
        )}
      </div>
      <div className={classes.list}>
        {shown.length === 0 ? (
          <EmptyState title="Nobody found" text="No member fits what you are looking for." />
        ) : (
          <RecordTable
            handle={table}
            label="Members"
            columns={memberColumns}
            total={shown.length}
            rowAt={(index) => shown[index]}
            idOf={({ id }) => id}
            onRange={() => undefined}
            active={Math.min(active, shown.length - 1)}
            onActive={setActive}
            onOpen={({ id }) => at(id)}
          />
        )}
      </div>
      {open ? <MemberDialog key={open.id} member={open} today={today} onClose={() => at()} /> : null}
    </>
  )
}
