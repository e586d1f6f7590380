import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf, OutputOf } from '@shared/contract'
import type { PartKey } from '@shared/domain/aliveness/parts'
import classes from './Part.module.css'

type Group = OutputOf<'aliveness.records'>[number]
type Row = Group['rows'][number]

/** The records that a figure is made of, to be opened. */
export function PartRecords({ part, input }: { part: PartKey; input: InputOf<'aliveness.get'> }) {
  const { data: groups } = useRecords('aliveness.records', { ...input, part }, { keep: false })
  const filled = (groups ?? []).filter(({ total }) => total > 0)
  if (filled.length === 0) return null
  return (
    <section aria-label="Records">
      <h3>Records</h3>
      {filled.map((group) => (
        <details key={group.title} className={classes.group}>
          <summary>
            {group.title} <small>{numberText(group.total)}</small>
          </summary>
          <ul>
            {group.rows.map((row) => (
              <RecordLine key={keyOf(row)} row={row} counts={group.counts} />
            ))}
          </ul>
          {group.total > group.rows.length ? (
            <p className={classes.quiet}>
              These are the first {numberText(group.rows.length)} of {numberText(group.total)}.
            </p>
          ) : null}
        </details>
      ))}
    </section>
  )
}

function keyOf({ people, on, count, ask, item }: Row): string {
  return [...people.map(({ id }) => id), on, count, ask, item?.id].join(' ')
}

function RecordLine({
  row: { people, on, count, ask, item },
  counts,
}: {
  row: Row
  counts: Group['counts']
}) {
  const [one, other] = people
  return (
    <li>
      <span>
        {item ? (
          <>
            <TextButton dir="auto" onClick={() => go({ screen: 'knowledge-item', itemId: item.id })}>
              {item.name}
            </TextButton>{' '}
            {one ? <span className={classes.by}>by </span> : null}
          </>
        ) : null}
        {one ? <Person person={one} /> : null}
        {other ? (
          <>
            {' '}
            {ask === null ? 'and' : 'asked, first answer by'} <Person person={other} />
          </>
        ) : null}
        {on === null ? null : <span className={classes.day}> {shortDate(on)}</span>}
        {ask === null ? null : (
          <span className={classes.asked} dir="auto">
            {ask}
          </span>
        )}
      </span>
      {count === null || counts === null ? null : (
        <span className={classes.quiet}>{counted(count, counts)}</span>
      )}
    </li>
  )
}

function Person({ person: { id, name } }: { person: Row['people'][number] }) {
  return (
    <TextButton dir="auto" onClick={() => go({ screen: 'members', memberId: id })}>
      {name}
    </TextButton>
  )
}
