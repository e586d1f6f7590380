/** What two people are compared by, in the order in which it is told. */
export const criterionNames = [
  'skills',
  'goals',
  'wishes',
  'workingStyle',
  'availability',
  'timeZone',
  'language',
  'seniority',
  'department',
  'location',
  'alike',
] as const
export type CriterionName = (typeof criterionNames)[number]

/** As they are named beside others. */
export const criterionLabels: Record<CriterionName, string> = {
  skills: 'skills',
  goals: 'goals',
  wishes: 'wishes',
  workingStyle: 'working style',
  availability: 'hours',
  timeZone: 'time zone',
  language: 'language',
  seniority: 'seniority',
  department: 'department',
  location: 'location',
  alike: 'somebody alike',
}
