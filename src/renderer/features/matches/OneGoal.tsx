import { Progress } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { counted, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { Goal } from '@shared/contract/goals'
import type { MatchPage } from '@shared/contract/matches'
import classes from './Matches.module.css'
import { OpenItem } from './OpenItem'

interface OneGoalProps {
  goal: Goal
  match: Pick<MatchPage, 'people' | 'goals' | 'openItems'>
  today: string
  onEdit: () => void
  onAddItem: () => void
}

export function OneGoal({ goal, match, today, onEdit, onAddItem }: OneGoalProps) {
  const { id, text, milestones, reachedOn, droppedOn, doneItems } = goal
  const owner = match.people.find((person) => person.id === goal.ownerId)?.name ?? null
  const items = match.openItems.filter(({ goalId }) => goalId === id)
  const settle = useCommand('goals.settle')
  const removal = useCommand('goals.remove')
  const setDone = useCommand('milestones.setDone')
  const open = reachedOn === null && droppedOn === null
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length

  async function remove() {
    const deletion = await removal.run({ id })
    if (deletion) tellDeleted(`Deleted: ${text}`, deletion)
  }

  return (
    <li>
      <div className={classes.goal} data-open={open}>
        <span>
          <bdi>{text}</bdi>
          {owner === null ? null : (
            <span className={classes.quiet}>
              {' '}
              for <bdi>{owner}</bdi>
            </span>
          )}
        </span>
        <span className={classes.quiet} data-late={open && goal.dueOn !== null && goal.dueOn < today}>
          {stateOf(goal)}
        </span>
        <span className={classes.actions}>
          {open ? (
            <>
              <TextButton onClick={onEdit} aria-label={`Edit ${text}`}>
                Edit
              </TextButton>
              <TextButton
                onClick={() => void settle.run({ id, reachedOn: null, droppedOn: today })}
                aria-label={`Drop ${text}`}
              >
                Drop
              </TextButton>
              <TextButton
                onClick={() => void settle.run({ id, reachedOn: today, droppedOn: null })}
                aria-label={`Reached: ${text}`}
              >
                Reached
              </TextButton>
            </>
          ) : (
            <>
              <TextButton onClick={() => void remove()} aria-label={`Delete ${text}`}>
                Delete
              </TextButton>
              <TextButton
                onClick={() => void settle.run({ id, reachedOn: null, droppedOn: null })}
                aria-label={`Open again: ${text}`}
              >
                Open again
              </TextButton>
            </>
          )}
        </span>
      </div>
      {milestones.length > 0 ? (
        <>
          <Progress
            className={classes.progress}
            size={4}
            value={(100 * done) / milestones.length}
            aria-label={`${done} of ${milestones.length} milestones of ${text} are done`}
          />
          <ul className={classes.milestones}>
            {milestones.map((milestone) => (
              <li key={milestone.id}>
                <TickBox
                  size="xs"
                  checked={milestone.doneOn !== null}
                  onTick={async (ticked) =>
                    (await setDone.run({ id: milestone.id, doneOn: ticked ? today : null })) !== null
                  }
                  label={
                    <>
                      <span dir="auto">{milestone.text}</span>{' '}
                      <span className={classes.quiet}>
                        {milestone.doneOn !== null
                          ? shortDate(milestone.doneOn)
                          : milestone.dueOn === null
                            ? ''
                            : `by ${shortDate(milestone.dueOn)}`}
                      </span>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {items.length > 0 ? (
        <ul className={classes.items} aria-label={`Agreed for ${text}`}>
          {items.map((item) => (
            <OpenItem key={item.id} item={item} goals={match.goals} today={today} />
          ))}
        </ul>
      ) : null}
      {open || doneItems > 0 ? (
        <p className={classes.goalEnd}>
          {open ? (
            <TextButton onClick={onAddItem} aria-label={`Add an action item for ${text}`}>
              Add an action item
            </TextButton>
          ) : null}
          {doneItems > 0 ? (
            <span className={classes.quiet}>{counted(doneItems, 'action item')} done</span>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}

function stateOf({ reachedOn, droppedOn, dueOn }: Goal): string {
  if (reachedOn !== null) return `reached on ${shortDate(reachedOn)}`
  if (droppedOn !== null) return `dropped on ${shortDate(droppedOn)}`
  return dueOn === null ? '' : `by ${shortDate(dueOn)}`
}
