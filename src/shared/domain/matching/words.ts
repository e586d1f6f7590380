import { plural } from '../summaryWords'
import type { Cost } from './assignment/forcing'
import { wholeFit } from './assignment/problem'
import type { Objective } from './assignment/solve'

/** "0.84": a fit, or a sum of fits, given in millionths. */
function fitWords(millionths: number, digits = 2): string {
  return (millionths / wholeFit).toFixed(digits)
}

/** How another partner would fit, and what forcing that pair would change: why it is not proposed. */
export function otherwiseWords(
  fit: number,
  own: number | null,
  cost: Cost | null,
  objective: Objective,
): string {
  const tempting = own === null || fit >= own
  return `${comparisonWords(fit, own)}, ${costWords(cost, objective, tempting)}.`
}

function comparisonWords(fit: number, own: number | null): string {
  if (own === null) return `Would fit at ${fitWords(fit)}`
  if (fit === own) return `Would fit as well (${fitWords(fit)})`
  return `Would fit ${fit > own ? 'better' : 'less'} (${apartWords(fit, own)})`
}

/** Two fits with as many digits as tell them apart. */
function apartWords(one: number, other: number): string {
  let digits = 2
  while (digits < 6 && fitWords(one, digits) === fitWords(other, digits)) digits++
  return `${fitWords(one, digits)} against ${fitWords(other, digits)}`
}

function costWords(cost: Cost | null, objective: Objective, tempting: boolean): string {
  if (cost === null) return 'but pairs that are fixed leave no choice'
  const { served, total } = cost
  const but = tempting ? 'but' : 'and'
  if (served < 0) return `${but} then ${plural(-served, 'mentee')} fewer would have a mentor`
  if (total < 0) return `${but} all pairs together would lose ${changeWords(-total)}`
  if (total > 0) {
    return `and all pairs together would gain ${changeWords(total)}, but the weakest pair would be weaker`
  }
  const weakest = objective === 'total' ? 'the weakest pair, ' : ''
  return `and all pairs together would be as good: ${weakest}the load and then the order of entry decided`
}

function changeWords(millionths: number): string {
  return millionths < wholeFit / 200 ? 'less than 0.01' : fitWords(millionths)
}

/** "All 12 mentors are possible", "Only 1 of 12 mentors is possible". */
export function possibleWords(possible: number, count: number, who: string): string {
  const all = plural(count, who)
  if (count === 1) return `The only ${who} is possible`
  if (possible === count) return `All ${all} are possible`
  return possible === 1 ? `Only 1 of ${all} is possible` : `${possible} of ${all} are possible`
}
