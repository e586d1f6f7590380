import { TextButton } from '@renderer/components/TextButton'
import type { Goal } from '@shared/contract/goals'
import type { MatchPage } from '@shared/contract/matches'
import { useState } from 'react'
import { GoalDialog } from './GoalDialog'
import { ItemDialog } from './ItemDialog'
import classes from './Matches.module.css'
import { OneGoal } from './OneGoal'

/** What the two work towards, with the steps on the way and what was agreed on for it. */
export function Goals({ match, today }: { match: MatchPage; today: string }) {
  const [editing, setEditing] = useState<Goal | 'new' | null>(null)
  const [addingTo, setAddingTo] = useState<Goal | null>(null)
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
              match={match}
              today={today}
              onEdit={() => setEditing(goal)}
              onAddItem={() => setAddingTo(goal)}
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
      {addingTo === null ? null : (
        <ItemDialog match={match} goal={addingTo} onClose={() => setAddingTo(null)} />
      )}
    </section>
  )
}
