import { goals, skills } from './aims'
import { alike } from './alike'
import { availability } from './availability'
import { department, language, location, seniority } from './background'
import type { Criterion } from './criterion'
import type { CriterionName } from './names'
import { timeZone } from './timeZone'
import { wishes } from './wishes'
import { workingStyle } from './workingStyle'

export const criteria: Record<CriterionName, Criterion> = {
  skills,
  goals,
  wishes,
  workingStyle,
  availability,
  timeZone,
  language,
  seniority,
  department,
  location,
  alike,
}
