import { plural } from '../../summaryWords'
import type { Participant } from '../input'
import { type Criterion, comparedBy } from './criterion'

type Person = Pick<Participant, 'traits' | 'alike'>

/**
 * Traits in which one of the two asked for a partner like themselves: the part of them in which the two are alike. No
 * trait is looked at that nobody of the two asked for. The words name none: what was told in confidence is not to stand
 * in a list, beside a match or in what the partner may read.
 */
export const alike: Criterion = (people) => {
  const all = [...people.mentees, ...people.mentors]
  if (all.every((person) => person.alike.length === 0)) return null
  return comparedBy<Person>(people, {
    of: (person) => person,
    key: ({ traits, alike: asked }) => JSON.stringify([traits, asked]),
    fit: (mentee, mentor) => {
      const known = asked(mentee, mentor).filter((trait) => isKnown(mentee, mentor, trait))
      if (known.length === 0) return Number.NaN
      return known.filter((trait) => mentee.traits[trait] === mentor.traits[trait]).length / known.length
    },
    explain: (mentee, mentor) => {
      const traits = asked(mentee, mentor)
      if (traits.length === 0) return 'Neither asked for somebody like themselves.'
      const known = traits.filter((trait) => isKnown(mentee, mentor, trait))
      if (known.length === 0) return 'Somebody alike was asked for, and it is not known of both.'
      const same = known.filter((trait) => mentee.traits[trait] === mentor.traits[trait])
      const things = plural(known.length, 'thing')
      return `Somebody alike was asked for: they are in ${same.length} of ${things} that both told.`
    },
    unknown: '',
  })
}

function asked(mentee: Person, mentor: Person): string[] {
  return [...new Set([...mentee.alike, ...mentor.alike])]
}

function isKnown(mentee: Person, mentor: Person, trait: string): boolean {
  return mentee.traits[trait] !== undefined && mentor.traits[trait] !== undefined
}
