import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { fewerThanSmallest, isLarge, isTellable, leftOut, toldParts } from '../../report/smallGroups'
import { capital, countedWords } from '../../report/words'
import { planWords, type SupportPlan } from '../../support/plan'
import type { RedactionLevel } from '../../vocabulary'
import { type CheckInFigures, type DueFigures, shareInTime } from '../checkIns'

/** What was kept of the plan for check-ins. Null where there is nothing to say. */
export function checkInsSection(
  { logged, people, due, byDepth }: CheckInFigures,
  plan: SupportPlan | null,
  redaction: RedactionLevel,
): ReportSection | null {
  if (logged + byDepth.length === 0) return null
  const talks = talkWords(logged, people, redaction)
  if (due === null || plan === null) return section('Check-ins', [`${talks} There is no plan for them.`], [])
  // Those of each depth add up to all, so all of them are told or none.
  const isTold = byDepth.every((one) => partsOf(one).every((count) => isTellable(count, redaction)))
  const as = plan.preset === 'own' ? '' : ` As in: ${plan.preset}.`
  return section(
    'Check-ins',
    [`${planWords(plan)}${as}`, `${keptSentence(due, redaction)} ${talks}`, isTold ? '' : leftOut],
    byDepth.length === 0 || !isTold
      ? []
      : [
          table('What was kept of the plan', {
            columns: [
              { title: 'Check-in', kind: 'text' },
              { title: 'In time', kind: 'count' },
              { title: 'Later', kind: 'count' },
              { title: 'Let slip', kind: 'count' },
              { title: 'Overdue', kind: 'count' },
              { title: 'In time, of all but overdue', kind: 'share' },
            ],
            rows: byDepth.map((one) => [
              capital(one.depth),
              one.inTime,
              one.later,
              one.missed,
              one.open,
              shareInTime(one),
            ]),
          }),
        ],
  )
}

const partsOf = ({ inTime, later, missed, open }: DueFigures) => [inTime, later, missed, open]

function talkWords(logged: number, people: number, redaction: RedactionLevel): string {
  if (!isTellable(logged, redaction)) return `${capital(fewerThanSmallest)} check-ins were logged.`
  const whom = isTellable(people, redaction)
    ? countedWords(people, 'person', 'people')
    : `${fewerThanSmallest} people`
  return `${capital(countedWords(logged, 'check-in was', 'check-ins were'))} logged${logged === 0 ? '' : `, with ${whom}`}.`
}

function keptSentence(due: DueFigures, redaction: RedactionLevel): string {
  const { inTime, later, missed, open } = due
  const all = inTime + later + missed + open
  if (all === 0) return 'No check-in has been due yet.'
  if (!isLarge(all, redaction)) return `${capital(fewerThanSmallest)} check-ins were due.`
  const isTold = toldParts(partsOf(due), redaction)
  const parts = [
    `${inTime} took place in time`,
    later > 0 ? `${later} later` : '',
    missed > 0 ? `${missed} ${missed === 1 ? 'was' : 'were'} let slip` : '',
    open > 0 ? `${open} ${open === 1 ? 'is' : 'are'} overdue` : '',
  ].filter((part, at) => part !== '' && isTold[at] === true)
  if (isTold[0] !== true && later > 0 && isTold[1] === true) parts[0] = `${later} took place later`
  const were = countedWords(all, 'check-in was', 'check-ins were')
  return parts.length === 0
    ? `${capital(were)} due.`
    : `${[`Of ${countedWords(all, 'check-in')} that ${all === 1 ? 'was' : 'were'} due`, ...parts].join(', ')}.`
}
