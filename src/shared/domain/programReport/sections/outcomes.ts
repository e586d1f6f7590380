import { section } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { isLarge, isTellable } from '../../report/smallGroups'
import { capital, countedWords, partWords } from '../../report/words'
import { countWords } from '../../summaryWords'
import { closingReasons } from '../../support/closure'
import type { RedactionLevel } from '../../vocabulary'
import type { OutcomeFigures } from '../outcomes'
import { toldReasons } from '../smallGroups'
import { reasonsTable } from './reasons'

/** How matches ended. Null where there is nothing to say. */
export function outcomesSection(figures: OutcomeFigures, redaction: RedactionLevel): ReportSection | null {
  const { ended, medianDays, closed, talks, celebrations, afterwards, reasons } = figures
  if (ended === 0) return null
  const lasted =
    medianDays === null || !isLarge(ended, redaction)
      ? ''
      : ` ${ended === 1 ? 'It' : 'They usually'} lasted ${countedWords(Math.round(medianDays), 'day')}.`
  const meetings =
    celebrations.asked === 0
      ? ''
      : `, and ${partWords(celebrations.held, celebrations.asked, 'last meeting')}`
  const steps =
    closed === 0
      ? 'None was closed with a talk.'
      : `${capital(countedWords(closed, 'was', 'were'))} closed step by step: ${partWords(talks.held, talks.asked, 'last talk')} took place${meetings}.`
  const asked = afterwards.rematch + afterwards.end
  const next =
    asked === 0 ||
    !isLarge(asked, redaction) ||
    !isTellable(afterwards.rematch, redaction) ||
    !isTellable(afterwards.end, redaction)
      ? ''
      : `Of ${countedWords(asked, 'person', 'people')} who said what they want next, ${afterwards.rematch === 0 ? 'nobody' : countWords(afterwards.rematch)} would like another match.`
  return section(
    'How matches ended',
    [`${endedWords(figures)}${lasted}`, `${steps} ${next}`.trim()],
    reasonsTable('Why matches ended', 'Matches', toldReasons(reasons, closingReasons, redaction)),
  )
}

function endedWords({ ended, completed, early }: OutcomeFigures): string {
  const matches = capital(countedWords(ended, 'match', 'matches'))
  if (early === 0) return `${matches} ${ended === 1 ? 'was' : 'were'} completed.`
  if (completed === 0) return `${matches} ended early.`
  return `${matches} ended: ${countedWords(completed, 'was', 'were')} completed, ${countWords(early)} ended early.`
}
