import { Progress } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { Goal } from '@shared/contract/goals'
import type { MatchPage } from '@shared/contract/matches'
import { useState } from 'react'
import { GoalDialog } from './GoalDialog'
import classes from './Matches.module.css'

/** What the two work towards, with the steps on the way. */
export function Goals({ match, today }: { match: MatchPage; today: string }) {
  const [editing, setEditing] = useState<Goal | 'new' | null>(null)
  const { goals } = match
  return (
    <section aria-label="Goals">
      <h3 className={classes.title}>
        Goals <TextButton onClick={() => setEditing('new')}>Add a goal</TextButton>
      </h3>
      {goals.length === 0 ? (
        <p className={classes.quiet}>No goal yet. What do they work towards?</p>
      ) : (
        <ul className={classes.goals}>
          {goals.map((goal) => (
            <OneGoal
              key={goal.id}
              goal={goal}
              owner={match.people.find(({ id }) => id === goal.ownerId)?.name ?? null}
              today={today}
              onEdit={() => setEditing(goal)}
            />
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <GoalDialog
          match={match}
          goal={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}

interface OneGoalProps {
  goal: Goal
  /** Whose it is; null for all of them. */
  owner: string | null
  today: string
  onEdit: () => void
}

function OneGoal({ goal, owner, today, onEdit }: OneGoalProps) {
  const { id, text, milestones, reachedOn, droppedOn } = goal
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
    </li>
  )
}

function stateOf({ reachedOn, droppedOn, dueOn }: Goal): string {
  if (reachedOn !== null) return `reached on ${shortDate(reachedOn)}`
  if (droppedOn !== null) return `dropped on ${shortDate(droppedOn)}`
  return dueOn === null ? '' : `by ${shortDate(dueOn)}`
}
