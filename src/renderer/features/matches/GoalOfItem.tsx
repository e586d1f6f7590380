import { Menu } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import type { Goal } from '@shared/contract/goals'
import classes from './Matches.module.css'

interface Props {
  /** The action item. */
  item: number
  text: string
  goalId: number | null
  /** Of its match. */
  goals: readonly Goal[]
}

/** Which goal of the match something agreed on belongs to, and the way to say so. */
export function GoalOfItem({ item, text, goalId, goals }: Props) {
  const setGoal = useCommand('actionItems.setGoal')
  const current = goals.find(({ id }) => id === goalId)
  const choices = goals.filter((goal) => goal === current || (goal.reachedOn ?? goal.droppedOn) === null)
  if (choices.length === 0) return null
  // Under its goal it need not be said which one that is.
  const shown = current ? 'Move…' : 'for a goal…'
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <TextButton className={classes.goalOf} aria-label={`${shown}: ${text}`}>
          <bdi>{shown}</bdi>
        </TextButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((goal) => (
          <Menu.Item
            key={goal.id}
            dir="auto"
            aria-current={goal === current}
            onClick={() => void setGoal.run({ id: item, goalId: goal.id })}
          >
            {goal.text}
          </Menu.Item>
        ))}
        {current ? (
          <Menu.Item onClick={() => void setGoal.run({ id: item, goalId: null })}>For no goal</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
