import { counted, numberText } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { SurveyRow } from '@shared/contract/surveys'
import type { SurveyPeriod } from '@shared/domain/surveys/results'
import { type Scale, smallestSurveyGroup } from '@shared/domain/surveys/scale'

type Results = OutputOf<'surveys.results'>

/** A mean as it is read, to one place. */
export const meanText = (mean: number | null): string => (mean === null ? '—' : mean.toFixed(1))

/** How many there are to be read of, as a line under the name. */
export function answeredWords({ responsesHere, peopleHere, items }: SurveyRow): string {
  if (responsesHere === 0) return `${counted(items, 'statement')}, no answers yet`
  const people = counted(peopleHere, 'person', 'people')
  return responsesHere === peopleHere ? people : `${people}, ${counted(responsesHere, 'answer sheet')}`
}

/** What the answers say, in a sentence or two. */
export function resultWords(results: Results, scale: Scale, programId: number | null): string {
  const { responses, people, shown, whole, subscales } = results
  if (responses === 0)
    return `Nobody has answered it ${programId === null ? 'outside of a program' : 'in this program'} yet.`
  if (!shown) {
    const missing = smallestSurveyGroup - people
    return `${counted(people, 'person has', 'people have')} answered. Figures are shown from ${smallestSurveyGroup} people on, so that nobody’s answers can be read out of them: ${counted(missing, 'more is', 'more are')} missing.`
  }
  const who = `${counted(people, 'person', 'people')} answered`
  if (whole === null) return `${who}, but too few answered enough of it for a score.`
  const parts = scale.subscales
    .flatMap(({ name }, index) => {
      const mean = subscales[index] ?? null
      return mean === null ? [] : [{ name, mean }]
    })
    .sort((a, b) => b.mean - a.mean)
  const [best, worst] = [parts[0], parts.at(-1)]
  const apart =
    best && worst && best.mean - worst.mean >= 0.05
      ? ` ${best.name} stands best with ${meanText(best.mean)}, ${worst.name} lowest with ${meanText(worst.mean)}.`
      : ''
  return `${who}: ${meanText(whole)} of ${numberText(scale.anchors.length)} on the whole.${apart}`
}

const monthOf = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A period by its first day: “Mar 2026”, “Q1 2026”, “2026”. */
export function periodWords(from: string, period: SurveyPeriod): string {
  const year = from.slice(0, 4)
  if (period === 'year') return year
  if (period === 'quarter') return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${year}`
  return monthOf.format(new Date(`${from}T00:00:00Z`))
}

/** How the whole went from the first period that is shown to the last. */
export function changeWords({ periods, period }: Results): string {
  const told = periods.filter(({ whole }) => whole !== null)
  const [first, last] = [told[0], told.at(-1)]
  const kept = periods.length - told.length
  const keptWords =
    kept === 0 ? '' : ` ${counted(kept, period)} with few answers ${kept === 1 ? 'is' : 'are'} left out.`
  if (!first || !last || first === last) return `There is one ${period} to tell of so far.${keptWords}`
  const by = (last.whole ?? 0) - (first.whole ?? 0)
  const way =
    Math.abs(by) < 0.05 ? 'as it was' : by > 0 ? `up by ${by.toFixed(1)}` : `down by ${(-by).toFixed(1)}`
  return `From ${periodWords(first.from, period)} to ${periodWords(last.from, period)}: ${way}.${keptWords}`
}
