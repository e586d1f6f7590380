import type { CriterionName } from '@shared/domain/matching/criteria/names'

/** "84 %": a fit or a part, 0 to 1. */
export function percent(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`
}

/** What people are compared by, as a heading of its own. */
export const criterionTitles: Readonly<Record<CriterionName, string>> = {
  goals: 'Goals',
  skills: 'Skills',
  workingStyle: 'Ways of working',
  wishes: 'Their own wishes',
  availability: 'Time in common',
  timeZone: 'Time zone',
  language: 'Language',
  seniority: 'Seniority',
  department: 'Department',
  location: 'Location',
  alike: 'Somebody alike',
}
