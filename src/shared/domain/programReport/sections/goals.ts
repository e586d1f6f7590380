import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { fewerThanSmallest, isLarge, isTellablePart, leftOut, toldParts } from '../../report/smallGroups'
import { capital, countedWords, partWords } from '../../report/words'
import { countWords, listWords } from '../../summaryWords'
import type { RedactionLevel } from '../../vocabulary'
import type { GoalFigures } from '../goals'

/**
 * What became of goals and action items. Null where there is nothing to say.
 *
 * @param running how many matches there were, with goals and without.
 */
export function goalsSection(
  figures: GoalFigures,
  running: number,
  redaction: RedactionLevel,
): ReportSection | null {
  const { all, actions } = figures
  if (all + actions.all === 0) return null
  const items = itemWords(actions, redaction)
  if (all === 0) return section('Goals', ['No goal was set.', items], [])
  if (!isLarge(all, redaction))
    return section('Goals', [`${capital(fewerThanSmallest)} goals were set.`, items], [])
  const states = statesOf(figures, redaction)
  const told = states.filter(({ isTold }) => isTold)
  const what = told.flatMap(({ words }) => words ?? [])
  const sentence = what.length === 0 ? countedWords(all, 'goal was', 'goals were') : ''
  return section(
    'Goals',
    [
      `${sentence === '' ? `Of ${countedWords(all, 'goal')}, ${listWords(what)}` : `${capital(sentence)} set`}.${reachedWords(figures, running, redaction)}`,
      told.length < states.length ? leftOut : '',
      items,
    ],
    what.length === 0
      ? []
      : [
          table('Goals', {
            columns: [
              { title: 'State', kind: 'text' },
              { title: 'Goals', kind: 'count' },
              { title: 'Of all', kind: 'share' },
            ],
            rows: told.map(({ title, count }) => [title, count, count / all]),
            picture: 'bars',
          }),
        ],
  )
}

interface State {
  title: string
  count: number
  isTold: boolean
  /** Null where there is none. */
  words: string | null
}

function statesOf({ reached, open, dropped, overdue }: GoalFigures, redaction: RedactionLevel): State[] {
  const late =
    overdue === 0 || !isTellablePart(overdue, open, redaction)
      ? ''
      : ` (${countWords(overdue)} past ${overdue === 1 ? 'its' : 'their'} day)`
  const isTold = toldParts([reached, open, dropped], redaction)
  const state = (title: string, count: number, at: number, words: string): State => ({
    title,
    count,
    isTold: isTold[at] === true,
    words: count === 0 ? null : words,
  })
  return [
    state('Reached', reached, 0, `${countedWords(reached, 'was', 'were')} reached`),
    state('Open', open, 1, `${countedWords(open, 'is', 'are')} open${late}`),
    state('Dropped', dropped, 2, `${countedWords(dropped, 'was', 'were')} dropped`),
  ]
}

function reachedWords(
  { matches, matchesReached }: GoalFigures,
  running: number,
  redaction: RedactionLevel,
): string {
  if (matchesReached === 0) return ''
  const isTold =
    isTellablePart(matches, running, redaction) && isTellablePart(matchesReached, matches, redaction)
  return isTold
    ? ` ${capital(partWords(matchesReached, matches, 'match', 'matches'))} with a goal reached one.`
    : ''
}

function itemWords({ all, done, overdue }: GoalFigures['actions'], redaction: RedactionLevel): string {
  if (all === 0) return ''
  if (!isLarge(all, redaction)) return `${capital(fewerThanSmallest)} action items were agreed on.`
  if (toldParts([done, overdue, all - done - overdue], redaction).includes(false))
    return `${capital(countedWords(all, 'action item was', 'action items were'))} agreed on.`
  return `${capital(partWords(done, all, 'action item'))} ${done === 1 ? 'was' : 'were'} done${overdue === 0 ? '' : `, and ${countWords(overdue)} ${overdue === 1 ? 'is' : 'are'} overdue`}.`
}
