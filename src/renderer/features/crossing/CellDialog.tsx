import { Button, Modal, Select } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf, OutputOf } from '@shared/contract'
import { useState } from 'react'
import classes from './Crossing.module.css'
import type { By, Cell } from './words'

interface Props {
  scope: InputOf<'crossing.read'>
  by: By
  cell: Cell
  onClose: () => void
}

/** Who is behind a cell; where there is nobody, who could be introduced. */
export function CellDialog({ scope, by, cell: { a, b }, onClose }: Props) {
  const { data, error } = useRecords('crossing.cell', { ...scope, by, a, b }, { keep: false })
  return (
    <Modal opened onClose={onClose} size={620} title={a === b ? `Within ${a}` : `${a} and ${b}`}>
      {error ? <ErrorNotice message={error.message} /> : null}
      {data ? (
        data.pairs === 0 ? (
          <Introduce a={a} b={b} people={data.people} />
        ) : (
          <Pairs found={data} />
        )
      ) : null}
    </Modal>
  )
}

function Pairs({ found: { pairs, latest } }: { found: OutputOf<'crossing.cell'> }) {
  const person = ({ id, name }: { id: number; name: string }) => (
    <TextButton onClick={() => go({ screen: 'members', memberId: id })}>{name}</TextButton>
  )
  return (
    <>
      <p className={classes.told}>
        {counted(pairs, 'pair')} in contact
        {pairs > latest.length ? `; the ${numberText(latest.length)} who were in contact last:` : '.'}
      </p>
      <ul className={classes.pairs}>
        {latest.map(({ one, other, contacts, last }) => (
          <li key={`${one.id} ${other.id}`}>
            <span dir="auto">
              {person(one)} and {person(other)}
            </span>
            <small className={classes.latest}>
              {counted(contacts, 'contact')}, last on {shortDate(last)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Introduce({ a, b, people }: { a: string; b: string; people: OutputOf<'crossing.cell'>['people'] }) {
  const within = a === b
  const [one, setOne] = useState(people.a[0]?.id ?? null)
  const [other, setOther] = useState((within ? people.b[1] : people.b[0])?.id ?? null)
  const select = (
    label: string,
    from: typeof people.a,
    value: number | null,
    set: (id: number | null) => void,
  ) => (
    <Select
      label={label}
      allowDeselect={false}
      data={from.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => set(chosen === null ? null : Number(chosen))}
    />
  )
  if (one === null || other === null) {
    return <p className={classes.told}>Nobody is there who could be introduced.</p>
  }
  return (
    <>
      <p className={classes.told}>
        Nobody here has been in contact. These are some who could begin; those come first who know people
        elsewhere already.
      </p>
      <div className={classes.two}>
        {select(within ? 'One' : `From ${a}`, people.a, one, setOne)}
        {select(within ? 'Another' : `From ${b}`, people.b, other, setOther)}
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => go({ screen: 'members', memberId: one })}>
          Open {people.a.find(({ id }) => id === one)?.name}
        </Button>
        <Button
          disabled={one === other}
          onClick={() => go({ screen: 'session-editor', memberIds: [one, other] })}
        >
          Write down their meeting
        </Button>
      </div>
    </>
  )
}
