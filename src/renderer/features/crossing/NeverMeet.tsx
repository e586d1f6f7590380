import { Button } from '@mantine/core'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { type By, byWords, type Cell, chanceText, type Groups } from './words'

interface Props {
  groups: Groups
  by: By
  onOpen: (cell: Cell) => void
}

/** The pairs of groups without a single tie, each with the way to whoever could begin one. */
export function NeverMeet({ groups: { neverMeet, groups }, by, onOpen }: Props) {
  const peopleAt = new Map(groups.map(({ name, people }) => [name, people]))
  return (
    <SentenceList
      title={`${by === 'location' ? 'Places' : 'Departments'} that never meet`}
      count={neverMeet.length}
    >
      {neverMeet.map(({ a, b, expected }) => (
        <SentenceRow
          key={`${a}\n${b}`}
          who={a}
          tone={expected >= 1 ? 'due' : 'quiet'}
          what={`${a} and ${b}`}
          detail={`have no contact, with ${peopleAt.get(a) ?? 0} and ${peopleAt.get(b) ?? 0} people in these ${byWords[by].other}.`}
          tag={`by chance ${chanceText(expected)}`}
          action={
            <Button size="xs" variant="default" onClick={() => onOpen({ a, b })}>
              Who could meet
            </Button>
          }
        />
      ))}
    </SentenceList>
  )
}
