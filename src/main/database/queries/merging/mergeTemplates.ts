import { templatesAbout } from '../reports/reportTemplates'
import type { Couple } from './couple'
import type { Plan } from './plan'

/** Plans that a report about the one who goes is about the one who stays. */
export function carryTemplates(plan: Plan, { keep, other }: Couple): void {
  for (const { id, settings } of templatesAbout(plan.db, other)) {
    const members = settings.memberIds.map((member) => (member === other ? keep : member))
    const next = JSON.stringify({ ...settings, memberIds: [...new Set(members)] })
    plan.update('report_templates', id, { settings: next })
  }
}
