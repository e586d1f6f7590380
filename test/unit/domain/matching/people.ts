import {
  type MatchingInput,
  type MatchingSettings,
  type Mentor,
  type Participant,
  usualSettings,
} from '@shared/domain/matching/input'

/** Somebody of whom nothing is known but what a test is about. */
export function mentee(id: number, known: Partial<Participant> = {}): Participant {
  return {
    id,
    skillsOffered: [],
    skillsWanted: [],
    goals: [],
    workingStyle: {},
    availability: [],
    utcOffset: null,
    languages: [],
    seniority: null,
    organisation: null,
    department: null,
    location: null,
    wishes: [],
    vetoes: [],
    traits: {},
    alike: [],
    ...known,
  }
}

export function mentor(id: number, known: Partial<Mentor> = {}): Mentor {
  return { ...mentee(id), room: 1, held: 0, ...known }
}

export function matchingInput(
  mentees: readonly Participant[],
  mentors: readonly Mentor[],
  more: Partial<MatchingInput> = {},
): MatchingInput {
  return {
    mentees,
    mentors,
    reporting: [],
    past: [],
    apart: [],
    must: [],
    locked: [],
    settings: usualSettings,
    ...more,
  }
}

/** The usual settings with others. */
export function settings(
  more: Partial<Omit<MatchingSettings, 'rules'>> & { rules?: Partial<MatchingSettings['rules']> },
): MatchingSettings {
  return { ...usualSettings, ...more, rules: { ...usualSettings.rules, ...more.rules } }
}

/** Skills at no particular level. */
export function named(...names: string[]) {
  return names.map((name) => ({ name, level: null }))
}
