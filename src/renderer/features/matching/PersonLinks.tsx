import { go } from '@renderer/app/navigation'
import { TextButton } from '@renderer/components/TextButton'
import type { Reference } from '@shared/contract/fields'
import type { MatchSide } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Matching.module.css'
import { Preferences } from './Preferences'

interface Props {
  programId: number
  people: readonly (Reference & { role: MatchSide })[]
}

/** The way to what somebody has said for the matching, and to their profile. */
export function PersonLinks({ programId, people }: Props) {
  const [asked, setAsked] = useState<(typeof people)[number] | null>(null)
  return (
    <ul className={classes.people}>
      {people.map((person) => (
        <li key={person.id}>
          <span dir="auto">{person.name}</span>
          <TextButton aria-label={`Wishes of ${person.name}`} onClick={() => setAsked(person)}>
            Wishes
          </TextButton>
          <TextButton
            aria-label={`Profile of ${person.name}`}
            onClick={() => go({ screen: 'members', memberId: person.id })}
          >
            Profile
          </TextButton>
        </li>
      ))}
      {asked ? (
        <Preferences
          programId={programId}
          memberId={asked.id}
          role={asked.role}
          name={asked.name}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </ul>
  )
}
