import { go } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { MatchPage } from '@shared/contract/matches'
import { GoalOfItem } from './GoalOfItem'
import classes from './Matches.module.css'

/** What was agreed in any of the sessions and is not done: it is carried along until it is. */
export function OpenItems({ match: { openItems, goals }, today }: { match: MatchPage; today: string }) {
  const setDone = useCommand('actionItems.setDone')
  if (openItems.length === 0) return null
  return (
    <section aria-label="Agreed and open">
      <h3 className={classes.title}>Agreed and open</h3>
      <ul className={classes.items}>
        {openItems.map(({ id, text, owner, dueOn, sessionId, sessionOn, goalId }) => (
          <li key={id}>
            <TickBox
              checked={false}
              onTick={async (ticked) => (await setDone.run({ id, doneOn: ticked ? today : null })) !== null}
              label={
                <>
                  <span dir="auto">{text}</span>{' '}
                  <span className={classes.quiet} data-late={dueOn !== null && dueOn < today}>
                    {owner?.name ?? 'nobody in particular'}
                    {dueOn === null ? '' : `, by ${shortDate(dueOn)}`}
                  </span>
                </>
              }
            />
            <span className={classes.actions}>
              {goals.length > 0 || goalId !== null ? (
                <GoalOfItem item={id} text={text} goalId={goalId} goals={goals} />
              ) : null}
              <TextButton onClick={() => go({ screen: 'sessions', sessionId })}>
                Session of {shortDate(sessionOn)}
              </TextButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
