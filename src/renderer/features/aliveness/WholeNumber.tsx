import { TextButton } from '@renderer/components/TextButton'
import classes from './Aliveness.module.css'
import { useAlivenessView } from './alivenessView'
import type { Numbered } from './words'

/** The parts as one number, for who asks for it: never without its range and what it is made of. */
export function WholeNumber({ numbered }: { numbered: Numbered | undefined }) {
  const { number: shown, setNumber } = useAlivenessView()
  if (!numbered) return null
  if (!shown) {
    return (
      <p className={classes.whole}>
        <TextButton onClick={() => setNumber(true)}>Show as one number</TextButton>
      </p>
    )
  }
  return (
    <p className={classes.whole}>
      {numberWords(numbered)} <TextButton onClick={() => setNumber(false)}>Hide it</TextButton>
    </p>
  )
}

type Ranged = NonNullable<Numbered['number']>

function numberWords({ number, parts, of, comparison }: Numbered): string {
  if (number === null)
    return `No number: ${parts.length} of ${of} parts have a value, and fewer than three say too little.`
  const own = `${ranged(number)} of 100, from ${parts.length} of ${of} parts.`
  if (comparison === null) return `${own} There is too little from before to compare it with.`
  const { now, before, change } = comparison
  const same = comparison.parts.length === parts.length
  const basis = same ? '' : ` By the ${comparison.parts.length} parts that both have it is ${ranged(now)};`
  return `${own}${basis} The 90 days before: ${ranged(before)}, so ${change === 'no clear change' ? change : `clearly ${change} now`}.`
}

function ranged({ value, low, high }: Ranged): string {
  return `${value.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`
}
