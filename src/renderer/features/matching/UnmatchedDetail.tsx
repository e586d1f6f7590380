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
  peers: boolean
  solving: Solving
}

/** Why somebody has nobody, and what it would cost to give them somebody. */
export function UnmatchedDetail({ person, side, peers, solving }: Props) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <h2 className={classes.title} dir="auto">
        {person.name}
      </h2>
      <p>
        {lackWords(side, peers)} {person.words}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
          Match with…
        </Button>
      </div>
      {person.best ? (
        <section className={classes.instead}>
          <h3>The best who is possible</h3>
          <Alternative best={person.best} peers={peers} />
        </section>
      ) : null}
      <PersonLinks
        programId={solving.request.programId}
        people={[{ ...person, role: peers ? 'peer' : side }]}
      />
      {choosing ? (
        <MatchWith
          person={person}
          side={side}
          peers={peers}
          request={solving.request}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}

function lackWords(side: Props['side'], peers: boolean): string {
  if (peers) return 'Has no partner in this proposal.'
  return side === 'mentee'
    ? 'Has no mentor in this proposal.'
    : 'Has room for more, and gets nobody in this proposal.'
}
