import { Button } from '@mantine/core'
import type { OutputOf } from '@shared/contract'
import { salvagedKinds } from '@shared/domain/salvaged'
import { counted, numberText } from '../../components/labels'
import { useCommand } from '../records'
import { Way } from '../Way'
import classes from './Recovery.module.css'

interface Props {
  salvaged: NonNullable<OutputOf<'recovery.salvage'>>
}

/** What was found in a damaged file and what was not, and the file in which it is. */
export function SalvageReport({ salvaged }: Props) {
  const { token, fileName, tables, dropped, loosened } = salvaged
  const open = useCommand('programFile.open')
  const kinds = salvagedKinds(tables)
  const isAll = kinds.every(({ lost }) => lost === 0)
  return (
    <section className={classes.report} aria-label="What was salvaged">
      <Way
        title={`Salvaged into “${fileName}”`}
        text={
          isAll
            ? 'Every record could be read: only what can be made anew from them was damaged.'
            : 'What could be read is there and fits together. This is what was found, and what is lost.'
        }
      >
        <Button loading={open.running} onClick={() => void open.run({ token })}>
          Open it
        </Button>
      </Way>
      <table className={classes.kinds}>
        <thead>
          <tr>
            <th scope="col">What there was</th>
            <th scope="col">found</th>
            <th scope="col">lost</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ table, kind, found, lost }) => (
            <tr key={table} data-lost={lost !== 0}>
              <th scope="row">{kind}</th>
              <td>{numberText(found)}</td>
              <td>{lost === null ? 'nobody can tell' : lost === 0 ? '' : numberText(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropped > 0 ? (
        <p>
          {counted(dropped, 'record was', 'records were')} left out, as what they belong to is lost: an
          attendee of a lost session, for one.
        </p>
      ) : null}
      {loosened > 0 ? (
        <p>
          {counted(loosened, 'record')} pointed at something that is lost, and do so no more: a session at its
          lost match, for one.
        </p>
      ) : null}
      <p>In the new file, undo does not go back behind this.</p>
    </section>
  )
}
