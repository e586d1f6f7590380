import type { InputOf } from '@shared/contract'
import type { TestFile } from './support'

type Fields = InputOf<'communities.save'>['community']

export function communityInput(community: Partial<Fields> = {}): Fields {
  return {
    name: 'Field Craft',
    domain: 'Working well on the water',
    purpose: '',
    rhythmDays: 14,
    sponsorId: null,
    coordinatorId: null,
    beganOn: '2026-01-05',
    endedOn: null,
    publicSpaces: null,
    privateSpaces: null,
    ...community,
  }
}

/** @returns the new community's id. */
export async function addCommunity(file: TestFile, community: Partial<Fields> = {}): Promise<number> {
  const { id } = await file.call('communities.save', {
    id: null,
    community: communityInput(community),
    begins: { stage: 'coalescing', since: '2026-01-05', note: null },
  })
  return id
}

type Saving = InputOf<'gatherings.save'>

/** @returns the id of the new gathering, or of the first of a series. */
export async function addGathering(
  file: TestFile,
  communityId: number,
  gathering: Partial<Saving['gathering']> = {},
  repeats: Saving['repeats'] = null,
): Promise<number> {
  const { id } = await file.call('gatherings.save', {
    id: null,
    communityId,
    gathering: {
      title: null,
      kind: 'meeting',
      heldOn: '2026-11-20',
      startsAt: '14:30',
      minutes: 60,
      place: null,
      isPrivate: false,
      status: 'planned',
      hostId: null,
      notes: '',
      ...gathering,
    },
    repeats,
    following: false,
    today: '2026-11-25',
  })
  return id
}
