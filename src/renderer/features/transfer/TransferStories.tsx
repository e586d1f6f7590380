import { go } from '@renderer/app/navigation'
import { counted, numberText, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { type ValueCycle, valueCycles } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Transfer.module.css'

type Transfer = OutputOf<'knowledge.transfer'>

const cycleWords: Record<ValueCycle, string> = {
  immediate: 'good at the moment',
  potential: 'somebody gained something',
  applied: 'it was put to use',
  realised: 'something went better for it',
  reframing: 'success is seen differently',
}

const firstStories = 8

/** How far the stories go, and the stories themselves: the figures say how much, these say what for. */
export function TransferStories({ transfer: { cycles, untold, stories } }: { transfer: Transfer }) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? stories : stories.slice(0, firstStories)
  const more = stories.length - shown.length
  return (
    <section>
      <h2>What came of it</h2>
      <ol className={classes.cycles}>
        {valueCycles.map((cycle) => (
          <li key={cycle}>
            <b>{numberText(cycles[cycle])}</b>
            <span className={classes.cycleWords}>{cycleWords[cycle]}</span>
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>
        {untold === 0
          ? 'Something is told of every use.'
          : `Of ${counted(untold, 'use')} nothing is told yet.`}
      </p>
      <ul className={classes.stories}>
        {shown.map(({ id, item, member, usedOn, story }) => (
          <li key={id}>
            <blockquote dir="auto">{furthest(story)}</blockquote>
            <p className={classes.quiet}>
              <bdi>{member.name}</bdi>, {shortDate(usedOn)}, on{' '}
              <TextButton dir="auto" onClick={() => go({ screen: 'knowledge-item', itemId: item.id })}>
                {item.name}
              </TextButton>
            </p>
          </li>
        ))}
      </ul>
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {numberText(more)} more</TextButton> : null}
    </section>
  )
}

/** What was told of the furthest that it went. */
function furthest(story: Transfer['stories'][number]['story']): string {
  const cycle = valueCycles.findLast((one) => story[one] !== null)
  return (cycle && story[cycle]) ?? ''
}
