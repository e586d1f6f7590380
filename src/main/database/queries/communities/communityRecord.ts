import type { Community } from '@shared/contract/communities'
import type { Reference } from '@shared/contract/fields'
import type { CommunityStage } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'

export interface NamedCommunity {
  id: number
  name: string
  stage: CommunityStage
}

/** @throws AppError `not-found`. */
export function communityById(db: Reader, id: number): NamedCommunity {
  const community = db.get<NamedCommunity>('SELECT id, name, stage FROM communities WHERE id = ?', id)
  if (community) return community
  throw new AppError('not-found', 'This community is no longer there.')
}

type Stored = Omit<Community, 'stages' | 'sponsor' | 'coordinator' | 'deletable'>

/** @throws AppError `not-found`. */
export function getCommunity(db: Reader, id: number): Community {
  communityById(db, id)
  const stored = db.get<Stored>(
    `SELECT id, name, domain, purpose, stage, rhythm_days AS rhythmDays, sponsor_id AS sponsorId,
        coordinator_id AS coordinatorId, began_on AS beganOn, ended_on AS endedOn, public_spaces AS publicSpaces,
        private_spaces AS privateSpaces
      FROM communities WHERE id = ?`,
    id,
  ) as Stored
  const stages = db.all<Community['stages'][number]>(
    `SELECT id, stage, since_on AS since, note FROM community_stages WHERE community_id = ?
      ORDER BY since_on DESC, id DESC`,
    id,
  )
  const person = (member: number | null) =>
    db.get<Reference>('SELECT id, name FROM members WHERE id = ?', member) ?? null
  return {
    ...stored,
    stages,
    sponsor: person(stored.sponsorId),
    coordinator: person(stored.coordinatorId),
    deletable: tiesOf(db, id).length === 0,
  }
}

const tieWords: Readonly<Record<string, string>> = {
  gatherings: 'gatherings',
  asks: 'asks',
  invitations: 'invitations',
  interactions: 'contacts',
  knowledge_items: 'knowledge',
  community_steps: 'steps that were taken for it or dismissed',
}

/** What belongs to a community besides its own lines, in words. */
export function tiesOf(db: Reader, id: number): string[] {
  return Object.entries(tieWords)
    .filter(([table]) => db.value(`SELECT 1 FROM ${table} WHERE community_id = ? LIMIT 1`, id) === 1)
    .map(([, words]) => words)
}
