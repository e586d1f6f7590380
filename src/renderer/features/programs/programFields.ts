import { storedPlan } from '@renderer/components/support/storedPlan'
import type { InputOf } from '@shared/contract'
import type { Program } from '@shared/contract/programs'
import { addDays } from '@shared/domain/calendar'
import { templateCalled } from '@shared/domain/pipeline/templates'
import { supportPresets } from '@shared/domain/support/plan'

/** A program as its form has it. */
export type ProgramFields = InputOf<'programs.save'>['program']

/** What a form starts with: the program as it is, or a new one from a template. */
export function initialFields(
  program: Program | null,
  template: string | undefined,
  today: string,
): ProgramFields {
  if (program) {
    const { id: _, copiedFrom: _from, deletable: _deletable, checks, ...fields } = program
    return { ...fields, checks: checks.map((check) => ({ ...check })) }
  }
  const chosen = templateCalled(template)
  return {
    name: '',
    purpose: chosen?.purpose ?? '',
    format: chosen?.format ?? 'one to one',
    status: 'planned',
    startsOn: today,
    endsOn: chosen?.weeks == null ? null : endAfter(today, chosen.weeks),
    cadenceDays: chosen ? chosen.cadenceDays : 14,
    roles: chosen?.roles ?? '',
    eligibility: chosen?.eligibility ?? '',
    mentorPlaces: null,
    menteePlaces: null,
    mentorCapacity: chosen?.mentorCapacity ?? null,
    support: chosen?.support == null ? null : storedPlan(supportPresets[chosen.support]),
    checks: chosen?.checks.map((check) => ({ id: null, ...check })) ?? [],
  }
}

/** @returns null for a draft that another version wrote and that cannot be read any more. */
export function parseFields(body: string): ProgramFields | null {
  try {
    const fields = JSON.parse(body) as ProgramFields
    const isWhole = typeof fields.name === 'string' && Array.isArray(fields.checks) && 'support' in fields
    return isWhole ? fields : null
  } catch {
    return null
  }
}

/** So many weeks, the last of them whole; no weeks is one day. */
function endAfter(startsOn: string, weeks: number): string {
  return weeks === 0 ? startsOn : addDays(startsOn, weeks * 7 - 1)
}
