import { counted, numberText } from '@renderer/components/labels'
import type { RestorePreview as Preview } from '@shared/contract/backups'
import classes from './Backups.module.css'
import { kindText, momentText } from './words'

/** Shown though they stay as many as they are. */
const always = ['members', 'sessions']

/** What a restore would change: how much of each there is, and what was done since. */
export function RestorePreview({ preview }: { preview: Preview }) {
  const { counts, since, returning } = preview
  const told = counts.filter(({ kind, now, afterwards }) => always.includes(kind) || now !== afterwards)
  return (
    <>
      <table className={classes.counts}>
        <thead>
          <tr>
            <th scope="col">What there is</th>
            <th scope="col">now</th>
            <th scope="col">afterwards</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ kind, now, afterwards }) => (
            <tr key={kind} data-same={now === afterwards}>
              <th scope="row">{kindText(kind)}</th>
              <td>{numberText(now)}</td>
              <td data-change={changeOf(now, afterwards)}>{numberText(afterwards)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Commands
        title="Done since, and gone afterwards"
        none="Nothing was done since: the file holds the same already."
        commands={since}
      />
      {returning.total > 0 ? (
        <Commands title="Comes back, from before an earlier restore" none="" commands={returning} />
      ) : null}
    </>
  )
}

function changeOf(now: number, afterwards: number): 'fewer' | 'more' | undefined {
  return afterwards < now ? 'fewer' : afterwards > now ? 'more' : undefined
}

const kinds = { do: '', undo: 'Undone: ', redo: 'Done again: ' }

interface CommandsProps {
  title: string
  none: string
  commands: Preview['since']
}

function Commands({ title, none, commands: { total, first } }: CommandsProps) {
  if (total === 0) return <p className={classes.quiet}>{none}</p>
  const beyond = total - first.length
  return (
    <section aria-label={title}>
      <h3>
        {title} <small>{counted(total, 'change')}</small>
      </h3>
      <ul className={classes.commands}>
        {first.map(({ id, at, summary, kind }) => (
          <li key={id}>
            <span dir="auto">
              {kinds[kind]}
              {summary}
            </span>
            <time dateTime={at}>{momentText(at)}</time>
          </li>
        ))}
      </ul>
      {beyond > 0 ? <p className={classes.quiet}>… and {numberText(beyond)} before these.</p> : null}
    </section>
  )
}
