import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { capital, countedWords, partWords } from '../../report/words'
import { countWords, listWords } from '../../summaryWords'
import type { GoalFigures } from '../goals'

/** What became of goals and action items. Null where there is nothing to say. */
export function goalsSection(figures: GoalFigures): ReportSection | null {
  const { all, reached, dropped, open, overdue, matches, matchesReached, actions } = figures
  if (all + actions.all === 0) return null
  const items =
    actions.all === 0
      ? ''
      : `${capital(partWords(actions.done, actions.all, 'action item'))} ${actions.done === 1 ? 'was' : 'were'} done${actions.overdue === 0 ? '' : `, and ${countWords(actions.overdue)} ${actions.overdue === 1 ? 'is' : 'are'} overdue`}.`
  if (all === 0) return section('Goals', ['No goal was set.', items], [])
  const late = overdue === 0 ? '' : ` (${countWords(overdue)} past ${overdue === 1 ? 'its' : 'their'} day)`
  const states = [
    reached === 0 ? '' : `${countedWords(reached, 'was', 'were')} reached`,
    dropped === 0 ? '' : `${countedWords(dropped, 'was', 'were')} dropped`,
    open === 0 ? '' : `${countedWords(open, 'is', 'are')} open${late}`,
  ].filter((part) => part !== '')
  const theirs =
    matchesReached === 0
      ? ''
      : ` ${capital(partWords(matchesReached, matches, 'match', 'matches'))} with a goal reached one.`
  return section(
    'Goals',
    [`Of ${countedWords(all, 'goal')}, ${listWords(states)}.${theirs}`, items],
    [
      table('Goals', {
        columns: [
          { title: 'State', kind: 'text' },
          { title: 'Goals', kind: 'count' },
          { title: 'Of all', kind: 'share' },
        ],
        rows: [
          ['Reached', reached, reached / all],
          ['Open', open, open / all],
          ['Dropped', dropped, dropped / all],
        ],
        picture: 'bars',
      }),
    ],
  )
}
