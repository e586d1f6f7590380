import type { InputOf } from '@shared/contract'
import type { RecordChange, RecordLine } from '@shared/contract/history'
import { IconChevronRight } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ErrorNotice } from '../components/ErrorNotice'
import { FieldChanges, ListChange } from '../components/history/FieldChanges'
import { KindTag } from '../components/history/KindTag'
import { longMoment, shortMoment } from '../components/labels'
import { TextButton } from '../components/TextButton'
import { call } from './api'
import classes from './RecordHistory.module.css'

interface Props {
  table: InputOf<'history.ofRecord'>['table']
  id: number
}

const linesAtATime = 20

/** What was done to a record and when, quietly closed until somebody asks. */
export function RecordHistory(props: Props) {
  const [open, setOpen] = useState(false)
  const body = useId()
  return (
    <section aria-label="History">
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={15} stroke={1.8} aria-hidden="true" />
        History
      </button>
      <div id={body}>{open ? <Lines {...props} /> : null}</div>
    </section>
  )
}

function Lines({ table, id }: Props) {
  // The key begins with the name of the read, so that it is asked again when something was written.
  const history = useInfiniteQuery({
    queryKey: ['history.ofRecord', { table, id }],
    queryFn: ({ pageParam, signal }) =>
      call('history.ofRecord', { table, id, before: pageParam, limit: linesAtATime }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, more }) => (more ? (lines.at(-1)?.command ?? null) : null),
  })
  if (history.error) return <ErrorNotice message={history.error.message} />
  if (!history.data) return null
  const lines = history.data.pages.flatMap((page) => page.lines)
  const since = history.data.pages[0]?.since ?? null
  return (
    <>
      <ol className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.command} line={line} />
        ))}
        {since && !history.hasNextPage ? (
          <li className={classes.since}>In this file since {longMoment(since)}.</li>
        ) : null}
      </ol>
      {history.hasNextPage ? (
        <TextButton className={classes.more} onClick={() => void history.fetchNextPage()}>
          Show what was before
        </TextButton>
      ) : null}
    </>
  )
}

function Line({ line }: { line: RecordLine }) {
  const { at, kind, what, takenBack, reason, changes } = line
  const fields = changes.filter((change) => change.type === 'field')
  return (
    <li>
      <div className={classes.head}>
        <span dir="auto">{sentence(line)}</span>
        <small title={longMoment(at)}>{shortMoment(at)}</small>
        {kind === 'do' ? <KindTag kind={kind} takenBack={takenBack} /> : null}
      </div>
      {reason ? (
        <p className={classes.reason} dir="auto">
          {reason}
        </p>
      ) : null}
      <FieldChanges fields={fields}>
        {changes.map((change) => (
          <OtherChange
            key={change.type + change.label + keyOf(change)}
            change={change}
            isNew={what === 'added' || what === 'imported'}
          />
        ))}
      </FieldChanges>
    </li>
  )
}

function keyOf(change: RecordChange): string {
  return change.type === 'part' ? `${change.what} ${change.name}` : ''
}

const partWords = { added: 'new', changed: 'changed', deleted: 'removed' } as const

function OtherChange({ change, isNew }: { change: RecordChange; isNew: boolean }) {
  if (change.type === 'field') return null
  if (change.type === 'list') return <ListChange {...change} isNew={isNew} />
  return (
    <li>
      <span dir="auto">
        “{change.name}”{isNew ? '' : ` ${partWords[change.what]}`}
      </span>
      <FieldChanges fields={change.fields} />
    </li>
  )
}

function sentence({ kind, what, summary, fileName }: RecordLine): string {
  if (kind === 'undo') return `Undone: ${summary}`
  if (kind === 'redo') return `Done again: ${summary}`
  switch (what) {
    case 'added':
      return 'Added'
    case 'imported':
      return fileName === null ? 'Came in with an import' : `Came in with the import of ${fileName}`
    case 'deleted':
      return 'Deleted'
    case 'restored':
      return 'Restored from the trash'
    case 'changed':
      // Whose record it is stands above; what was more than a change to it says so itself.
      return summary.startsWith('Changes to ') ? 'Changed' : summary
  }
}
