import type { MatchPage } from '@shared/contract/matches'
import classes from './Matches.module.css'
import { OpenItem } from './OpenItem'

/** What was agreed in any of the sessions and is not done: it is carried along until it is. */
export function OpenItems({ match: { openItems, goals }, today }: { match: MatchPage; today: string }) {
  // What belongs to a goal stands with it.
  const others = openItems.filter(({ goalId }) => goalId === null)
  if (others.length === 0) return null
  return (
    <section aria-label="Agreed and open">
      <h3 className={classes.title}>Agreed and open</h3>
      <ul className={classes.items}>
        {others.map((item) => (
          <OpenItem key={item.id} item={item} goals={goals} today={today} />
        ))}
      </ul>
    </section>
  )
}
