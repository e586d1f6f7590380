import { Button, Modal, Select } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { Chip } from '@renderer/components/Chip'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf, OutputOf } from '@shared/contract'
import { useState } from 'react'
import { ContactList } from './ContactList'
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
    <Modal
      closeOnClickOutside
      opened
      onClose={onClose}
      size={720}
      title={a === b ? `Within ${a}` : `${a} and ${b}`}
    >
      {error ? <ErrorNotice message={error.message} /> : null}
      {data ? (
        data.pairs === 0 ? (
          <Introduce a={a} b={b} people={data.people} />
        ) : (
          <Behind scope={{ ...scope, by, a, b }} found={data} />
        )
      ) : null}
    </Modal>
  )
}

type CellScope = InputOf<'crossing.cell'>
type Found = OutputOf<'crossing.cell'>
type Pair = Found['latest'][number]

/** Who is in contact, or every single contact, of all of them or of two. */
function Behind({ scope, found }: { scope: CellScope; found: Found }) {
  const [shown, setShown] = useState<'pairs' | 'contacts'>('pairs')
  const [pair, setPair] = useState<Pair | null>(null)
  const show = (what: typeof shown, of: Pair | null = null) => {
    setShown(what)
    setPair(of)
  }
  return (
    <>
      <div className={screen.bar}>
        <Chip on={shown === 'pairs'} onClick={() => show('pairs')}>
          Pairs of people
        </Chip>
        <Chip on={shown === 'contacts' && pair === null} onClick={() => show('contacts')}>
          Every contact
        </Chip>
        {pair === null ? null : (
          <Chip on onClick={() => show('pairs')}>
            {pair.one.name} and {pair.other.name}
          </Chip>
        )}
      </div>
      {shown === 'pairs' ? (
        <Pairs found={found} onOpen={(one) => show('contacts', one)} />
      ) : (
        <ContactList input={{ ...scope, pair: pair && [pair.one.id, pair.other.id] }} />
      )}
    </>
  )
}

function Pairs({ found: { pairs, latest }, onOpen }: { found: Found; onOpen: (pair: Pair) => void }) {
  const person = ({ id, name }: { id: number; name: string }) => (
    <TextButton onClick={() => go({ screen: 'members', memberId: id })}>{name}</TextButton>
  )
  return (
    <>
      <p className={classes.told}>
        {counted(pairs, 'pair')} in contact
        {pairs > latest.length ? `; the ${numberText(latest.length)} who were in contact last:` : '.'}
      </p>
      <ul className={classes.pairs} aria-label="Pairs">
        {latest.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`}>
            <span dir="auto">
              {person(pair.one)} and {person(pair.other)}
            </span>
            <small className={classes.latest}>
              <TextButton onClick={() => onOpen(pair)}>{counted(pair.contacts, 'contact')}</TextButton>, last
              on {shortDate(pair.last)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Introduce({ a, b, people }: { a: string; b: string; people: Found['people'] }) {
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
