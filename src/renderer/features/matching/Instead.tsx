import { percent } from '@renderer/components/fit/words'
import { costWords } from './costWords'
import classes from './Matching.module.css'
import type { Pair, Unmatched } from './useProposal'

interface Props {
  title: string
  otherwise: Pair['forMentee']
  peers: boolean
}

/** Whom somebody might have had instead, and why not. */
export function Instead({ title, otherwise, peers }: Props) {
  if (otherwise === null) return null
  const { best, forbidden } = otherwise
  return (
    <section className={classes.instead}>
      <h3>{title}</h3>
      {best === null && forbidden === null ? <p>Nobody else is possible.</p> : null}
      {best ? <Alternative best={best} peers={peers} /> : null}
      {forbidden ? (
        <p>
          <b dir="auto">{forbidden.name}</b> would fit at {percent(forbidden.fit)}, but may not be:{' '}
          {forbidden.words}
        </p>
      ) : null}
    </section>
  )
}

export function Alternative({ best, peers }: { best: NonNullable<Unmatched['best']>; peers: boolean }) {
  return (
    <p>
      <b dir="auto">{best.name}</b>, {percent(best.fit)}.{' '}
      {best.cost ? costWords(best.cost, peers) : 'The pairs that you have locked leave no choice.'}
    </p>
  )
}
