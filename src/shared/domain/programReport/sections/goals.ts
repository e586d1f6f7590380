import type { GoalFigures } from '../goals'
import type { ReportSection } from '../report'
import { capital, countedWords } from '../words'
import { section, table } from './parts'

/** What became of goals and action items. Null where there is nothing to say. */
export function goalsSection(figures: GoalFigures): ReportSection | null {
  const { all, reached, dropped, open, overdue, matches, matchesReached, actions } = figures
  if (all + actions.all === 0) return null
  const late = overdue === 0 ? '' : `, ${overdue} of them past ${overdue === 1 ? 'its' : 'their'} day`
  const items =
    actions.all === 0
      ? ''
      : `Of ${countedWords(actions.all, 'action item')} ${actions.done} ${actions.done === 1 ? 'was' : 'were'} done${actions.overdue === 0 ? '' : `; ${actions.overdue} ${actions.overdue === 1 ? 'is' : 'are'} overdue`}.`
  if (all === 0) return section('Goals', ['No goal was set.', items], [])
  return section(
    'Goals',
    [
      `Of ${countedWords(all, 'goal')} ${reached} ${reached === 1 ? 'was' : 'were'} reached and ${dropped} dropped; ${open} ${open === 1 ? 'is' : 'are'} open${late}. ${capital(countedWords(matchesReached, 'match', 'matches'))} of ${matches} with a goal reached one.`,
      items,
    ],
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
