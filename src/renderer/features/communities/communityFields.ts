import type { InputOf } from '@shared/contract'
import type { Community } from '@shared/contract/communities'
import type { Reference } from '@shared/contract/fields'
import type { CommunityStage } from '@shared/domain/vocabulary'

/** A community as its form has it: with the names of who was chosen, and the stage that a new one begins in. */
export type CommunityFields = Omit<
  InputOf<'communities.save'>['community'],
  'sponsorId' | 'coordinatorId'
> & { sponsor: Reference | null; coordinator: Reference | null; stage: CommunityStage }

/** What a form starts with: the community as it is, or a new one, which may be an example. */
export function initialFields(community: Community | null, example: boolean, today: string): CommunityFields {
  if (community) {
    const {
      id: _,
      stages: _stages,
      deletable: _deletable,
      sponsorId: _s,
      coordinatorId: _c,
      ...fields
    } = community
    return fields
  }
  const fresh: CommunityFields = {
    name: '',
    domain: '',
    purpose: '',
    rhythmDays: null,
    sponsor: null,
    coordinator: null,
    beganOn: today,
    endedOn: null,
    publicSpaces: '',
    privateSpaces: '',
    stage: 'potential',
  }
  return example ? { ...fresh, ...exampleFields } : fresh
}

/** One of the communities of the sample program. */
const exampleFields: Partial<CommunityFields> = {
  name: 'Field Practice',
  domain: 'Working well and safely on the water',
  purpose: 'Keep what the experienced crews know, and pass it between the six places.',
  rhythmDays: 21,
  publicSpaces: 'An open call on the first Thursday, and a channel that anybody can read.',
  privateSpaces: 'Talks between two crews, and a list for those who lead.',
}

/** @returns null for a draft that another version wrote and that cannot be read any more. */
export function parseFields(body: string): CommunityFields | null {
  try {
    const fields = JSON.parse(body) as CommunityFields
    return typeof fields.name === 'string' && typeof fields.stage === 'string' ? fields : null
  } catch {
    return null
  }
}
