import { ActionIcon } from '@mantine/core'
import { call } from '@renderer/app/api'
import { go } from '@renderer/app/navigation'
import { SplitMerge } from '@renderer/app/SplitDialog'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { FieldChanges } from '@renderer/components/history/FieldChanges'
import { KindTag } from '@renderer/components/history/KindTag'
import { longMoment } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { HistoryEntry } from '@shared/contract/history'
import { tableWords } from '@shared/domain/historyWords'
import { IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import classes from './History.module.css'

const entriesAtATime = 50

/** One command: when and why, and every record that it changed, field by field. */
export function CommandDetail({ id }: { id: number }) {
  const detail = useInfiniteQuery({
    queryKey: ['history.command', { id }],
    queryFn: ({ pageParam, signal }) =>
      call('history.command', { id, after: pageParam, limit: entriesAtATime }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  if (detail.error) return <ErrorNotice message={detail.error.message} />
  const command = detail.data?.pages[0]?.command
  if (!command) return null
  const entries = detail.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <article className={classes.detail}>
      <header>
        <div className={classes.detailHead}>
          <h2 dir="auto">{command.summary}</h2>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Close the details"
            onClick={() => go({ screen: 'history' })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
        <p className={classes.facts}>
          {longMoment(command.at)}
          <KindTag kind={command.kind} takenBack={command.takenBack} />
        </p>
        {command.reason ? (
          <p className={classes.reason} dir="auto">
            {command.reason}
          </p>
        ) : null}
        {command.final ? (
          <p className={classes.final}>This is final: neither it nor anything before it can be undone.</p>
        ) : null}
        {command.operation === 'members.merge' && !command.takenBack ? (
          <SplitMerge command={id} label="Take this merge apart…" />
        ) : null}
      </header>
      <ul className={classes.entries} aria-label="Changed records">
        {grouped(entries).map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </ul>
      {detail.hasNextPage ? (
        <TextButton className={classes.more} onClick={() => void detail.fetchNextPage()}>
          Show more
        </TextButton>
      ) : null}
    </article>
  )
}

/** What happened to one record and to what is part of it. */
interface Group {
  key: string
  name: string
  opens: HistoryEntry['opens']
  own: HistoryEntry[]
  parts: HistoryEntry[]
}

function grouped(entries: readonly HistoryEntry[]): Group[] {
  const groups = new Map<string, Group>()
  for (const entry of entries) {
    const { table, row, whole, name, opens } = entry
    const key = whole ? `${whole.table} ${whole.id}` : `${table} ${row}`
    const group = groups.get(key) ?? { key, name: whole?.name ?? name, opens, own: [], parts: [] }
    groups.set(key, group)
    if (whole) group.parts.push(entry)
    else group.own.push(entry)
  }
  return [...groups.values()]
}

function Group({ group: { name, opens, own, parts } }: { group: Group }) {
  return (
    <li>
      <div className={classes.entryHead}>
        <span dir="auto">
          <b>{name}</b>{' '}
          <span className={classes.entryWhat}>{own.map((entry) => whatBecame(entry)).join(', ')}</span>
        </span>
        {opens ? <TextButton onClick={() => open(opens)}>Open</TextButton> : null}
      </div>
      {own.map((entry) =>
        entry.what === 'deleted' ? null : <FieldChanges key={entry.change} fields={entry.fields} />,
      )}
      {parts.length === 0 ? null : (
        <ul className={classes.parts}>
          {parts.map((entry) => (
            <li key={entry.change}>
              <span className={classes.entryWhat}>{whatBecame(entry)}</span> <bdi>{entry.name}</bdi>
              {entry.what === 'changed' ? <FieldChanges fields={entry.fields} /> : null}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** "session changed", "2,000 members added". */
function whatBecame({ table, rows, what }: HistoryEntry): string {
  return rows > 1 ? what : `${tableWords(table).one} ${what}`
}

function open({ screen, id }: NonNullable<HistoryEntry['opens']>): void {
  go(screen === 'members' ? { screen, memberId: id } : { screen, sessionId: id })
}
