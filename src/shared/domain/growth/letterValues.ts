import { dayWords } from '../summaryWords'
import type { LetterValues } from './letter'

/** What is known for a letter, of the community and of one person. */
export interface LetterFacts {
  about: {
    community: string
    domain: string | null
    purpose: string | null
    coordinator: string | null
    nextOn: string | null
  }
  person: { name: string; invitedBy: { name: string } | null }
}

export function letterValues({ about, person }: LetterFacts): LetterValues {
  const { community, domain, purpose, coordinator, nextOn } = about
  return {
    name: person.name,
    inviter: person.invitedBy?.name ?? null,
    community,
    domain: domain === null ? null : withoutEnd(domain),
    purpose,
    'next gathering': nextOn === null ? null : `on ${dayWords(nextOn)}`,
    coordinator,
  }
}

/** It goes into a sentence, which has a full stop of its own. */
function withoutEnd(text: string): string {
  return text.trim().replace(/[.\s]+$/, '')
}
