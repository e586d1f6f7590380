import { go } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { TickBox } from '@renderer/components/TickBox'
import type { MatchPage } from '@shared/contract/matches'
import { GoalOfItem } from './GoalOfItem'
import classes from './Matches.module.css'

interface Props {
  item: MatchPage['openItems'][number]
  /** Of its match. */
  goals: MatchPage['goals']
  today: string
}

/** Something agreed on that is still to be done, and the session it comes from. */
export function OpenItem({ item, goals, today }: Props) {
  const { id, text, owner, dueOn, sessionId, sessionOn, goalId } = item
  const setDone = useCommand('actionItems.setDone')
  return (
    <li>
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
        <GoalOfItem item={id} text={text} goalId={goalId} goals={goals} />
        <TextButton onClick={() => go({ screen: 'sessions', sessionId })}>
          Session of {shortDate(sessionOn)}
        </TextButton>
      </span>
    </li>
  )
}
