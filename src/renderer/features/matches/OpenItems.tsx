import { Checkbox } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { MatchPage } from '@shared/contract/matches'
import classes from './Matches.module.css'

/** What was agreed in any of the sessions and is not done: it is carried along until it is. */
export function OpenItems({ match: { openItems }, today }: { match: MatchPage; today: string }) {
  const setDone = useCommand('actionItems.setDone')
  if (openItems.length === 0) return null
  return (
    <section aria-label="Agreed and open">
      <h3 className={classes.title}>Agreed and open</h3>
      <ul className={classes.items}>
        {openItems.map(({ id, text, owner, dueOn, sessionId, sessionOn }) => (
          <li key={id}>
            <Checkbox
              checked={false}
              onChange={() => void setDone.run({ id, doneOn: today })}
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
            <TextButton onClick={() => go({ screen: 'sessions', sessionId })}>
              {shortDate(sessionOn)}
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
