import { section } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import {
  fewerThanSmallest,
  isLarge,
  isTellable,
  isTellablePart,
  leftOut,
  toldParts,
} from '../../report/smallGroups'
import { capital, countedWords, partWords } from '../../report/words'
import { countWords } from '../../summaryWords'
import { closingReasons } from '../../support/closure'
import type { RedactionLevel } from '../../vocabulary'
import type { OutcomeFigures } from '../outcomes'
import { toldReasons } from '../smallGroups'
import { reasonsTable } from './reasons'

const title = 'How matches ended'

/**
 * How matches ended. Null where there is nothing to say.
 *
 * @param running how many matches there were, with those that go on.
 */
export function outcomesSection(
  figures: OutcomeFigures,
  running: number,
  redaction: RedactionLevel,
): ReportSection | null {
  const { ended, medianDays, closed, reasons } = figures
  if (ended === 0) return null
  if (!isLarge(ended, redaction))
    return section(title, [`${capital(fewerThanSmallest)} matches ended, so no more is told of how.`], [])
  if (!isTellablePart(ended, running, redaction))
    return section(title, ['Nearly all matches ended.', leftOut], [])
  const lasted =
    medianDays === null
      ? ''
      : ` ${ended === 1 ? 'It' : 'They usually'} lasted ${countedWords(Math.round(medianDays), 'day')}.`
  const withSteps = isTellablePart(closed, ended, redaction)
  return section(
    title,
    [
      `${endedWords(figures, redaction)}${lasted}`,
      withSteps ? stepWords(figures, redaction) : '',
      withSteps && isWhole(figures, redaction) ? '' : leftOut,
    ],
    withSteps
      ? reasonsTable('Why matches ended', 'Matches', toldReasons(reasons, closingReasons, redaction))
      : [],
  )
}

const toldHeld = ({ asked, held }: { asked: number; held: number }, redaction: RedactionLevel) =>
  isTellable(asked, redaction) && isTellablePart(held, asked, redaction)

function isWhole({ completed, early, talks, celebrations }: OutcomeFigures, redaction: RedactionLevel) {
  return (
    !toldParts([completed, early], redaction).includes(false) &&
    toldHeld(talks, redaction) &&
    toldHeld(celebrations, redaction)
  )
}

function stepWords(
  { closed, talks, celebrations, afterwards }: OutcomeFigures,
  redaction: RedactionLevel,
): string {
  if (closed === 0) return 'None was closed with a talk.'
  const held = [
    toldHeld(talks, redaction) ? partWords(talks.held, talks.asked, 'last talk') : '',
    celebrations.asked > 0 && toldHeld(celebrations, redaction)
      ? partWords(celebrations.held, celebrations.asked, 'last meeting')
      : '',
  ].filter((part) => part !== '')
  const [first, second] = held
  const parts =
    first === undefined ? '' : `: ${first} took place${second === undefined ? '' : `, and ${second}`}`
  const asked = afterwards.rematch + afterwards.end
  const isTold =
    asked > 0 &&
    isLarge(asked, redaction) &&
    isTellablePart(afterwards.rematch, asked, redaction) &&
    isTellable(Math.abs(talks.held - asked), redaction)
  const next = isTold
    ? ` Of ${countedWords(asked, 'person', 'people')} who said what they want next, ${afterwards.rematch === 0 ? 'nobody' : countWords(afterwards.rematch)} would like another match.`
    : ''
  return `${capital(countedWords(closed, 'was', 'were'))} closed step by step${parts}.${next}`
}

function endedWords({ ended, completed, early }: OutcomeFigures, redaction: RedactionLevel): string {
  const matches = capital(countedWords(ended, 'match', 'matches'))
  if (early === 0) return `${matches} ${ended === 1 ? 'was' : 'were'} completed.`
  if (completed === 0) return `${matches} ended early.`
  if (toldParts([completed, early], redaction).includes(false)) return `${matches} ended.`
  return `${matches} ended: ${countedWords(completed, 'was', 'were')} completed, ${countWords(early)} ended early.`
}
