import { plural } from '../summaryWords'
import type { Cost } from './assignment/forcing'
import { wholeFit } from './assignment/problem'
import type { MatchingInput } from './input'

/** "0.84": a fit, or a sum of fits, given in millionths. */
function fitWords(millionths: number, digits = 2): string {
  return (millionths / wholeFit).toFixed(digits)
}

/** How another partner would fit, and what forcing that pair would change: why it is not proposed. */
export function otherwiseWords(
  fit: number,
  own: number | null,
  cost: Cost | null,
  input: Pick<MatchingInput, 'peers' | 'settings'>,
): string {
  const tempting = own === null || fit >= own
  return `${comparisonWords(fit, own)}, ${costWords(cost, input, tempting)}.`
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

function costWords(
  cost: Cost | null,
  { peers, settings }: Pick<MatchingInput, 'peers' | 'settings'>,
  tempting: boolean,
): string {
  if (cost === null) return 'but pairs that are fixed leave no choice'
  const { served, total } = cost
  const but = tempting ? 'but' : 'and'
  if (served < 0) {
    return peers === undefined
      ? `${but} then ${plural(-served, 'mentee')} fewer would have a mentor`
      : `${but} then ${plural(-served, 'person', 'people')} fewer would have a partner`
  }
  if (total < 0) return `${but} all pairs together would lose ${changeWords(-total)}`
  if (total > 0) {
    return `and all pairs together would gain ${changeWords(total)}, but the weakest pair would be weaker`
  }
  const weakest = settings.objective === 'total' ? 'the weakest pair' : ''
  const load = peers === undefined ? 'the load' : ''
  const aims = [weakest, load].filter((aim) => aim !== '').join(', ')
  return `and all pairs together would be as good: ${aims}${aims === '' ? '' : ' and then '}the order of entry decided`
}

function changeWords(millionths: number): string {
  return millionths < wholeFit / 200 ? 'less than 0.01' : fitWords(millionths)
}

/** "All 12 mentors are possible", "Only 1 of 12 mentors is possible". */
export function possibleWords(possible: number, count: number, who: string, many = `${who}s`): string {
  const all = plural(count, who, many)
  if (count === 1) return `The only ${who} is possible`
  if (possible === count) return count === 2 ? `Both ${many} are possible` : `All ${all} are possible`
  return possible === 1 ? `Only 1 of ${all} is possible` : `${possible} of ${all} are possible`
}
