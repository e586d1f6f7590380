import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Person } from './colours'
import classes from './NetworkMap.module.css'

interface Props {
  person: Person
  /** Whether they hold departments together. */
  broker: boolean
  contacts: { at: number; person: Person }[]
  /** −1 closes it. */
  onChoose: (at: number) => void
}

/** Somebody on the map, and whom they are in contact with. */
export function PersonPane({ person, broker, contacts, onChoose }: Props) {
  const where = [person.location, person.department].filter((one) => one !== null).join(', ')
  return (
    <aside className={classes.pane} aria-label={person.name}>
      <h3 dir="auto">{person.name}</h3>
      <p>{where}</p>
      {broker ? <p>Much leads through them, into two departments or more.</p> : null}
      {person.member ? null : <p>Not a member, but in contact with some.</p>}
      <p>
        {contacts.length === 0
          ? 'In contact with nobody here in this time.'
          : `In contact with ${counted(contacts.length, 'person', 'people')}:`}
      </p>
      <ul>
        {contacts.map(({ at, person: other }) => (
          <li key={other.id}>
            <TextButton onClick={() => onChoose(at)}>{other.name}</TextButton>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button size="xs" onClick={() => go({ screen: 'members', memberId: person.id })}>
          Open member
        </Button>
        <Button size="xs" variant="default" onClick={() => onChoose(-1)}>
          Close
        </Button>
      </div>
    </aside>
  )
}
