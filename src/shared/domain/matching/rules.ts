import { departmentOf, isSameDepartment } from './criteria/background'
import type { Couple, MatchingInput } from './input'

/** What makes two impossible as a pair. */
export const ruleNames = [
  'same person',
  'reporting line',
  'matched before',
  'kept apart',
  'veto of the mentee',
  'veto of the mentor',
  'veto',
  'no room',
  'no common language',
  'same department',
  'different location',
] as const
export type RuleName = (typeof ruleNames)[number]

/** Why, as a sentence about the two. */
export const ruleWords: Record<RuleName, string> = {
  'same person': 'They are the same person.',
  'reporting line': 'One of them reports to the other.',
  'matched before': 'They are or have been a match.',
  'kept apart': 'The two are kept apart.',
  'veto of the mentee': 'The mentee does not want this mentor.',
  'veto of the mentor': 'The mentor does not want this mentee.',
  veto: 'One of the two does not want the other.',
  'no room': 'The mentor has no room.',
  'no common language': 'They speak no language in common.',
  'same department': 'They are in the same department.',
  'different location': 'They are in two places.',
}

const bit = Object.fromEntries(ruleNames.map((name, at) => [name, 1 << at])) as Record<RuleName, number>

/** Which pairs the rules leave, and why not the others. Unknown breaks no rule. */
export class Rules {
  /** By mentee: what is said about single mentors. */
  private readonly single: Map<number, number>[]
  /** What is true of a mentor whoever comes. */
  private readonly always: Uint16Array

  constructor(private readonly input: MatchingInput) {
    const { mentees, mentors } = input
    this.single = mentees.map(() => new Map<number, number>())
    this.always = Uint16Array.from(mentors, ({ room }) => (room > 0 ? 0 : bit['no room']))
    this.addSamePeople()
    this.addVetoes()
    this.addCouples(input.apart, 'kept apart')
    if (input.settings.rules.matchedBefore) this.addCouples(input.past, 'matched before')
    if (input.settings.rules.reportingLine) this.addReportingLines()
  }

  /** Writes a mentee's broken rules with every mentor into `broken`, a bit each; 0 where they may be a pair. */
  fill(mentee: number, broken: Uint16Array): void {
    broken.set(this.always)
    for (const [mentor, rules] of this.single[mentee] ?? []) broken[mentor] = (broken[mentor] ?? 0) | rules
    this.addCommon(mentee, broken)
  }

  private addCommon(mentee: number, broken: Uint16Array): void {
    const { mentees, mentors, settings } = this.input
    const own = mentees[mentee]
    if (own === undefined) return
    const add = (rule: RuleName, isBroken: (mentor: (typeof mentors)[number]) => boolean) =>
      mentors.forEach((mentor, at) => {
        if (isBroken(mentor)) broken[at] = (broken[at] ?? 0) | bit[rule]
      })
    const { languages, location } = own
    const department = departmentOf(own)
    if (settings.rules.noCommonLanguage && languages.length > 0) {
      add(
        'no common language',
        (mentor) =>
          mentor.languages.length > 0 && !languages.some((language) => mentor.languages.includes(language)),
      )
    }
    if (settings.rules.sameDepartment && department !== null) {
      add('same department', (mentor) => {
        const other = departmentOf(mentor)
        return other !== null && isSameDepartment(department, other)
      })
    }
    if (settings.rules.differentLocation && location !== null) {
      add('different location', (mentor) => mentor.location !== null && mentor.location !== location)
    }
  }

  private addSamePeople(): void {
    const mentors = this.mentorNumbers()
    this.input.mentees.forEach(({ id }, mentee) => {
      this.add(mentee, mentors.get(id), 'same person')
    })
  }

  private addVetoes(): void {
    const mentors = this.mentorNumbers()
    const mentees = this.menteeNumbers()
    // Among equals it is nobody's business whose it is.
    const areEquals = this.input.peers !== undefined
    this.input.mentees.forEach(({ vetoes }, mentee) => {
      for (const id of vetoes) this.add(mentee, mentors.get(id), areEquals ? 'veto' : 'veto of the mentee')
    })
    this.input.mentors.forEach(({ vetoes }, mentor) => {
      for (const id of vetoes) this.add(mentees.get(id), mentor, areEquals ? 'veto' : 'veto of the mentor')
    })
  }

  private addCouples(couples: readonly Couple[], rule: RuleName): void {
    const mentors = this.mentorNumbers()
    const mentees = this.menteeNumbers()
    for (const [one, other] of couples) {
      this.add(mentees.get(one), mentors.get(other), rule)
      this.add(mentees.get(other), mentors.get(one), rule)
    }
  }

  /** In either direction: a manager mentors nobody below them, and is mentored by nobody below them. */
  private addReportingLines(): void {
    const mentors = this.mentorNumbers()
    const mentees = this.menteeNumbers()
    const managers = new Map<number, number[]>()
    for (const { id, managerId } of this.input.reporting) {
      managers.set(id, [...(managers.get(id) ?? []), managerId])
    }
    this.input.mentees.forEach(({ id }, mentee) => {
      for (const manager of managersOf(id, managers)) this.add(mentee, mentors.get(manager), 'reporting line')
    })
    this.input.mentors.forEach(({ id }, mentor) => {
      for (const manager of managersOf(id, managers)) this.add(mentees.get(manager), mentor, 'reporting line')
    })
  }

  private add(mentee: number | undefined, mentor: number | undefined, rule: RuleName): void {
    if (mentee === undefined || mentor === undefined) return
    const rules = this.single[mentee]
    rules?.set(mentor, (rules.get(mentor) ?? 0) | bit[rule])
  }

  private mentorNumbers(): Map<number, number> {
    return new Map(this.input.mentors.map(({ id }, number) => [id, number]))
  }

  private menteeNumbers(): Map<number, number> {
    return new Map(this.input.mentees.map(({ id }, number) => [id, number]))
  }
}

/** The rules behind the bits that `Rules.fill` writes. */
export function rulesOf(broken: number): RuleName[] {
  return ruleNames.filter((name) => (broken & bit[name]) !== 0)
}

/** Everybody above somebody; a file may have made a circle of them. */
function managersOf(id: number, managers: ReadonlyMap<number, readonly number[]>): Set<number> {
  const above = new Set(managers.get(id))
  // A set goes on with what is added meanwhile.
  for (const manager of above) for (const next of managers.get(manager) ?? []) above.add(next)
  above.delete(id)
  return above
}
