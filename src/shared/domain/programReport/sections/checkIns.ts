import { keptWords } from '../../support/kept'
import { planWords, type SupportPlan } from '../../support/plan'
import type { CheckInFigures } from '../checkIns'
import type { ReportSection } from '../report'
import { capital, countedWords } from '../words'
import { section, table } from './parts'

/** What was kept of the plan for check-ins. Null where there is nothing to say. */
export function checkInsSection(
  { logged, people, kept, byDepth }: CheckInFigures,
  plan: SupportPlan | null,
): ReportSection | null {
  if (logged === 0 && plan === null) return null
  const talks = `${capital(countedWords(logged, 'check-in was', 'check-ins were'))} logged${logged === 0 ? '' : `, with ${countedWords(people, 'person', 'people')}`}.`
  if (kept === null || plan === null) return section('Check-ins', [talks, 'There is no plan for them.'], [])
  const as = plan.preset === 'own' ? '' : ` (as in: ${plan.preset})`
  return section(
    'Check-ins',
    [`The plan${as}: ${planWords(plan)}`, `${keptWords(kept)} ${talks}`],
    byDepth.length === 0
      ? []
      : [
          table('What was kept of the plan', {
            columns: [
              { title: 'Check-in', kind: 'text' },
              { title: 'In time', kind: 'count' },
              { title: 'Later', kind: 'count' },
              { title: 'Let slip', kind: 'count' },
              { title: 'Kept', kind: 'share' },
            ],
            rows: byDepth.map((one) => {
              const all = one.kept + one.late + one.missed
              return [capital(one.depth), one.kept, one.late, one.missed, all === 0 ? null : one.kept / all]
            }),
          }),
        ],
  )
}
