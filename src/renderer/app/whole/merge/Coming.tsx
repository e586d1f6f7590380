import { Table } from '@mantine/core'
import type { OutputOf } from '@shared/contract'
import { counted } from '../../../components/labels'
import { Names } from '../../../components/Names'
import classes from './Merge.module.css'

interface Props {
  fileName: string
  isPlain: boolean
  coming: OutputOf<'copies.look'>
}

/** What would come in, by kind of record, and what the merge does not touch. */
export function Coming({ fileName, isPlain, coming }: Props) {
  const { commands, tables, erasedHere, erasedThere } = coming
  return (
    <div className={classes.coming}>
      {commands === 0 ? (
        <p>
          There is nothing new in “<bdi>{fileName}</bdi>”: all that was done in it is here already.
        </p>
      ) : (
        <p>
          “<bdi>{fileName}</bdi>” has {counted(commands, 'step')} that this file does not have
          {tables.length === 0 ? '. None of them changes a record here.' : '. This would come in:'}
        </p>
      )}
      {tables.length > 0 ? (
        <Table className={classes.counts} aria-label="What would come in">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Records</Table.Th>
              <Table.Th>New</Table.Th>
              <Table.Th>Changed</Table.Th>
              <Table.Th>Gone</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tables.map(({ name, added, changed, removed }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{orDash(added)}</Table.Td>
                <Table.Td>{orDash(changed)}</Table.Td>
                <Table.Td>{orDash(removed)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {erasedHere.length > 0 ? (
        <p className={classes.mind} role="alert">
          Erased here, and still in the copy: <Listed names={erasedHere} />. What it tells of them would come
          back, so it cannot be merged yet. Ask your colleague to erase them as well and to give you the copy
          again.
        </p>
      ) : null}
      {erasedThere.length > 0 ? (
        <p className={classes.mind}>
          Erased in the copy, and still here: <Listed names={erasedThere} />. A merge erases nobody; erase
          them here as well.
        </p>
      ) : null}
      {isPlain ? (
        <p className={classes.mind}>
          This file is encrypted, the copy is not: whoever gets hold of the copy can read it. Delete it when
          you have merged it, and ask for an encrypted one next time.
        </p>
      ) : null}
      {commands > 0 ? (
        <p className={classes.stays}>
          Settings, saved views, report templates, the history and the trash stay as they are here. A backup
          is made first.
        </p>
      ) : null}
    </div>
  )
}

function orDash(count: number): string {
  return count === 0 ? '–' : count.toLocaleString()
}

/** Each name runs in its own direction. */
function Listed({ names }: { names: readonly string[] }) {
  return <Names people={names.map((name, id) => ({ id, name }))} />
}
