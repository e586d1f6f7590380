import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { capital, countedWords } from '../../report/words'
import { planWords, type SupportPlan } from '../../support/plan'
import { type CheckInFigures, type DueFigures, shareInTime } from '../checkIns'

/** What was kept of the plan for check-ins. Null where there is nothing to say. */
export function checkInsSection(
  { logged, people, due, byDepth }: CheckInFigures,
  plan: SupportPlan | null,
): ReportSection | null {
  if (logged + byDepth.length === 0) return null
  const talks = `${capital(countedWords(logged, 'check-in was', 'check-ins were'))} logged${logged === 0 ? '' : `, with ${countedWords(people, 'person', 'people')}`}.`
  if (due === null || plan === null) return section('Check-ins', [`${talks} There is no plan for them.`], [])
  const as = plan.preset === 'own' ? '' : ` As in: ${plan.preset}.`
  return section(
    'Check-ins',
    [`${planWords(plan)}${as}`, `${keptSentence(due)} ${talks}`],
    byDepth.length === 0
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

function keptSentence({ inTime, later, missed, open }: DueFigures): string {
  const all = inTime + later + missed + open
  if (all === 0) return 'No check-in has been due yet.'
  const more = [
    later > 0 ? `${later} later` : '',
    missed > 0 ? `${missed} ${missed === 1 ? 'was' : 'were'} let slip` : '',
    open > 0 ? `${open} ${open === 1 ? 'is' : 'are'} overdue` : '',
  ].filter((part) => part !== '')
  return `${[`Of ${countedWords(all, 'check-in')} that ${all === 1 ? 'was' : 'were'} due, ${inTime} took place in time`, ...more].join(', ')}.`
}
