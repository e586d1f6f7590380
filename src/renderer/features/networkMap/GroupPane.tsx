import { Button } from '@mantine/core'
import { counted, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { By } from './colours'
import { type Groups, nameOf, neighboursOf } from './groups'
import classes from './NetworkMap.module.css'

interface Props {
  found: Groups
  by: By
  at: number
  /** −1 closes it. */
  onChoose: (at: number) => void
  onOpen: () => void
}

/** A group on the map, how many it has, and which others it has ties with. */
export function GroupPane({ found, by, at, onChoose, onOpen }: Props) {
  const group = found.groups[at]
  if (!group) return null
  const name = nameOf(by, group)
  const near = neighboursOf(found, at)
  return (
    <aside className={classes.pane} aria-label={name}>
      <h3 dir="auto">{name}</h3>
      <p>
        {counted(group.people, 'person', 'people')}, {counted(group.ties, 'tie')} among them.
      </p>
      {group.alone > 0 ? (
        <p>{counted(group.alone, 'person is', 'people are')} in contact with nobody here.</p>
      ) : null}
      <p>{near.length === 0 ? 'No tie leads to another group.' : 'Ties to:'}</p>
      <ul>
        {near.map(({ at: other, ties }) => {
          const there = found.groups[other]
          return there ? (
            <li key={there.key}>
              <TextButton dir="auto" onClick={() => onChoose(other)}>
                {nameOf(by, there)}
              </TextButton>{' '}
              <small>{numberText(ties)}</small>
            </li>
          ) : null
        })}
      </ul>
      <div className={classes.actions}>
        <Button size="xs" onClick={onOpen}>
          Open group
        </Button>
        <Button size="xs" variant="default" onClick={() => onChoose(-1)}>
          Close
        </Button>
      </div>
    </aside>
  )
}
