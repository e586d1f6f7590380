import { go } from '@renderer/app/navigation'
import { counted, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import { useState } from 'react'
import classes from './Transfer.module.css'

type Transfer = OutputOf<'knowledge.transfer'>

const firstShown = 8

/** The people from whom most was used, by whom; and from which department to which. */
export function TransferPairs({ transfer }: { transfer: Transfer }) {
  const pairs = useFirst(transfer.pairs)
  const departments = useFirst(transfer.departments)
  const most = transfer.departments[0]?.uses ?? 1
  return (
    <div className={classes.two}>
      <section>
        <h2>From whom to whom</h2>
        <ul className={classes.pairs}>
          {pairs.shown.map(({ from, to, uses, topics, items }) => (
            <li key={`${from.id} ${to.id}`}>
              <div>
                <Person person={from} /> <span className={classes.quiet}>to</span> <Person person={to} />
                <p className={classes.quiet} dir="auto">
                  {topics.length > 0 ? topics.join(', ') : items.map(({ name }) => name).join(', ')}
                </p>
              </div>
              <span>{counted(uses, 'use')}</span>
            </li>
          ))}
        </ul>
        {pairs.rest}
        {transfer.pairs.length === 0 ? (
          <p className={classes.quiet}>What was used has no author yet: add who wrote it.</p>
        ) : null}
      </section>
      <section>
        <h2>Between departments</h2>
        <ul className={classes.bars}>
          {departments.shown.map(({ from, to, uses }) => (
            <li key={`${from} ${to}`}>
              <span dir="auto">
                <bdi>{from ?? 'Not known'}</bdi> <span className={classes.quiet}>to</span>{' '}
                <bdi>{to ?? 'Not known'}</bdi>
              </span>
              <span className={classes.bar} data-across={from !== to}>
                <span className={classes.fill} style={{ width: `${(uses / most) * 100}%` }} />
              </span>
              <span className={classes.number}>{numberText(uses)}</span>
            </li>
          ))}
        </ul>
        {departments.rest}
      </section>
    </div>
  )
}

/** The first of a list until more are asked for, with the way to the rest. */
function useFirst<T>(all: readonly T[]) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? all : all.slice(0, firstShown)
  const more = all.length - shown.length
  const rest =
    more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {numberText(more)} more</TextButton> : null
  return { shown, rest }
}

function Person({ person: { id, name } }: { person: Reference }) {
  return (
    <TextButton dir="auto" onClick={() => go({ screen: 'members', memberId: id })}>
      {name}
    </TextButton>
  )
}
