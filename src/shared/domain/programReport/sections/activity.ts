import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import {
  fewerThanSmallest,
  isLarge,
  isTellable,
  isTellablePart,
  leftOut,
  toldParts,
} from '../../report/smallGroups'
import { capital, countedWords, decimalWords, hoursOf } from '../../report/words'
import type { RedactionLevel } from '../../vocabulary'
import type { ActivityFigures } from '../activity'

const title = 'What took place'

/** What took place. Null where there is nothing to say. */
export function activitySection(figures: ActivityFigures, redaction: RedactionLevel): ReportSection | null {
  const { matches, met, sessions, minutes, unknownMinutes, people, ratings, months } = figures
  if (matches === 0) return null
  if (!isLarge(matches, redaction)) {
    return section(title, [`${capital(fewerThanSmallest)} matches ran, so no more is told of them.`], [])
  }
  if (!isLarge(people, redaction)) {
    return section(title, [`${capital(fewerThanSmallest)} people were in matches, so no more is told.`], [])
  }
  const unknown =
    unknownMinutes === 0
      ? ''
      : isTellable(unknownMinutes, redaction)
        ? `, not counting ${countedWords(unknownMinutes, 'session')} of unknown length`
        : ', not counting those of unknown length'
  const isTold = toldParts(
    months.map((month) => month.matches),
    redaction,
  )
  const told = months.filter((_, at) => isTold[at] === true)
  const isWhole = told.length === months.length
  const rated =
    ratings.mean !== null && isLarge(ratings.matches, redaction)
      ? `Where sessions were rated, ${countedWords(ratings.sessions, 'time')}, they got ${decimalWords(ratings.mean)} of 5 on average.`
      : ''
  return section(
    title,
    [
      `${capital(countedWords(matches, 'match', 'matches'))} of ${countedWords(people, 'person', 'people')} ran, and ${metWords(met, matches, redaction)}${isTellable(met, redaction) ? `: ${countedWords(sessions, 'session')}, ${countedWords(hoursOf(minutes), 'hour')} in all${unknown}` : ''}.`,
      rated,
      isWhole ? '' : leftOut,
    ],
    told.every(({ sessions: held }) => held === 0)
      ? []
      : [
          table('Sessions by month', {
            columns: [
              { title: 'Month', kind: 'month' },
              { title: 'Sessions', kind: 'count' },
              { title: 'Hours', kind: 'decimal' },
              { title: 'Matches that met', kind: 'count' },
            ],
            rows: told.map((month) => [month.month, month.sessions, hoursOf(month.minutes), month.matches]),
            // Months that are not there would look like months without a session.
            picture: isWhole ? 'months' : null,
          }),
        ],
  )
}

function metWords(met: number, matches: number, redaction: RedactionLevel): string {
  if (met === 0) return matches === 1 ? 'it did not meet' : 'none of them met'
  if (met < matches) {
    if (isTellablePart(met, matches, redaction)) return `${met} of them met`
    return isTellable(met, redaction) ? 'nearly all of them met' : `${fewerThanSmallest} of them met`
  }
  return matches === 1 ? 'it met' : 'all of them met'
}
