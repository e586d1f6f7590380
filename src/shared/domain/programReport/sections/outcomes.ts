import { closingReasons } from '../../support/closure'
import type { RedactionLevel } from '../../vocabulary'
import type { OutcomeFigures } from '../outcomes'
import type { ReportSection } from '../report'
import { isLarge, toldReasons } from '../smallGroups'
import { capital, countedWords } from '../words'
import { reasonsTable, section } from './parts'

/** How matches ended. Null where there is nothing to say. */
export function outcomesSection(figures: OutcomeFigures, redaction: RedactionLevel): ReportSection | null {
  const { ended, completed, early, medianDays, closed, talks, celebrations, afterwards, reasons } = figures
  if (ended === 0) return null
  const lasted =
    medianDays === null || !isLarge(ended, redaction)
      ? ''
      : ` They usually lasted ${countedWords(Math.round(medianDays), 'day')}.`
  const steps =
    closed === 0
      ? 'None was closed with a talk.'
      : `${capital(countedWords(closed, 'was', 'were'))} closed step by step: ${talks.held} of ${countedWords(talks.asked, 'last talk')} took place${celebrations.asked === 0 ? '' : `, and ${celebrations.held} of ${countedWords(celebrations.asked, 'last meeting')} to look back`}.`
  const asked = afterwards.rematch + afterwards.end
  const next =
    asked === 0 || !isLarge(asked, redaction)
      ? ''
      : `Of ${countedWords(asked, 'person', 'people')} who said what they want next, ${afterwards.rematch} would like another match.`
  return section(
    'How matches ended',
    [
      `${capital(countedWords(ended, 'match', 'matches'))} ended: ${completed} completed, ${early} early.${lasted}`,
      `${steps} ${next}`.trim(),
    ],
    reasonsTable('Why matches ended', 'Matches', toldReasons(reasons, closingReasons, redaction)),
  )
}
