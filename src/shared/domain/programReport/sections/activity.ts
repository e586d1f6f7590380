import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge } from '../../report/smallGroups'
import { capital, countedWords, decimalWords, hoursOf } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { ActivityFigures } from '../activity'

/** What took place. Null where there is nothing to say. */
export function activitySection(figures: ActivityFigures, redaction: RedactionLevel): ReportSection | null {
  const { matches, met, sessions, minutes, unknownMinutes, people, ratings, months } = figures
  if (matches === 0) return null
  const unknown =
    unknownMinutes === 0 ? '' : `, not counting ${countedWords(unknownMinutes, 'session')} of unknown length`
  const rated =
    ratings.mean !== null && isLarge(ratings.matches, redaction)
      ? `Where sessions were rated, ${countedWords(ratings.sessions, 'time')}, they got ${decimalWords(ratings.mean)} of 5 on average.`
      : ''
  return section(
    'What took place',
    [
      `${capital(countedWords(matches, 'match', 'matches'))} of ${countedWords(people, 'person', 'people')} ran, and ${metWords(met, matches)}: ${countedWords(sessions, 'session')}, ${countedWords(hoursOf(minutes), 'hour')} in all${unknown}.`,
      rated,
    ],
    months.length === 0
      ? []
      : [
          table('Sessions by month', {
            columns: [
              { title: 'Month', kind: 'month' },
              { title: 'Sessions', kind: 'count' },
              { title: 'Hours', kind: 'decimal' },
              { title: 'Matches that met', kind: 'count' },
            ],
            rows: months.map((month) => [month.month, month.sessions, hoursOf(month.minutes), month.matches]),
            picture: 'months',
          }),
        ],
  )
}

function metWords(met: number, matches: number): string {
  if (met === 0) return matches === 1 ? 'it did not meet' : 'none of them met'
  return met < matches ? `${met} of them met` : matches === 1 ? 'it met' : 'all of them met'
}
