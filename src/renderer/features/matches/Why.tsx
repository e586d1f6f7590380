import { Reasons } from '@renderer/components/fit/Reasons'
import { percent } from '@renderer/components/fit/words'
import { TextButton } from '@renderer/components/TextButton'
import type { MatchPage } from '@shared/contract/matches'
import { useState } from 'react'
import classes from './Matches.module.css'

/** Why these two, as it was said when the match was made: the coordinator can answer for it to each of them. */
export function Why({ reasons }: Pick<MatchPage, 'reasons'>) {
  const [whole, setWhole] = useState(false)
  if (reasons === null) return null
  const { fit, known, criteria } = reasons
  const unsure = known < 0.995 ? `; ${percent(known)} of what counts was known of the two` : ''
  return (
    <section aria-label="Why these two">
      <h3 className={classes.title}>
        Why these two{' '}
        <TextButton aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Less' : 'Each reason'}
        </TextButton>
      </h3>
      <p className={classes.reading}>
        When they were matched they fitted at {percent(fit)}
        {unsure}. {best(criteria)}
      </p>
      {whole ? <Reasons criteria={criteria} /> : null}
    </section>
  )
}

/** What added most to the fit, in its own words. */
function best(criteria: NonNullable<MatchPage['reasons']>['criteria']): string {
  return criteria
    .filter(({ value, points }) => value !== null && points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, 2)
    .map(({ words }) => words)
    .join(' ')
}
