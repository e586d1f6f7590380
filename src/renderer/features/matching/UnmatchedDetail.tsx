import { Button } from '@mantine/core'
import { useState } from 'react'
import { Alternative } from './Instead'
import classes from './Matching.module.css'
import { MatchWith } from './MatchWith'
import { PersonLinks } from './PersonLinks'
import type { Solving, Unmatched } from './useProposal'

interface Props {
  person: Unmatched
  side: 'mentee' | 'mentor'
  solving: Solving
}

/** Why somebody has nobody, and what it would cost to give them somebody. */
export function UnmatchedDetail({ person, side, solving }: Props) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <h2 className={classes.title} dir="auto">
        {person.name}
      </h2>
      <p>
        {side === 'mentee'
          ? 'Has no mentor in this proposal.'
          : 'Has room for more, and gets nobody in this proposal.'}{' '}
        {person.words}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
          Match with…
        </Button>
      </div>
      {person.best ? (
        <section className={classes.instead}>
          <h3>The best who is possible</h3>
          <Alternative best={person.best} />
        </section>
      ) : null}
      <PersonLinks programId={solving.request.programId} people={[{ ...person, role: side }]} />
      {choosing ? (
        <MatchWith person={person} side={side} request={solving.request} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  )
}
